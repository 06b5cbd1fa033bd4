import { expect, test } from '@playwright/test';
import { openTab, signInMember, untilInstalled } from './members-app.ts';
import { heading } from './offices.ts';
import { expectUsable, widths } from './page-checks.ts';

for (const { name, viewport, hasTouch } of widths) {
  test.describe(`a member at ${name}`, () => {
    test.use({ viewport, hasTouch });

    test('reads what they are asked to, their record and whom to turn to, also in airplane mode', async ({
      page,
      context,
    }) => {
      await page.goto('/member/');
      await expectUsable(page);
      await signInMember(page);
      await expect(page.getByText('演示数据')).toBeVisible();
      // Events and turns stand among the sessions.
      const first = page.locator('.card a[href*="/sessions/"]').first();
      const title = await first.locator('.card-title').innerText();
      await expectUsable(page);
      await first.click();
      await expect(heading(page)).toHaveText(title);
      for (const fact of ['时间', '地点', '召集人', '议什么', '一起参加的'])
        await expect(page.locator('main').getByText(fact, { exact: true })).toBeVisible();
      await expectUsable(page);
      await openTab(page, '履职记录');
      await expect(page.locator('.mark').first()).toBeVisible();
      await openTab(page, '找单位');
      await expect(page.getByText('婺城区政协办公室', { exact: false }).first()).toBeVisible();
      await openTab(page, '我的');
      await untilInstalled(page);

      await context.setOffline(true);
      await page.goto('/member/');
      await expect(page.getByText('现在没有网络')).toBeVisible();
      await expect(page.locator('.as-of')).toContainText('读到的');
      await expectUsable(page);
      await page.locator('.card a[href*="/sessions/"]').first().click();
      await expect(heading(page)).toHaveText(title);
      await expect(page.locator('.as-of')).toContainText('读到的');
      await openTab(page, '履职记录');
      await expect(page.locator('.mark').first()).toBeVisible();
      await openTab(page, '找单位');
      await expect(page.getByText('婺城区政协办公室', { exact: false }).first()).toBeVisible();
      await context.setOffline(false);
    });

    test('adds a session to the calendar', async ({ page }) => {
      await signInMember(page);
      await page.locator('.card:not(.card-off) a[href*="/sessions/"]').first().click();
      const calendar = await page.getByRole('link', { name: '加进日历' }).getAttribute('href');
      const file = await page.request.get(calendar!);
      expect(file.headers()['content-type']).toContain('text/calendar');
      expect(await file.text()).toContain('BEGIN:VEVENT');
    });
  });
}

test('after the sign-out nothing that was read is on the telephone, not even without a network', async ({
  page,
  context,
}) => {
  await signInMember(page);
  const title = await page.locator('.card-title').first().innerText();
  await untilInstalled(page);
  await openTab(page, '我的');
  await page.getByRole('button', { name: '退出登录' }).click();
  await expect(heading(page)).toHaveText('委员登录');
  await context.setOffline(true);
  await page.goto('/member/');
  await expect(page.getByRole('alert').or(heading(page)).first()).toBeVisible();
  await expect(page.locator('body')).not.toContainText(title);
  const kept = await page.evaluate(
    () =>
      new Promise<string>((settle) => {
        const opening = indexedDB.open('tongxin-member');
        opening.addEventListener('success', () => {
          const rooms = [...opening.result.objectStoreNames];
          const tx = opening.result.transaction(rooms);
          const asked = rooms.map((room) => tx.objectStore(room).getAll());
          tx.addEventListener('complete', () => settle(JSON.stringify(asked.map(({ result }) => result))));
        });
      }),
  );
  expect(kept).not.toContain(title);
  expect(kept).not.toContain('"accountId"');
  await context.setOffline(false);
});

test('a wrong password is said plainly, and a page behind the sign-in is reached after it', async ({
  page,
}) => {
  await page.goto('/member/record');
  await page.getByLabel('用户名', { exact: true }).fill('member');
  await page.getByLabel('密码', { exact: true }).fill('something else');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('用户名或密码不对');
  await page.getByLabel('密码', { exact: true }).fill('tongxinhui');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(heading(page)).toHaveText('履职记录');
});

test('the app has all that a telephone asks for before it puts it on the home screen', async ({
  page,
  context,
}) => {
  await signInMember(page);
  await untilInstalled(page);
  const browser = await context.newCDPSession(page);
  const { errors, data } = await browser.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(data).toContain('"start_url": "/member/"');
  const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors');
  // Journeys leave nothing behind, and in such windows nothing is installed.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});
