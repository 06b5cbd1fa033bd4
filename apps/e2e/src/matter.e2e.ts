import { expect, type Page } from '@playwright/test';
import { unit } from './after-session.ts';
import { accept, openAssigned, openMatter, openOwnWords, writeHandlingCopy } from './inbox.ts';
import { arrive, expectState, pick, takeStep, test } from './offices.ts';
import { expectUsable, widths } from './page-checks.ts';
import { photo } from './photo.ts';
import { follow, judge, showcase, tell, type Slip } from './residents-site.ts';

const contact = { name: '王女士', phone: '13900000042' };
const copy = {
  title: '溪边步道护栏松动',
  text: '下游步道约十米护栏松动，居民希望在雨季以前修好，修好以前先围起来。',
};
const quietly = { place: showcase, look: async () => undefined };

/** What no department may ever receive. */
async function expectNothingPersonal(page: Page, words: string): Promise<void> {
  const received = await page.content();
  for (const secret of [words, words.slice(0, 12), contact.name, contact.phone])
    expect(received).not.toContain(secret);
}

async function answerAsDepartment(page: Page, text: string): Promise<void> {
  await takeStep(page, '答复', async (dialog) => {
    await dialog.getByLabel('已经解决').check();
    await dialog.getByLabel('答复内容').fill(text);
    await dialog.getByLabel('添加照片').setInputFiles(photo);
    await expect(dialog.getByRole('img', { name: '照片 1' })).toBeVisible();
  });
  await expectState(page, '已答复，待核实');
}

async function verify(host: Page, number: string): Promise<void> {
  await openMatter(host, number);
  await takeStep(host, '核实属实', async () => undefined);
  await expectState(host, '请居民评价');
  await expectUsable(host);
}

/** The county's office hands it to a department. */
async function route(county: Page, number: string): Promise<void> {
  await openMatter(county, number);
  await takeStep(county, '交承办单位', async (dialog) => {
    await pick(dialog.getByLabel('承办单位'), unit);
  });
  await expectState(county, '已交承办单位');
}

for (const { name, viewport, hasTouch } of widths) {
  test.describe(`a resident's matter at ${name}`, () => {
    test.use({ viewport, hasTouch });

    test('goes from words to striking off, and back once when the resident says no', async ({
      page,
      office,
    }) => {
      const words = `我家孩子每天走溪边步道上学，下游那段护栏一推就晃，${name} 的雨季前能修好吗？`;
      const slip = await tell(page, words, { ...quietly, contact });

      const host = await office('host');
      await expectUsable(host);
      await openMatter(host, slip.receipt);
      await expectUsable(host);
      await openOwnWords(host, words);
      await expectUsable(host);
      await accept(host);
      await writeHandlingCopy(host, copy);

      const county = await office('county');
      await route(county, slip.receipt);

      const clerk = await office('department');
      await openAssigned(clerk, { number: slip.receipt, title: copy.title });
      await expectNothingPersonal(clerk, words);
      await takeStep(clerk, '接办');
      await expectState(clerk, '办理中');
      await takeStep(clerk, '记进展', async (dialog) => {
        await dialog.getByLabel('进展').fill('已到现场看过，材料三天内到。');
      });
      await answerAsDepartment(clerk, '护栏已经重新浇筑固定，试过推不动。');
      await expectNothingPersonal(clerk, words);

      await verify(host, slip.receipt);
      await judge(page, slip, { solved: '没解决', stars: '2 星，不满意', words: '只修了一半，下面还在晃。' });
      await expect(page.locator('#standing')).toContainText('办理中');

      await openAssigned(clerk, { number: slip.receipt, title: copy.title });
      await answerAsDepartment(clerk, '下面一段也重新固定，全段都查过。');
      await verify(host, slip.receipt);
      await judge(page, slip, { solved: '解决了', stars: '5 星，很满意', words: '这回牢了，谢谢。' });

      await strikeOff(await office('county2'), slip.receipt);
      await expectFollowed(page, slip);
    });

    test('waits for the resident’s answer, and a department may send it back', async ({ page, office }) => {
      const words = `老戏台后面的化粪池盖板裂了，${name} 晚上看不清，怕有人踩空。`;
      const slip = await tell(page, words, quietly);

      const host = await office('host');
      await openMatter(host, slip.receipt);
      await takeStep(host, '请居民补充', async (dialog) => {
        await dialog.getByLabel('要问居民什么').fill('是戏台东侧还是西侧的盖板？');
      });
      await expectState(host, '等居民补充');

      await follow(page, slip);
      await page.getByRole('link', { name: '回答主持人的问题' }).click();
      await expectUsable(page);
      await page.getByLabel('您的回答').fill('东侧，挨着老樟树那一块。');
      await page.getByRole('button', { name: '发送回答' }).click();
      await expect(page.getByText('收到您的补充，主持人会接着看。')).toBeVisible();

      await openMatter(host, slip.receipt);
      await accept(host);
      await writeHandlingCopy(host, { title: '戏台边盖板破裂', text: '老戏台东侧化粪池盖板破裂，请更换。' });
      await route(await office('county'), slip.receipt);

      const clerk = await office('department');
      await openAssigned(clerk, { number: slip.receipt, title: '戏台边盖板破裂' });
      await expectNothingPersonal(clerk, words);
      await takeStep(clerk, '退回改交', async (dialog) => {
        await dialog.getByLabel('理由').fill('化粪池归农业农村局管，请改交。');
        await pick(dialog.getByLabel('建议交给'), '婺城区农业农村局');
      });
      await openMatter(host, slip.receipt);
      await expectState(host, '已受理');
    });
  });
}

/** The county's second person closes; whoever handed it out is told why not. */
async function strikeOff(county: Page, number: string): Promise<void> {
  await openMatter(county, number);
  await expectState(county, '已评价，待销号');
  await takeStep(county, '销号', async () => undefined);
  await expectState(county, '已销号');
  await arrive(county, copy.title);
}

/** The resident sees the end, and every office that opened the words. */
async function expectFollowed(page: Page, slip: Slip): Promise<void> {
  await follow(page, slip);
  await expect(page.locator('#standing')).toContainText('已销号');
  await expect(page.getByRole('heading', { name: '谁打开过我的记录' })).toBeVisible();
  await expect(page.locator('main')).toContainText('您的原话');
  await expectUsable(page);
}
