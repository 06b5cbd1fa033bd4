import { chromium, type Browser, type Page } from '@playwright/test';
import { openUnrecorded, writeAttendance, writeMinutes } from '../after-session.ts';
import { chromiumAdvice, chromiumArguments, findChromium } from '../chromium.ts';
import { openMatter, openOwnWords } from '../inbox.ts';
import { expectState, openSection, settled, signIn, takeStep, type Person } from '../offices.ts';
import { follow, showcase, tell } from '../residents-site.ts';
import {
  acceptedMatter,
  announce,
  earlyHour,
  expectNoticed,
  fillSchedule,
  makeTopic,
  refusalOn,
} from '../scheduling.ts';
import { inTown } from '../town.ts';
import { take } from './camera.ts';

const mostBytes = 2_500_000;
const lamp = '村口那盏路灯坏了快半个月，晚上接孩子回来黑漆漆的，前天有个老人差点踩进水沟，盼着早点修。';

await inTown(async (url) => {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error(chromiumAdvice);
  // What the browser itself writes, as into a field for a day, follows the language of its own.
  const browser = await chromium.launch({
    executablePath,
    args: [...chromiumArguments, '--lang=zh-CN'],
    env: { ...process.env, LANGUAGE: 'zh_CN' },
  });
  let bytes = 0;
  try {
    const open = () => openPage(browser, url);
    for (const pictures of [residents, sessions, minutes, offices]) bytes += await pictures(open);
  } finally {
    await browser.close();
  }
  console.log(`All pictures: ${(bytes / 1e6).toFixed(1)} MB.`);
  if (bytes > mostBytes) process.exitCode = 1;
});

type Open = () => Promise<Page>;

async function openPage(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  return context.newPage();
}

async function at(open: Open, who: Person): Promise<Page> {
  const page = await open();
  await signIn(page, who);
  return page;
}

/** What residents see: the first page, telling, a notice, their own matter. */
async function residents(open: Open): Promise<number> {
  const page = await open();
  await page.goto('/');
  let bytes = await take(page, 'home');
  await page.goto('/tell');
  await page.getByLabel('把事情说出来').fill(lamp);
  await page.getByLabel('是哪里的事？').fill(showcase.words);
  bytes += await take(page, 'tell');
  const slip = await tell(page, lamp, { place: showcase, look: async () => undefined });
  const host = await at(open, 'host');
  await openMatter(host, slip.receipt);
  await openOwnWords(host, lamp);
  await takeStep(host, '受理');
  await expectState(host, '已受理');
  await follow(page, slip);
  bytes += await take(page, 'follow');
  await openSection(host, '居民来事');
  await settled(host);
  bytes += await take(host, 'inbox');
  await host.getByRole('row').filter({ hasText: '请居民评价' }).first().getByRole('link').click();
  await expectState(host, '请居民评价');
  bytes += await take(host, 'issue');
  await page.goto('/sessions');
  await page.locator('main a[href^="/sessions/"]').first().click();
  return bytes + (await take(page, 'notice'));
}

/** Scheduling, when the hall is taken. */
async function sessions(open: Open): Promise<number> {
  const [resident, host] = [await open(), await at(open, 'host')];
  const start = earlyHour();
  const lamps = ['村口路灯不亮', '小学门口路灯闪烁'];
  for (const [nth, title] of lamps.entries()) {
    const number = await acceptedMatter(resident, host, {
      words: `${title}，接孩子的人多，请来看看。`,
      title,
    });
    await makeTopic(host, [number], `${title}，谁来修`);
    await fillSchedule(host, start);
    await announce(host);
    if (nth === 0) await expectNoticed(host, `${title}，谁来修`);
  }
  await refusalOn(host).waitFor();
  return take(host, 'schedule', { 360: 1700, 1440: 1400 });
}

/** Writing down what came of a session. */
async function minutes(open: Open): Promise<number> {
  const host = await at(open, 'host');
  await openUnrecorded(host, 0);
  await writeAttendance(host);
  await writeMinutes(host);
  return take(host, 'minutes');
}

/** The county's table, and everything that came of one resident's words. */
async function offices(open: Open): Promise<number> {
  const county = await at(open, 'county');
  await county.goto('/admin/reports?period=year');
  await county
    .getByRole('link', { name: /，打开名单$/ })
    .filter({ visible: true })
    .first()
    .waitFor();
  const bytes = await take(county, 'table');
  await county.goto('/admin/lines?state=closed');
  await county.getByRole('table').getByRole('link').first().click();
  await county.getByRole('link', { name: '看来龙去脉' }).click();
  await county.getByRole('article').first().waitFor();
  return bytes + (await take(county, 'chain'));
}
