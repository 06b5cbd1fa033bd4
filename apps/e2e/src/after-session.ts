import { expect, type Page } from '@playwright/test';
import { arrive, openSection, pick, settled } from './offices.ts';
import { expectUsable } from './page-checks.ts';

/** The department whose clerk signs in to the demo. */
export const unit = '婺城区住房和城乡建设局';
/** What people in the session could not agree on. */
export const notAgreed = ['还要现场看一次', '经费从哪里出'];

/** Opens a session that is over and that nobody has written down yet. */
export async function openUnrecorded(host: Page, at: number): Promise<void> {
  await openSection(host, '议事会');
  const past = host.getByRole('link', { name: '开过的' });
  await past.click();
  await expect(past).toHaveAttribute('aria-current', 'page');
  await settled(host);
  await expectUsable(host);
  const waiting = host.getByRole('row').filter({ hasText: '已公告' });
  await waiting.nth(at).getByRole('link').click();
  await host.getByRole('link', { name: '会后记录' }).click();
  await arrive(host, '会后记录');
}

/** The first of those invited asked for leave; fourteen residents came. */
export async function writeAttendance(host: Page): Promise<void> {
  await host.getByLabel('请假').first().check();
  await host.getByLabel('到场居民人数').fill('14');
  await host.getByRole('button', { name: '保存到场情况' }).click();
  await expect(host.getByText('到场情况已经保存。')).toBeVisible();
  await expectUsable(host);
}

/** The first draft holds a telephone number, which is marked while it is written. */
export async function writeMinutes(host: Page): Promise<void> {
  const summary = '居民说了现状，部门讲了打算。';
  await host.getByLabel('议事经过').fill(`${summary}有事打 13900000017。`);
  await host.getByLabel(/^达成一致的意见/).fill('先修坏得最重的一段。\n修好以后贴公告。');
  await host.getByLabel(/^没有达成一致的意见/).fill(notAgreed.join('\n'));
  await expect(host.locator('mark')).toHaveText('13900000017');
  await expectUsable(host);
  await host.getByRole('button', { name: '保存草稿' }).click();
  await expect(host.getByText('草稿已经保存。')).toBeVisible();
}

/** Two agreed lines, both for the department whose clerk signs in. */
export async function writeLines(host: Page, things: readonly string[]): Promise<void> {
  for (const [at, thing] of things.entries()) {
    if (at > 0) await host.getByRole('button', { name: '再加一条' }).click();
    const line = host.getByRole('group', { name: `议定事项 ${at + 1}` });
    await line.getByLabel('做什么').fill(thing);
    await pick(line.getByLabel('哪个单位办'), unit);
    await line.getByLabel('办到哪一天').fill(inFortyDays());
    await line.getByLabel('怎样算办成').fill('走一遍看得见，两位居民看过都说好。');
  }
  // Where two topics were on the agenda, the matters of the other one get their reason.
  const without = host.getByRole('group', { name: '没有议定事项的来事' });
  for (const reason of await without.getByRole('textbox').all()) await reason.fill('下次会上接着商量。');
  await expectUsable(host);
}

/** This line answers one matter of its topic; its resident alone is asked about it. */
export async function answerOnly(host: Page, line: number, number: string): Promise<void> {
  await pick(host.getByRole('group', { name: `议定事项 ${line}` }).getByLabel('回应哪几件来事'), number);
  await host.keyboard.press('Escape');
}

function inFortyDays(): string {
  return Temporal.Now.plainDateISO('Asia/Shanghai').add({ days: 40 }).toString();
}
