import { expect, type Page } from '@playwright/test';
import { arrive, heading, openSection, settled, test } from './offices.ts';
import { expectUsable, widths } from './page-checks.ts';

/** The numbers that are on the screen: cards on a telephone, a table where there is room. */
const numbersOn = (page: Page) => page.getByRole('link', { name: /，打开名单$/ }).filter({ visible: true });

/** Opens every number of the total and finds as many records as it says; where one record counts for more, their sum. */
async function expectEachNumberOpensItsList(page: Page): Promise<void> {
  const names = await numbersOn(page).evaluateAll((links) =>
    links.map((link) => link.getAttribute('aria-label') ?? ''),
  );
  const totals = names.filter((name) => name.startsWith('合计，'));
  expect(totals.length).toBeGreaterThan(8);
  for (const name of totals) {
    const [, measure = '', number = ''] = name.split('，');
    if (measure.includes('中位数')) continue;
    await page.getByRole('link', { name, exact: true }).filter({ visible: true }).click();
    await expect(heading(page)).toContainText(measure);
    await expect(page.locator('.page-head')).toContainText(`表中的数字：${number}`);
    expect(await countedOn(page), name).toBe(Number(number));
    await page.getByRole('link', { name: '回到统计表' }).click();
    await expect(heading(page)).toHaveText('统计表');
  }
}

/** The records of the list, all its pages, each as often as it counts. */
async function countedOn(page: Page): Promise<number> {
  await settled(page);
  const more = page.getByRole('button', { name: '再看一些' });
  while (await more.isVisible()) {
    const before = await page.getByRole('row').count();
    await more.click();
    await expect.poll(() => page.getByRole('row').count()).toBeGreaterThan(before);
  }
  const rows = page.locator('tbody').getByRole('row');
  const amounts = rows.locator('[data-title=计入]');
  if ((await amounts.count()) === 0) return rows.count();
  const said = await amounts.allInnerTexts();
  return said.reduce((sum, words) => sum + Number(words.replaceAll(/\D/g, '')), 0);
}

async function choosePeriod(page: Page, kind: string): Promise<void> {
  await page.getByRole('combobox', { name: /^时段/ }).click();
  await page.locator('.ant-select-dropdown:visible').getByTitle(kind, { exact: true }).click();
  await settled(page);
}

for (const { name, viewport, hasTouch } of widths) {
  test.describe(`a county's office at ${name}`, () => {
    test.use({ viewport, hasTouch });

    test('reads the table by month, quarter and year, and opens what each number counts', async ({
      office,
    }) => {
      const county = await office('county2');
      await openSection(county, '统计表');
      await arrive(county, '统计表');
      for (const kind of ['月', '季度', '年']) {
        await choosePeriod(county, kind);
        await expect(numbersOn(county).first()).toBeVisible();
      }
      await expectUsable(county);
      await expectEachNumberOpensItsList(county);
    });

    test('comes from a number to the redacted words in four clicks, and takes the table away', async ({
      office,
    }) => {
      const county = await office('county2');
      await openSection(county, '统计表');
      await choosePeriod(county, '年');
      await expectDownloads(county);

      const number = county.getByRole('link', { name: /^合计，收到（件），[1-9]/ }).filter({ visible: true });
      await number.click();
      await settled(county);
      await expectUsable(county);
      await county
        .locator('tbody')
        .getByRole('link')
        .filter({ hasNotText: '办理件还没有写' })
        .first()
        .click();
      await expect(county.getByRole('heading', { name: '办理件' })).toBeVisible();
      await expect(county.locator('.words').first()).toBeVisible();
      await expectUsable(county);
    });

    test('reads everything in English as well', async ({ office }) => {
      const county = await office('county2');
      await county.getByRole('button', { name: 'English' }).click();
      await expect(heading(county)).toHaveText('What waits for me');
      for (const [section, title] of sectionsInEnglish) {
        const opener = county.getByRole('button', { name: 'Open the menu' });
        if (await opener.isVisible()) await opener.click();
        await county.getByRole('navigation').getByRole('link', { name: section, exact: true }).click();
        await expect(heading(county)).toHaveText(title);
        await settled(county);
        await expectUsable(county);
      }
      await county.getByRole('button', { name: '简体中文' }).click();
      await expect(heading(county)).toHaveText('统计表');
    });
  });
}

const sectionsInEnglish = [
  ['Residents’ matters', 'Residents’ matters'],
  ['Topics', 'Topics'],
  ['Sessions', 'Sessions'],
  ['Outcome lines', 'Outcome lines'],
  ['Tables', 'Tables'],
] as const;

async function expectDownloads(page: Page): Promise<void> {
  const files = [
    ['导出表格（xlsx）', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['导出数据（csv）', 'text/csv'],
    ['导出销号表（xlsx）', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ] as const;
  for (const [label, type] of files) {
    const address = await page.getByRole('link', { name: label }).getAttribute('href');
    const file = await page.request.get(address!);
    expect(file.status(), label).toBe(200);
    expect(file.headers()['content-type']).toContain(type);
    expect((await file.body()).length).toBeGreaterThan(500);
  }
}
