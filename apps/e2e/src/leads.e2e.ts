import { expect, type Page } from '@playwright/test';
import { arrive, expectState, openSection, takeStep, test } from './offices.ts';
import { expectUsable, widths } from './page-checks.ts';

/** A visit of the city's office in three days, announced. */
async function planVisit(page: Page, title: string): Promise<string> {
  const startsAt = Temporal.Now.instant().add({ hours: 72 });
  const plan = {
    key: crypto.randomUUID(),
    divisionCode: '3307',
    category: 'kinship',
    title,
    placeWords: '演示市政协',
    startsAt: startsAt.toString({ smallestUnit: 'second' }),
    endsAt: startsAt.add({ hours: 3 }).toString({ smallestUnit: 'second' }),
  };
  return page.evaluate(async (input) => {
    const ask = async (path: string, sent: unknown) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`/trpc/${path}`, { method: 'POST', headers, body: JSON.stringify(sent) });
      return (await response.json()) as { result: { data: { id: string } } };
    };
    const { id } = (await ask('events.create', input)).result.data;
    await ask('events.publish', { id });
    return id;
  }, plan);
}

for (const { name, viewport, hasTouch } of widths) {
  test.describe(`a lead from a kinship visit at ${name}`, () => {
    test.use({ viewport, hasTouch });

    test('is entered from the visit, followed up, and ends with what came of it', async ({ office }) => {
      const page = await office('city');
      await openSection(page, '活动');
      // The visit itself is planned through the same procedure as any event; its page is another journey's.
      const visit = await planVisit(page, `赴演示市走亲 ${name}`);
      await page.goto(`/admin/events/${visit}`);
      await page.getByRole('link', { name: '这次走亲的线索' }).click();
      await arrive(page, '引荐线索');
      await page.getByRole('link', { name: '登记一条线索' }).click();
      await arrive(page, '登记线索');
      const organisation = `演示研究院 ${name}`;
      await page.getByLabel('对方单位').fill(organisation);
      await page.getByLabel('是什么线索').fill('想设一条中试线，处长电话 13900000001。');
      await page.getByLabel(/^联系岗位/).fill('合作处处长');
      await page.getByRole('button', { name: '登记', exact: true }).click();
      await expect(page.getByText('这里写单位和岗位').first()).toBeVisible();
      await page.getByLabel('是什么线索').fill('想设一条中试线。');
      await page.getByRole('button', { name: '登记', exact: true }).click();
      await arrive(page, organisation);
      await expectState(page, '跟进中');

      await takeStep(page, '记跟进', async (dialog) => {
        await dialog.getByLabel('做了什么').fill('去看了场地。');
      });
      await expect(page.locator('main')).toContainText('去看了场地。');
      await expectUsable(page);
      await takeStep(page, '记为已落地', async (dialog) => {
        await dialog.getByLabel('落地了什么').fill('签了合作书。');
      });
      await expectState(page, '已落地');
      await openSection(page, '引荐线索');
      await page.getByRole('link', { name: '已了结' }).click();
      await expect(page.getByRole('link', { name: organisation })).toBeVisible();
      await expectUsable(page);
    });
  });
}
