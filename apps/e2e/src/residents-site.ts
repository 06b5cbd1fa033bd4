import { expect, type Page } from '@playwright/test';
import { expectUsable } from './page-checks.ts';

/** What opens a matter again: printed for the resident and nowhere else. */
export type Slip = { receipt: string; pin: string };

type Telling = {
  /** The place in the resident's words, and its button where several places answer to them. */
  place?: { words: string; choice?: RegExp };
  contact?: { name: string; phone: string };
  look?: (page: Page) => Promise<void>;
};

/** Two townships and their villages answer to these words. */
const somewhere = { words: '城东街道', choice: /^城东街道\s*婺城区/ };
/** The township whose host signs in to the demo. */
export const showcase = { words: '白龙桥镇' };

/** From the home page to the receipt, as somebody does who has never been here. */
export async function tell(
  page: Page,
  text: string,
  { place = somewhere, contact, look = expectUsable }: Telling = {},
): Promise<Slip> {
  await page.goto('/');
  await page
    .getByRole('link', { name: /说一件事/ })
    .first()
    .click();
  await look(page);
  await page.getByLabel('把事情说出来').fill(text);
  await page.getByLabel('是哪里的事？').fill(place.words);
  await page.getByRole('button', { name: '继续' }).click();
  if (place.choice !== undefined) {
    await expect(page.getByRole('heading', { level: 1, name: '是哪里的事？' })).toBeVisible();
    await page.getByRole('button', { name: place.choice }).click();
  }
  await expect(page.getByText('第 2 步，共 3 步')).toBeVisible();
  if (contact !== undefined) {
    await page.getByLabel(/怎么称呼您/).fill(contact.name);
    await page.getByLabel(/电话/).fill(contact.phone);
  }
  await look(page);
  await page.getByRole('button', { name: '继续' }).click();
  await expect(page.getByText('第 3 步，共 3 步')).toBeVisible();
  await expect(page.getByText(text)).toBeVisible();
  await look(page);
  await page.getByRole('button', { name: /发送/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/收到|回执/);
  await look(page);
  return slipOn(page);
}

async function slipOn(page: Page): Promise<Slip> {
  const body = await page.locator('main').innerText();
  const receipt = /[2-9A-Z]{2}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(body)?.[0] ?? '';
  const pin = /(?<!\d)\d{6}(?!\d)/.exec(body)?.[0] ?? '';
  expect(receipt).not.toBe('');
  expect(pin).not.toBe('');
  return { receipt, pin };
}

/** Opens one's matter again. */
export async function follow(page: Page, { receipt, pin }: Slip): Promise<void> {
  await page.goto('/follow');
  await page.getByLabel(/回执号/).fill(receipt.toLowerCase().replaceAll('-', ' '));
  await page.getByLabel(/查询码/).fill(pin);
  await page.locator('main').getByRole('button').first().click();
}

/** The resident's own word on what was done, on the receipt page: on the matter, or on one agreed line of it. */
export async function judge(
  page: Page,
  slip: Slip,
  word: { solved: string; stars: string; words: string },
  asked = '评价办得怎么样',
): Promise<void> {
  await follow(page, slip);
  await page.getByRole('link', { name: asked }).click();
  await expectUsable(page);
  await page.getByLabel(word.solved, { exact: true }).check();
  await page.getByLabel(word.stars).check();
  await page.getByLabel(/想说的话/).fill(word.words);
  await page.getByRole('button', { name: '发送评价' }).click();
  await expect(page.getByText('收到您的评价。')).toBeVisible();
  await expectUsable(page);
}
