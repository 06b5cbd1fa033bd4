import { expect, test, type Page } from '@playwright/test';
import { arrive, heading, openSection, pick, settled, signIn, takeStep } from './offices.ts';
import { expectUsable, widths } from './page-checks.ts';

const today = () => Temporal.Now.plainDateISO('Asia/Shanghai');
const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

/** Opens one of the sites of the person's places, counted from 0, and answers its id. */
async function openSite(page: Page, index: number): Promise<string> {
  await openSection(page, '站点');
  await settled(page);
  await expectUsable(page);
  await page.locator('table.listing tbody td.names a').nth(index).click();
  await expect(page.getByRole('heading', { name: '六有标准' })).toBeVisible();
  await settled(page);
  await expectUsable(page);
  return new URL(page.url()).pathname.split('/').at(-1)!;
}

/** Opens the page that everybody sees; it may be a few seconds behind the records. */
async function untilPublic(page: Page, siteId: string, words: string): Promise<void> {
  await expect(async () => {
    await page.goto(`/sites/${siteId}`);
    await expect(page.getByText(words).first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 15_000 });
}

/** A rota of today at a site, one member late in the evening, made and published. */
async function planToday(page: Page, siteId: string, index: number): Promise<void> {
  await page.goto(`/admin/rotas/new?site=${siteId}`);
  await arrive(page, '排班');
  const mine = weekdays[today().dayOfWeek - 1]!;
  for (const day of weekdays) await page.getByRole('checkbox', { name: day }).setChecked(day === mine);
  await pick(page.getByLabel('遇到休息日'), '休息日照常');
  await page.getByLabel('从哪天起').fill(today().toString());
  await page.getByLabel('到哪天止').fill(today().toString());
  await page.getByLabel('几点开始').fill('23:30');
  await page.getByLabel('几点结束').fill('23:59');
  await page.getByLabel('轮值的委员').click();
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').nth(index).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '先看一遍' }).click();
  await expect(page.getByText('共 1 班', { exact: false })).toBeVisible();
  await expectUsable(page);
  await page.getByRole('button', { name: '就这样排' }).click();
  await expect(heading(page)).toHaveText('站点值班');
  await takeStep(page, '公布', async () => undefined);
}

// Each width has a site and a member of its own, so that both can be gone through at once.
for (const [index, { name, viewport, hasTouch }] of widths.entries()) {
  test.describe(`a site at ${name}`, () => {
    test.use({ viewport, hasTouch });

    test('is found by a resident in two taps, with the next time somebody is there', async ({ page }) => {
      await page.goto('/');
      // One tap on the county, one on the township.
      await page
        .getByRole('link', { name: /婺城区/ })
        .first()
        .click();
      await page.locator('main').getByRole('link', { name: '白龙桥镇', exact: true }).click();
      await expect(page.getByText(/下次开门|正在开放|还没有登记开放时间/).first()).toBeVisible();
      await expectUsable(page);
    });

    test('is changed by its host, judged by its records and read by everybody', async ({ page }) => {
      await signIn(page, 'host');
      const siteId = await openSite(page, index);
      await page.getByRole('link', { name: '修改', exact: true }).click();
      await expect(heading(page)).toContainText('修改');
      await settled(page);
      const rule = `一、人人平等发言，一次不超过三分钟（${name}）。`;
      await page.getByLabel('议事室的规矩').fill(rule);
      await page.getByLabel('谁牵头').fill('白龙桥镇党委书记');
      await page.getByLabel('为什么改').fill('补登规矩');
      await expectUsable(page);
      await page.getByRole('button', { name: '保存' }).click();
      await expect(page.getByRole('heading', { name: '六有标准' })).toBeVisible();
      await expect(page.getByText(/六项都有|缺 \d 项/).first()).toBeVisible();
      await page.getByRole('link', { name: /议事会.*点开看记录/ }).click();
      await arrive(page, '站点的记录');
      await untilPublic(page, siteId, rule);
      await expect(page.getByText('白龙桥镇党委书记')).toBeVisible();
      expect(await page.locator('main').innerText()).not.toMatch(/(?<!\d)1[3-9]\d{9}(?!\d)/);
      await expectUsable(page);
    });

    test('has its rota printed, and a visitor written down without a network is not lost', async ({
      page,
      context,
    }) => {
      await signIn(page, 'host');
      const siteId = await openSite(page, index);
      await planToday(page, siteId, index);
      await expect(page.getByRole('button', { name: /打印这个月/ })).toBeVisible();
      await expectUsable(page);
      await page.locator('.month-turn a').filter({ hasText: '23:30' }).last().click();
      await expect(page.getByRole('heading', { name: '这一班' })).toBeVisible();
      const turnPage = page.url();
      await page.getByRole('link', { name: '记来访' }).click();
      await arrive(page, '记来访');
      await page.waitForLoadState('networkidle');

      await context.setOffline(true);
      const about = `怎么申请加装电梯（${name}）`;
      // What the house would refuse later is refused before it is locked away.
      await page.getByLabel('咨询什么').fill('王某 13900001111 来问电梯');
      await page.getByRole('button', { name: '记下' }).click();
      await expect(page.getByText('这里不写能认出来访人的内容', { exact: false })).toBeVisible();
      await expect(page.getByText(/没有网络时记下的/)).toHaveCount(0);
      await page.getByLabel('咨询什么').fill(about);
      await page.getByRole('button', { name: '记下' }).click();
      await expect(page.getByText('没有网络时记下的 1 位')).toBeVisible();
      await page.getByText('有事要反映').click();
      await page.getByLabel('事情是什么').fill('村口的路灯坏了一个星期，晚上看不清路。');
      await page.getByLabel('称呼').fill('来访人甲');
      await page.getByLabel(/上面这段话已经念给对方听/).check();
      await page.getByRole('button', { name: '记下' }).click();
      await expect(page.getByText('没有网络时记下的 2 位')).toBeVisible();
      await expectUsable(page);
      const kept = await page.evaluate(
        () =>
          new Promise<string>((settle) => {
            const opening = indexedDB.open('tongxin-visits');
            opening.addEventListener('success', () => {
              const asked = opening.result.transaction('visits').objectStore('visits').getAll();
              asked.addEventListener('success', () => settle(JSON.stringify(asked.result)));
            });
          }),
      );
      for (const word of ['电梯', '路灯', '来访人甲']) expect(kept).not.toContain(word);

      // It is sent from whatever screen is open, which says so.
      await openSection(page, '站点');
      const notice = (count: number) => page.getByText(`还有 ${count} 位没有处理完。`);
      await expect(notice(2)).toBeVisible();
      // A screen that was never opened waits for the network; the page stays.
      await page.locator('a.who').click();
      await expect(notice(2)).toBeVisible();
      await context.setOffline(false);
      await expect(heading(page)).toHaveText('我的账号');
      await expect(notice(1)).toBeVisible({ timeout: 30_000 });
      await page.getByRole('link', { name: '去处理' }).click();
      await expect(page.getByText('已经送到。请把回执交给本人。')).toBeVisible();
      await page.getByRole('button', { name: '看回执' }).click();
      await expect(page.getByText(/^[0-9A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).first()).toBeVisible();
      await page.goto(turnPage);
      await expect(page.getByText(about, { exact: false })).toBeVisible();
      await expect(page.getByText('还有 1 位是没有网络时记下的')).toBeVisible();
      await expectUsable(page);
      await page.getByRole('link', { name: '去处理' }).first().click();
      await takeStep(page, '回执已交给本人', async () => undefined);
      await expect(page.getByText(/没有网络时记下的/)).toHaveCount(0);
      await untilPublic(page, siteId, '值班委员');
      await expect(page.getByText('接待制度：来访')).toBeVisible();
      await expectUsable(page);
    });

    test('is counted in the city’s grid, and every number opens its list', async ({ page }) => {
      await signIn(page, 'city');
      await openSection(page, '站点');
      await page.getByRole('link', { name: '覆盖情况' }).click();
      await arrive(page, '站点覆盖');
      await expect(page.locator('.tile').first()).toBeVisible();
      await expectUsable(page);
      const number = page.locator('.tile a').filter({ hasText: /用 \d/ }).first();
      const said = Number(/\d+/.exec(await number.innerText())![0]);
      await number.click();
      await settled(page);
      await expect(page.locator('table.listing tbody tr')).toHaveCount(said);
      await expectUsable(page);
    });
  });
}

// Few are without a place, so the widths share one of them: in at the one, out at the other.
test('a site gets a member from the list of those without a place, and gives them back', async ({ page }) => {
  await page.setViewportSize(widths[0]!.viewport);
  await signIn(page, 'county');
  await page.goto('/admin/placements?show=unplaced');
  await arrive(page, '委员编组');
  const first = page.locator('table.listing tbody tr').first();
  const member = await first.locator('.names').innerText();
  await first.getByRole('button', { name: '编入站点' }).click();
  const dialog = page.getByRole('dialog');
  await pick(dialog.getByLabel('先选地方'), '白龙桥镇');
  await dialog.getByLabel('编到哪个站点').click();
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click();
  await dialog.getByLabel('原因').fill('编组下沉');
  await expectUsable(page);
  await dialog.getByRole('button', { name: '编入站点' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.locator('table.listing .names', { hasText: member })).toHaveCount(0);
  await page.setViewportSize(widths[1]!.viewport);
  // Whoever is placed is found there, and stands in the list again when they are taken out.
  await page.goto('/admin/placements?show=placed');
  await arrive(page, '委员编组');
  await page.locator('table.listing tbody tr', { hasText: member }).getByRole('link').last().click();
  await settled(page);
  const here = page.getByRole('row').filter({ hasText: member });
  await here.getByRole('button', { name: '编出' }).click();
  const leaving = page.getByRole('dialog', { name: '编出' });
  await leaving.getByLabel('原因').fill('工作调动');
  await leaving.getByRole('button', { name: '编出' }).click();
  await expect(leaving).toBeHidden();
  await page.goto('/admin/placements?show=unplaced');
  await expect(page.locator('table.listing .names', { hasText: member })).toBeVisible();
});
