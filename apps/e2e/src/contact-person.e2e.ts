import { expect, type Page } from '@playwright/test';
import { accept, openMatter, openOwnWords, writeHandlingCopy } from './inbox.ts';
import { arrive, expectState, openSection, test } from './offices.ts';
import { expectUsable, widths } from './page-checks.ts';
import { follow, type Slip } from './residents-site.ts';

const visitor = { name: '吴奶奶', phone: '139 0000 0081', address: '三号楼一单元' };

/** Writes down what the visitor says, reads them who sees it, and prints the slip. */
async function writeDown(page: Page, words: string): Promise<Slip> {
  await openSection(page, '我代录的事');
  await arrive(page, '我代录的事');
  await page.getByRole('link', { name: '替来人记一件事' }).click();
  await arrive(page, '窗口代录');
  await page.getByLabel('他是怎么说的').fill(words);
  await page.getByLabel('姓名').fill(visitor.name);
  await page.getByRole('textbox', { name: /^电话/ }).fill(visitor.phone);
  await page.getByLabel('住址').fill(visitor.address);
  await page.getByLabel('我已经把上面这段话念给他听。').check();
  await expectUsable(page);
  await page.getByRole('button', { name: '登记并打印回执' }).click();
  await arrive(page, '回执');
  const [receipt = '', pin = ''] = await page.locator('.paper-number').allTextContents();
  return { receipt, pin };
}

/** Nothing in the page, and nothing kept by the browser, says who it was or what they said. */
async function expectNobody(page: Page, words: string): Promise<void> {
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  const shown = `${await page.content()}${kept}`;
  for (const secret of [words, ...Object.values(visitor)]) expect(shown).not.toContain(secret);
}

for (const { name, viewport, hasTouch } of widths) {
  test.describe(`a contact point at ${name}`, () => {
    test.use({ viewport, hasTouch });

    test('files for an elderly visitor, and its contact person tells how it goes without knowing whom', async ({
      page,
      office,
    }) => {
      const words = `我八十一了，${name} 的台阶没有扶手，下雨天不敢出门，想请人装一根。`;
      const point = await office('contact');
      const slip = await writeDown(point, words);
      await expectNobody(point, words);

      const host = await office('host');
      await openMatter(host, slip.receipt);
      await openOwnWords(host, words);
      await accept(host);
      const copy = { title: `${name} 台阶没有扶手`, text: '居民楼前台阶没有扶手，请加装。' };
      await writeHandlingCopy(host, copy);

      await openSection(point, '我代录的事');
      await arrive(point, '我代录的事');
      await point.getByRole('link', { name: copy.title }).click();
      await arrive(point, copy.title);
      await expectState(point, '已受理');
      await expect(point.locator('.paper')).toContainText(slip.receipt);
      await expect(point.locator('.paper')).toContainText(copy.text);
      await expect(point.locator('.paper')).not.toContainText(slip.pin);
      await expectNobody(point, words);

      // By its address, the host's page of the same matter is not there for them.
      const id = point.url().split('/').at(-1)!;
      await point.goto(`/admin/issues/${id}`);
      await expect(point.locator('main')).toContainText('没有找到');
      await expectNobody(point, words);

      await follow(page, slip);
      await expect(page.locator('#standing')).toContainText('已受理');
    });
  });
}
