import { expect, type Page } from '@playwright/test';
import { arrive, expectState, openSection, pick, takeStep, test } from './offices.ts';
import { expectUsable, widths } from './page-checks.ts';

const dayAfter = (days: number) => Temporal.Now.plainDateISO('Asia/Shanghai').add({ days }).toString();

/** The host orders the county's new offer for a village of theirs. */
async function order(page: Page, title: string): Promise<string> {
  await openSection(page, '送服务到村');
  await arrive(page, '送服务到村');
  await page.getByRole('link', { name: '替村里点单' }).click();
  await arrive(page, '替村里点单');
  await pick(page.getByLabel('点什么'), title);
  await pick(page.getByLabel('哪个村（社区）'), '村');
  await page.getByLabel('希望哪一天').fill(dayAfter(10));
  await page.getByLabel('大约多少人来').fill('80');
  await page.getByRole('button', { name: '点单', exact: true }).click();
  await arrive(page, new RegExp(title));
  await expectState(page, '待答复');
  return page.url();
}

for (const { name, viewport, hasTouch } of widths) {
  test.describe(`an order of a village at ${name}`, () => {
    test.use({ viewport, hasTouch });

    test('gets a date or a reason, and the people served are counted', async ({ office }) => {
      const [county, host] = [await office('county'), await office('host')];
      const title = `眼科义诊 ${name}`;
      await openSection(county, '送服务到村');
      await county.getByRole('link', { name: '看菜单' }).click();
      await arrive(county, '服务菜单');
      await takeStep(county, '上架一项', async (dialog) => {
        await pick(dialog.getByLabel('类别'), '送医疗');
        await dialog.getByLabel('服务项目').fill(title);
        await dialog.getByLabel('送什么，村里准备什么').fill('查视力、配老花镜。村里准备一间屋。');
        await dialog.getByLabel('由谁来').fill('区眼科医疗队');
      });
      await expect(county.getByText(title).first()).toBeVisible();

      const [dated, declined] = [await order(host, title), await order(host, title)];

      await county.goto(dated);
      await takeStep(county, '定日期', async (dialog) => {
        await dialog.getByLabel('哪一天来').fill(dayAfter(0));
      });
      await expectState(county, '已定日期');
      await county.goto(declined);
      await takeStep(county, '说明不能安排', async (dialog) => {
        await dialog.getByLabel('为什么不能安排').fill('年内排满了，明年三月优先。');
      });
      await expect(county.locator('main')).toContainText('不能安排：年内排满了，明年三月优先。');

      await host.goto(declined);
      await arrive(host, new RegExp(title));
      await takeStep(host, '已告知村里');
      await expectState(host, '不能安排，已告知村里');
      await host.goto(dated);
      await takeStep(host, '记服务人数', async (dialog) => {
        await dialog.getByLabel('服务人数').fill('63');
      });
      await expectState(host, '已送到');
      await expect(host.locator('main')).toContainText('63');
      await expectUsable(host);

      await county.goto('/admin/menu');
      const row = county.getByRole('row').filter({ hasText: title });
      await row.getByRole('button', { name: '下架' }).click();
      await county.getByRole('dialog').getByRole('button', { name: '下架', exact: true }).click();
      await expect(county.getByText(title)).toHaveCount(0);
      await expectUsable(county);
    });
  });
}
