import { expect, test } from '@playwright/test';
import { openTab, signInMember, untilInstalled } from './members-app.ts';
import { heading } from './offices.ts';
import { expectUsable, widths } from './page-checks.ts';

// One after the other: the last of them makes new the code that the others show.
test.describe.configure({ mode: 'default' });

for (const { name, viewport, hasTouch } of widths) {
  test.describe(`a member’s own codes at ${name}`, () => {
    test.use({ viewport, hasTouch });

    test('are shown in airplane mode, lead residents to the member, and are gone with the sign-out', async ({
      page,
      context,
      browser,
    }) => {
      await signInMember(page);
      await untilInstalled(page);
      // What the first page reads is on the telephone once it has been opened again.
      await page.reload();
      await expect(heading(page)).toHaveText('请我参加');
      await page.waitForLoadState('networkidle');
      await context.setOffline(true);
      await page.goto('/member/');
      await page.getByRole('link', { name: '我的二维码' }).click();
      await expect(page.getByRole('img', { name: '到会用的二维码' })).toBeVisible();
      await expectUsable(page);
      const code = await page.locator('.code-words').first().innerText();
      expect(code.replaceAll(' ', '')).toMatch(/^[2-9A-Z]{32}$/);
      await expect(page.getByText('没有网络，现在换不了。').first()).toBeVisible();
      await context.setOffline(false);

      const address = await page.locator('.poster a').getAttribute('href');
      const resident = await (await browser.newContext()).newPage();
      await resident.goto(address!);
      await expect(heading(resident)).toContainText('委员');
      await expectUsable(resident);
      await resident.locator('main').getByRole('link', { name: '说一件事' }).click();
      await expect(heading(resident)).toBeVisible();
      await resident.context().close();

      await openTab(page, '我的');
      await page.getByRole('button', { name: '退出登录' }).click();
      await expect(heading(page)).toHaveText('委员登录');
      await context.setOffline(true);
      await page.goto('/member/codes');
      await expect(page.getByRole('alert').or(heading(page)).first()).toBeVisible();
      await expect(page.locator('.qr-code')).toHaveCount(0);
      await expect(page.locator('body')).not.toContainText(code);
      await context.setOffline(false);
    });
  });
}

test('a member whose code is misused makes it new after a question', async ({ page }) => {
  await signInMember(page);
  await page.getByRole('link', { name: '我的二维码' }).click();
  const shown = page.locator('.code-words').first();
  const before = await shown.innerText();
  await page.getByRole('button', { name: '换到会用的码' }).click();
  await expect(page.getByRole('alert')).toContainText('马上不能用');
  await expectUsable(page);
  await page.getByRole('alert').getByRole('button', { name: '换到会用的码' }).click();
  await expect(page.getByText('已经换成新码。')).toBeVisible();
  await expect(shown).not.toHaveText(before);
});
