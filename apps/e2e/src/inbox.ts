import { expect, type Page } from '@playwright/test';
import { arrive, expectState, heading, openSection, takeStep } from './offices.ts';
import { expectUsable } from './page-checks.ts';

/** Opens a matter from the list by its number. */
export async function openMatter(page: Page, number: string): Promise<void> {
  await openSection(page, '居民来事');
  await page.getByRole('row').filter({ hasText: number }).getByRole('link').click();
  await expect(page.locator('.page-head')).toContainText(number);
}

/** Reads the resident's own words, which the resident will see. */
export async function openOwnWords(page: Page, words: string): Promise<void> {
  await expect(page.locator('main')).not.toContainText(words);
  await page.getByRole('button', { name: '打开原话' }).click();
  await expect(page.getByText(words)).toBeVisible();
}

/** Accepts the matter that is open. */
export async function accept(page: Page): Promise<void> {
  await takeStep(page, '受理');
  await expectState(page, '已受理');
}

/** Writes what departments read. */
export async function writeHandlingCopy(page: Page, copy: { title: string; text: string }): Promise<void> {
  await page.getByRole('link', { name: '写办理件', exact: true }).click();
  await arrive(page, '写办理件');
  await page.getByLabel('标题').fill(copy.title);
  await page.getByLabel('内容').fill(copy.text);
  await page.getByRole('button', { name: '保存办理件' }).click();
  await arrive(page, copy.title);
}

/** The list of a department, then the matter in it: opened as its clerk opens it. */
export async function openAssigned(page: Page, { number, title }: { number: string; title: string }) {
  await openSection(page, '居民来事');
  await expect(heading(page)).toHaveText('交给我单位的事');
  await expectUsable(page);
  await page.getByRole('row').filter({ hasText: number }).getByRole('link').click();
  await arrive(page, title);
}
