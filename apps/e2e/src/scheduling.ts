import { randomInt } from 'node:crypto';
import { expect, type Locator, type Page } from '@playwright/test';
import { accept, openMatter, writeHandlingCopy } from './inbox.ts';
import { arrive, expectState, openSection, pick } from './offices.ts';
import { showcase, tell } from './residents-site.ts';

/** A matter that a resident tells and the host accepts, ready to be talked over. Answers with its number. */
export async function acceptedMatter(
  resident: Page,
  host: Page,
  { words, title }: { words: string; title: string },
): Promise<string> {
  const { receipt } = await tell(resident, words, { place: showcase, look: async () => undefined });
  await openMatter(host, receipt);
  await accept(host);
  await writeHandlingCopy(host, { title, text: `${title}，居民希望尽快修好。` });
  return receipt;
}

/** Bundles the matters with these numbers into one topic, whose screen is then open. */
export async function makeTopic(host: Page, numbers: readonly string[], title: string): Promise<void> {
  await openSection(host, '居民来事');
  for (const number of numbers) await host.getByLabel(`选中 ${number}`).check();
  await host.getByRole('link', { name: `把选中的 ${numbers.length} 件列为一个议题` }).click();
  await host.getByLabel('议题名称').fill(title);
  await host
    .getByRole('textbox', { name: '说明' })
    .fill('几处路灯不亮，要商量谁来修、什么时候修好、电费由谁出。');
  await arrive(host, '列为议题');
  await host.getByRole('button', { name: '列为议题' }).click();
  await arrive(host, title);
}

/** An early morning, long ahead, that no session of the demo takes. */
export function earlyHour(): string {
  const day = Temporal.Now.plainDateISO('Asia/Shanghai').add({ days: randomInt(60, 320) });
  return `${day.toString()}T06:00`;
}

/** Fills in the form of a session, opened from its topic, and answers how many questions it asks. */
export async function fillSchedule(host: Page, start: string): Promise<number> {
  await host.getByRole('link', { name: '定议事日期' }).click();
  await arrive(host, '定议事日期');
  const form = host.locator('main form');
  const questions = form.locator('.ant-form-item');
  // Whoever has one hall need not choose it, and the topic comes along.
  await expect(questions.nth(0)).toContainText('民生议事堂');
  await form.getByLabel('什么时候开始').fill(start);
  await pickFirst(form.getByLabel('召集人'));
  await pick(form.getByLabel('请哪些部门来'), '住房和城乡建设局');
  await host.keyboard.press('Escape');
  await form.getByLabel('留给居民的席位').fill('6');
  return questions.count();
}

/** Chooses whoever comes first. */
async function pickFirst(field: Locator): Promise<void> {
  await field.click();
  await field.page().locator('.ant-select-dropdown:visible .ant-select-item-option').first().click();
}

/** Sends the notice. */
export async function announce(host: Page): Promise<void> {
  await host.getByRole('button', { name: '发公告' }).click();
}

/** The notice has gone out: the session's screen is open. */
export async function expectNoticed(host: Page, title: string): Promise<void> {
  await arrive(host, title);
  await expectState(host, '已公告');
}

/** Why the time does not fit. */
export function refusalOn(host: Page): Locator {
  return host.locator('main form > [role=alert]').filter({ hasText: '这个时间排不开' });
}
