import { expect, type Page } from '@playwright/test';
import { notAgreed, openUnrecorded, writeAttendance, writeLines, writeMinutes } from './after-session.ts';
import { arrive, expectState, openSection, takeStep, test } from './offices.ts';
import { expectUsable, widths } from './page-checks.ts';
import { photo } from './photo.ts';

for (const [at, { name, viewport, hasTouch }] of widths.entries()) {
  test.describe(`after a session, at ${name}`, () => {
    test.use({ viewport, hasTouch });

    test('the host publishes what was agreed, a department does it, somebody else checks it', async ({
      page,
      office,
    }) => {
      const things = [`先修坏得最重的一段（${name}）`, `把责任牌立到路口（${name}）`];
      const host = await office('host');
      await openUnrecorded(host, at === 0 ? 0 : -1);
      await writeAttendance(host);
      await writeMinutes(host);
      await writeLines(host, things);
      await publish(host);
      await expectPublished(page, host);

      const clerk = await office('department');
      await openLine(clerk, things[1]!);
      await takeStep(clerk, '提出异议', async (dialog) => {
        await dialog.getByLabel('理由').fill('责任牌由镇里统一做，请改交。');
      });
      await expectState(clerk, '承办单位有异议');
      await openLine(clerk, things[0]!);
      await doLine(clerk);

      const county = await office('county');
      await openLine(county, things[0]!);
      await takeStep(county, '核实属实', async (dialog) => {
        await dialog.getByRole('checkbox').first().check();
      });
      await expectState(county, '请居民评价');
      await readChain(county);
    });
  });
}

/** Publishing asks about the number that was flagged; it goes when the draft is mended. */
async function publish(host: Page): Promise<void> {
  await host.getByRole('button', { name: '公布议事结果' }).click();
  await expect(host.getByText('请逐处看过后勾选，或者把标出的内容改掉。')).toBeVisible();
  await expectUsable(host);
  await host.getByLabel('议事经过').fill('居民说了现状，部门讲了打算。');
  await host.getByRole('button', { name: '保存草稿' }).click();
  await expect(host.getByText('13900000017')).toHaveCount(0);
  await host.getByRole('button', { name: '公布议事结果' }).click();
  await expectState(host, '已公布');
  await expectUsable(host);
}

async function expectPublished(page: Page, host: Page): Promise<void> {
  const address = await host.getByRole('link', { name: '看公告网页' }).getAttribute('href');
  await page.goto(address!);
  for (const point of notAgreed) await expect(page.getByText(point)).toBeVisible();
  await expect(page.getByText('居民到场 14 人')).toBeVisible();
  await expect(page.locator('main')).not.toContainText('13900000017');
  await expectUsable(page);
}

async function openLine(page: Page, thing: string): Promise<void> {
  await openSection(page, '议定事项');
  const more = page.getByRole('button', { name: '再看一些' });
  const link = page.getByRole('link', { name: thing });
  await expect(page.getByRole('table')).toBeVisible();
  while (!(await link.isVisible()) && (await more.isVisible())) {
    const before = await page.getByRole('row').count();
    await more.click();
    await expect.poll(() => page.getByRole('row').count()).toBeGreaterThan(before);
  }
  await link.click();
  await arrive(page, thing);
}

async function doLine(clerk: Page): Promise<void> {
  await takeStep(clerk, '接办', async () => undefined);
  await expectState(clerk, '办理中');
  await takeStep(clerk, '记进展', async (dialog) => {
    await dialog.getByLabel('进展').fill('施工队已进场。');
  });
  await expect(clerk.getByText('施工队已进场。')).toBeVisible();
  await takeStep(clerk, '报告办结', async (dialog) => {
    await dialog.getByLabel('已经解决').check();
    await dialog.getByLabel('办了什么，结果怎样').fill('整段修好，两位居民看过。');
    await dialog.getByLabel('添加照片').setInputFiles(photo);
    await expect(dialog.getByRole('img', { name: '照片 1' })).toBeVisible();
  });
  await expectState(clerk, '报告办结，待核实');
}

/** From the line back to its session and the residents' matters, and from there on to the line again. */
async function readChain(page: Page): Promise<void> {
  const thing = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByRole('link', { name: '看来龙去脉' }).click();
  await arrive(page, '来龙去脉');
  const line = page.getByRole('article').filter({ hasText: '从这里打开' });
  await expect(line.getByRole('heading')).toHaveText(thing);
  await expect(line).toContainText('出自议事会');
  await expect(line).toContainText('回应来事');
  const matter = page.getByRole('article').filter({ hasText: '由议定事项回应' }).first();
  await expect(matter.getByRole('link', { name: thing })).toBeVisible();
}
