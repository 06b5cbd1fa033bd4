import { expect, type Locator, type Page } from '@playwright/test';
import {
  answerOnly,
  notAgreed,
  openUnrecorded,
  writeAttendance,
  writeLines,
  writeMinutes,
} from './after-session.ts';
import { accept, openMatter, writeHandlingCopy } from './inbox.ts';
import { arrive, expectState, openSection, pick, settled, takeStep, test } from './offices.ts';
import { expectUsable, widths } from './page-checks.ts';
import { photo } from './photo.ts';
import { follow, judge, showcase, tell, type Slip } from './residents-site.ts';

const quietly = { place: showcase, look: async () => undefined };

for (const [at, { name, viewport, hasTouch }] of widths.entries()) {
  test.describe(`after a session, at ${name}`, () => {
    test.use({ viewport, hasTouch });

    test('the host publishes what was agreed, a department does it, somebody else checks it, its resident judges it', async ({
      page,
      office,
    }) => {
      const slip = await tell(page, `村口拱桥的桥面坑坑洼洼，骑车过去要下来推（${name}）。`, quietly);
      const things = [`先修坏得最重的一段（${name}）`, `把责任牌立到路口（${name}）`];
      const host = await office('host');
      await openMatter(host, slip.receipt);
      await accept(host);
      await writeHandlingCopy(host, { title: '村口拱桥桥面破损', text: '桥面坑洼，骑车难行，请修补。' });
      await openUnrecorded(host, at === 0 ? 0 : -1);
      await takeUp(host, slip);
      await writeAttendance(host);
      await writeMinutes(host);
      await writeLines(host, things);
      await answerOnly(host, 1, slip.receipt);
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
      await readChain(county, slip);

      await judgeTheLine(page, slip, things[0]!);
      const second = await office('county2');
      await openLine(second, things[0]!);
      await takeStep(second, '销号', async () => undefined);
      await expectState(second, '已销号');
      await expectStruckOff(page, slip, things[0]!);
    });
  });
}

/** Somebody else's matter that was talked over as well: it joins the topic before the session is written down. */
async function takeUp(host: Page, { receipt }: Slip): Promise<void> {
  const afterwards = host.url();
  await host.goBack();
  await settled(host);
  await host.locator('main').getByRole('list').getByRole('link').first().click();
  await settled(host);
  await takeStep(host, '加入来事', async (dialog) => {
    await pick(dialog.getByRole('combobox'), receipt);
    await host.keyboard.press('Escape');
  });
  await expect(host.getByRole('link', { name: '村口拱桥桥面破损' })).toBeVisible();
  await host.goto(afterwards);
  await arrive(host, '会后记录');
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
async function readChain(page: Page, { receipt }: Slip): Promise<void> {
  const thing = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByRole('link', { name: '看来龙去脉' }).click();
  await arrive(page, '来龙去脉');
  const line = page.getByRole('article').filter({ hasText: '从这里打开' });
  await expect(line.getByRole('heading')).toHaveText(thing);
  await expect(line).toContainText('出自议事会');
  await expect(line).toContainText('回应来事');
  const matter = page.getByRole('article').filter({ hasText: receipt });
  await expect(matter).toContainText('由议定事项回应');
  await expect(matter.getByRole('link', { name: thing })).toBeVisible();
}

/** The receipt page asks for this line by itself; nobody else's word is waited for. */
async function judgeTheLine(page: Page, slip: Slip, thing: string): Promise<void> {
  await follow(page, slip);
  const line = lineOn(page, thing);
  await expect(line).toContainText('请评价');
  await expectUsable(page);
  const word = { solved: '解决了', stars: '4 星，满意', words: '骑车过去不用下来推了。' };
  await judge(page, slip, word, '评价这一项');
  await expect(page.getByRole('link', { name: '评价这一项' })).toHaveCount(0);
}

async function expectStruckOff(page: Page, slip: Slip, thing: string): Promise<void> {
  await follow(page, slip);
  const line = lineOn(page, thing);
  await expect(line).toContainText('已销号');
  await expectUsable(page);
}

function lineOn(page: Page, thing: string): Locator {
  const lines = page.getByRole('region', { name: '议事会议定的事项' });
  return lines.getByRole('listitem').filter({ hasText: thing });
}
