import { expect, type Page } from '@playwright/test';
import { arrive, heading, test } from './offices.ts';
import { expectUsable, widths } from './page-checks.ts';
import {
  acceptedMatter,
  announce,
  earlyHour,
  expectNoticed,
  fillSchedule,
  makeTopic,
  refusalOn,
} from './scheduling.ts';

for (const { name, viewport, hasTouch } of widths) {
  test.describe(`a host at ${name}`, () => {
    test.use({ viewport, hasTouch });

    test('bundles matters, schedules a session, and is offered free times when the hall is taken', async ({
      page,
      office,
    }) => {
      const host = await office('host');
      const lamps = [
        { words: `村口第一盏路灯不亮了，${name} 晚上走路看不见。`, title: '村口路灯不亮' },
        { words: `晒谷场旁边的路灯也坏了，${name} 老人夜里不敢出门。`, title: '晒谷场路灯不亮' },
        { words: `小学门口路灯一闪一闪，${name} 接孩子的人多。`, title: '小学门口路灯闪烁' },
      ];
      const numbers: string[] = [];
      for (const lamp of lamps) numbers.push(await acceptedMatter(page, host, lamp));

      const start = earlyHour();
      const first = `路灯谁来修（${name}）`;
      await makeTopic(host, numbers.slice(0, 2), first);
      await expect(host.locator('main')).toContainText(numbers[1]!);
      expect(await fillSchedule(host, start)).toBeLessThanOrEqual(10);
      await announce(host);
      await expectNoticed(host, first);
      const session = host.url();

      const second = `学校门口的灯（${name}）`;
      await makeTopic(host, numbers.slice(2), second);
      await fillSchedule(host, start);
      await announce(host);
      await takeFreeTime(host, first);
      await expectNoticed(host, second);

      await host.goto(session);
      await expectAnnounced(page, host, first);
      await printRunSheet(host, first);
    });
  });
}

/** The refusal names the session in the way; the first time that suits everybody is taken. */
async function takeFreeTime(host: Page, inTheWay: string): Promise<void> {
  const refusal = refusalOn(host);
  await expect(refusal).toContainText('民生议事堂已经有一场');
  await expect(refusal.getByRole('link').filter({ hasText: inTheWay }).first()).toBeVisible();
  await expect(refusal).toContainText('大家都有空的最近时间');
  await expectUsable(host);
  await refusal.getByRole('button').first().click();
  await announce(host);
}

/** Everybody can read it, put it into a calendar and take a seat without an account. */
async function expectAnnounced(page: Page, host: Page, title: string): Promise<void> {
  await expect(heading(host)).toHaveText(title);
  const address = await host.getByRole('link', { name: '看公告网页' }).getAttribute('href');
  await page.goto(address!);
  await expect(heading(page)).toHaveText(title);
  await expect(page.getByText('还有 6 个，共 6 个')).toBeVisible();
  await expectUsable(page);
  const calendar = await page.getByRole('link', { name: '加进日历（.ics）' }).getAttribute('href');
  const file = await page.request.get(calendar!);
  expect(file.status()).toBe(200);
  expect(file.headers()['content-type']).toContain('text/calendar');
  expect((await file.text()).replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}`);

  await page.getByRole('link', { name: '占一个座位', exact: true }).click();
  await expectUsable(page);
  await page.getByRole('button', { name: '占一个座位' }).click();
  await expect(heading(page)).toHaveText('座位占好了');
  await expectUsable(page);
}

/** The sheet for the day holds the agenda and a line for the seat that was just taken; on paper nothing else. */
async function printRunSheet(host: Page, title: string): Promise<void> {
  await host.getByRole('link', { name: '议事会流程单' }).click();
  await arrive(host, '流程单');
  const seat = host.getByRole('row').filter({ hasText: '居民席 1' });
  await expect(host.locator('.paper')).toContainText(title);
  await expect(seat).toBeVisible();
  await host.emulateMedia({ media: 'print' });
  await expect(host.getByRole('button', { name: '打印' })).toBeHidden();
  await expect(seat).toBeVisible();
  await host.emulateMedia({ media: null });
}
