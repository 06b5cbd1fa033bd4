import { randomInt } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { openTab, signInMember } from './members-app.ts';
import { arrive, expectState, heading, openSection, pick, settled, takeStep, test } from './offices.ts';
import { expectUsable, widths } from './page-checks.ts';

/** Opens the one of the waiting objections that says this. */
async function openObjection(host: Page, words: string): Promise<void> {
  const list = '/admin/?kind=record_objection';
  const links = host.locator('main table').getByRole('link', { name: '履职记录异议', exact: true });
  for (let at = 0; at < 20; at += 1) {
    await host.goto(list);
    await settled(host);
    await links.nth(at).click();
    await expect(heading(host)).toContainText('说一条记录不对');
    if (await host.getByText(words).isVisible()) return;
  }
  throw new Error('the objection does not wait for the host');
}

for (const { name, viewport, hasTouch } of widths) {
  test.describe(`a record at ${name}`, () => {
    test.use({ viewport, hasTouch });

    test('grows by itself, and the member and their committee’s office read the same lines', async ({
      page,
      office,
    }) => {
      await signInMember(page);
      const [member = ''] = (await page.locator('.lead').innerText()).split('，');
      await openTab(page, '履职记录');
      const all = await page.getByLabel('哪一类').locator('option').first().innerText();
      const lines = Number(all.replaceAll(/\D/g, ''));
      expect(lines).toBeGreaterThan(0);
      const more = page.getByRole('button', { name: '再看一些' });
      const cards = page.locator('main .cards .card');
      await expect(cards.first()).toBeVisible();
      for (let shown = await cards.count(); shown < lines; shown = await cards.count()) {
        await more.click();
        await expect(cards).not.toHaveCount(shown);
      }
      await expect(cards).toHaveCount(lines);
      // Some lines lead to a list: what was written down for a resident, advice given, turns.
      const first = cards.filter({ has: page.locator('a[href*="/sessions/"]') }).first();
      const title = await first.locator('.card-title').innerText();
      await first.getByRole('link').first().click();
      await expect(heading(page)).toHaveText(title);

      const county = await office('county');
      await openSection(county, '委员');
      await county.getByLabel('姓名').fill(member);
      await county.getByLabel('姓名').press('Enter');
      await settled(county);
      await county.getByRole('link', { name: member, exact: true }).first().click();
      await county.getByRole('link', { name: '履职记录', exact: true }).click();
      await arrive(county, `${member}的履职记录`);
      await county.getByRole('link', { name: title }).first().click();
      await arrive(county, title);
    });

    test('lets the member say that a line is not right, and tells them the answer with its date', async ({
      page,
      office,
    }) => {
      const words = `那天我到得早，没有人登记${randomInt(100_000, 999_999)}`;
      await signInMember(page);
      await openTab(page, '履职记录');
      await page.getByLabel('哪一类').selectOption('deliberation');
      await expect(page.locator('main .cards .card').filter({ hasText: '站点值班' })).toHaveCount(0);
      // A line for each width, so that the two do not speak of the same one.
      const title = await page
        .locator('main .card-title')
        .nth(name.startsWith('360') ? 0 : 1)
        .innerText();
      const card = page.locator('main .card').filter({ hasText: title });
      await card.getByRole('button', { name: /这一条不对|还是不对/ }).click();
      await card.getByLabel('哪里不对').fill(words);
      await expectUsable(page);
      await card.getByRole('button', { name: '交给记下它的单位核对' }).click();
      await expect(card).toContainText('待核对');

      const host = await office('host');
      await openObjection(host, words);
      await takeStep(host, '说明为什么不改', async (dialog) =>
        dialog.getByLabel('给委员的答复').fill('签到表上确实没有，会后补了说明。'),
      );
      await expectState(host, '已说明，没有改');
      await page.reload();
      await page.getByLabel('哪一类').selectOption('deliberation');
      await expect(card).toContainText('签到表上确实没有，会后补了说明。');
      await expect(card.getByRole('button', { name: '还是不对，再提一次' })).toBeVisible();
      await expectUsable(page);
    });

    test('says what a group still owes, and whom to ask along', async ({ office }) => {
      const county = await office('county');
      await openSection(county, '委员');
      await county.getByRole('link', { name: '委员小组' }).click();
      const group = `读书小组${name.slice(0, 4).trim()}`;
      await takeStep(county, '成立小组', async (dialog) => {
        await dialog.getByLabel('学习小组').check();
        await pick(dialog.getByRole('combobox').first(), '婺城');
        await dialog.getByLabel('小组名称').fill(group);
      });
      await arrive(county, group);
      await takeStep(county, '本组另定次数', async (dialog) => {
        await pick(dialog.getByRole('combobox'), '学习座谈');
        await dialog.getByRole('spinbutton').fill('3');
      });
      await expect(county.getByText('学习座谈还差 3 次')).toBeVisible();
      await openSection(county, '委员');
      await county.getByRole('link', { name: '各组今年还差什么' }).click();
      await arrive(county, '各组今年还差什么');
      await expect(county.getByRole('link', { name: group })).toBeVisible();
      for (const screen of ['本届还没有参加过培训的委员', '还没有记到活动的地方和委员']) {
        await openSection(county, '委员');
        await county.getByRole('link', { name: screen }).click();
        await arrive(county, screen);
        await expect(county.getByRole('table').last()).toBeVisible();
        await expectUsable(county);
      }
    });
  });
}
