import { expect, test, type Page } from '@playwright/test';
import { killableBrowser, openTab, signInMember, untilInstalled, writeDown } from './members-app.ts';
import { heading } from './offices.ts';
import { expectUsable, widths } from './page-checks.ts';
import { follow } from './residents-site.ts';

const place = '白龙桥';

async function begin(page: Page): Promise<void> {
  await openTab(page, '替人记事');
  await page.getByRole('link', { name: '记一件新的' }).click();
  await expect(heading(page)).toHaveText('替居民记一件事');
}

async function slipOn(page: Page) {
  await expect(heading(page)).toHaveText('回执');
  const [receipt, pin] = await page.locator('.paper-number').allInnerTexts();
  return { receipt: receipt!, pin: pin! };
}

for (const { name, viewport, hasTouch } of widths) {
  test.describe(`a member in the field at ${name}`, () => {
    test.use({ viewport, hasTouch });

    test('writes down what a resident tells without a network; it is sent once and the receipt comes', async ({
      page,
      context,
      browser,
    }) => {
      const words = `桥头的护栏断了一截，${name} 孩子上学要从那里过，大家都担心。`;
      await signInMember(page);
      await openTab(page, '替人记事');
      await untilInstalled(page);
      await context.setOffline(true);
      await begin(page);
      await page.getByRole('button', { name: '存好，有网络就送' }).click();
      await expect(page.getByRole('alert')).toContainText('有几项需要修改');
      await expectUsable(page);
      await writeDown(page, { words, place });
      await page.getByLabel('怎么称呼').fill('演示居民');
      await expect(page.getByText(/已存在这台手机上/)).toBeVisible();
      await page.getByRole('button', { name: '存好，有网络就送' }).click();
      await expect(page.getByRole('heading', { name: '等着送出' })).toBeVisible();
      await expectUsable(page);

      // Taken back, changed, sent again; deleted and undone; and the app opened anew, all without a network.
      await page.getByRole('button', { name: '拿回来改' }).click();
      await page.getByLabel('具体地点').fill('石桥东头');
      await page.getByRole('button', { name: '存好，有网络就送' }).click();
      await page.getByRole('button', { name: '删除' }).click();
      await expect(page.getByText('已删除，不会送出。')).toBeVisible();
      await expectUsable(page);
      await page.getByRole('button', { name: '撤销' }).click();
      await page.reload();
      await expect(page.getByText(words)).toBeVisible();

      // The first answer of the server is lost on the way, so it is sent again under the same key.
      const receipts: string[] = [];
      await context.route('**/trpc/issues.submitThroughMember*', async (route) => {
        const answer = await route.fetch();
        const told = /"receipt":"([^"]+)"/.exec(await answer.text());
        if (told) receipts.push(told[1]!);
        await route.abort();
      });
      await context.setOffline(false);
      await expect(page.getByText('可能已经送到')).toBeVisible();
      await expect(page.getByRole('button', { name: '拿回来改' })).toHaveCount(0);
      await context.unroute('**/trpc/issues.submitThroughMember*');
      await page.getByRole('button', { name: '现在送' }).click();
      await page.getByRole('link', { name: '看回执' }).click();
      const slip = await slipOn(page);
      await expectUsable(page);
      expect(new Set([...receipts, slip.receipt]).size).toBe(1);
      await expect(page.locator('main')).not.toContainText('演示居民');

      const resident = await (await browser.newContext()).newPage();
      await follow(resident, slip);
      await expect(resident.getByText(words)).toBeVisible();
      await resident.context().close();

      await page.getByRole('button', { name: '已经交给居民' }).click();
      await expect(heading(page)).toHaveText('替人记事');
      await expect(page.locator('main')).not.toContainText(slip.receipt);
    });

    test('finds the draft again after the browser was killed', async ({ baseURL }) => {
      const words = `村口的路灯不亮了，${name} 晚上看不清路。`;
      const browser = await killableBrowser();
      try {
        const before = await browser.open();
        await before.page.setViewportSize(viewport);
        await signInMember(at(before.page, baseURL!));
        await begin(before.page);
        await before.page.getByLabel('居民说了什么').fill(words);
        await expect(before.page.getByText(/已存在这台手机上/)).toBeVisible();
        await before.kill();

        const after = await browser.open();
        await after.page.setViewportSize(viewport);
        await openAgain(at(after.page, baseURL!));
        await openTab(after.page, '替人记事');
        await after.page.getByRole('link', { name: '接着写' }).click();
        await expect(after.page.getByLabel('居民说了什么')).toHaveValue(words);
        await after.kill();
      } finally {
        await browser.forget();
      }
    });
  });
}

/** A page outside the test's own browser goes to the same town. */
function at(page: Page, baseURL: string): Page {
  const goto = page.goto.bind(page);
  page.goto = (url, options) => goto(new URL(url, baseURL).href, options);
  return page;
}

/** The browser may have lost the sign-in when it was killed; the draft it may not. */
async function openAgain(page: Page): Promise<void> {
  // What was read last shows first; then the server says who is signed in.
  const told = page.waitForResponse((answer) => answer.url().includes('accounts.me'));
  await page.goto('/member/');
  await told;
  await page.waitForLoadState('networkidle');
  await heading(page).waitFor();
  if ((await heading(page).innerText()) === '委员登录') await signInMember(page);
}
