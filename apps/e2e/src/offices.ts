import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { expectUsable } from './page-checks.ts';

/** Who signs in to the demo: names and password are printed when it starts. */
export type Person = 'host' | 'county' | 'county2' | 'city' | 'department' | 'contact';

type Offices = {
  /** A browser of its own for somebody at work, signed in, closed when the journey ends. */
  office: (who: Person) => Promise<Page>;
};

export const test = base.extend<Offices>({
  office: async ({ browser }, use) => {
    const pages: Page[] = [];
    await use(async (who) => {
      const page = await (await browser.newContext()).newPage();
      pages.push(page);
      await signIn(page, who);
      return page;
    });
    for (const page of pages) await page.context().close();
  },
});

/** Signs in with the name and password that everybody may know. */
export async function signIn(page: Page, who: Person): Promise<void> {
  await page.goto('/admin/');
  await page.getByLabel('用户名', { exact: true }).fill(who);
  await page.getByLabel('密码', { exact: true }).fill('tongxinhui');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(heading(page)).toHaveText('等我办的事');
}

export function heading(page: Page): Locator {
  return page.getByRole('heading', { level: 1 });
}

/** Chooses a section of the menu, which lies behind a button on a telephone. */
export async function openSection(page: Page, name: string): Promise<void> {
  const opener = page.getByRole('button', { name: '打开菜单' });
  if (await opener.isVisible()) await opener.click();
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name, exact: true }).click();
  await expect(heading(page)).toBeVisible();
}

/** Waits for a screen with this heading and looks at it. */
export async function arrive(page: Page, title: string | RegExp): Promise<void> {
  await expect(heading(page)).toHaveText(title);
  await settled(page);
  await expectUsable(page);
}

/** Nothing on the screen is still being fetched. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('.waiting')).toHaveCount(0);
}

/** Presses a step's button; where it asks for more, `fill` answers in the window that opens, which is sent. */
export async function takeStep(
  page: Page,
  label: string,
  fill?: (dialog: Locator) => Promise<void>,
): Promise<void> {
  await page.locator('main').getByRole('button', { name: label, exact: true }).click();
  if (fill === undefined) return;
  const dialog = page.getByRole('dialog', { name: label });
  await expect(dialog).toBeVisible();
  await fill(dialog);
  await expectUsable(page);
  await dialog.getByRole('button', { name: label, exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Finds one of a longer list by typing and chooses it. */
export async function pick(field: Locator, words: string): Promise<void> {
  const page = field.page();
  await field.click();
  await field.pressSequentially(words);
  await page
    .locator('.ant-select-dropdown:visible .ant-select-item-option')
    .filter({ hasText: words })
    .first()
    .click();
}

/** The state that stands under the heading of a matter. */
export async function expectState(page: Page, state: string): Promise<void> {
  await expect(page.locator('.page-head .state')).toContainText(state);
}
