import { expect, type Page } from '@playwright/test';
import { arrive, expectState, openSection, pick, settled, takeStep, test } from './offices.ts';
import { expectUsable, widths } from './page-checks.ts';
import { photo } from './photo.ts';

/** Names a kind that nobody had before. */
async function nameKind(county: Page, name: string): Promise<void> {
  await openSection(county, '活动');
  await arrive(county, '活动');
  await county.getByRole('link', { name: '管理叫法' }).click();
  await arrive(county, '活动叫法');
  await takeStep(county, '加一个叫法', async (dialog) => {
    await dialog.getByLabel('叫法', { exact: true }).fill(name);
    await pick(dialog.getByLabel('类别'), '宣讲报告');
    await pick(dialog.getByLabel('谁用'), '办公室');
  });
  await expect(county.getByRole('link', { name, exact: true })).toBeVisible();
}

/** Plans a lecture of that kind for everybody and announces it. */
async function announceLecture(county: Page, kind: string, title: string, hour: string): Promise<void> {
  await openSection(county, '活动');
  await county.getByRole('link', { name: '拟定活动', exact: true }).click();
  await arrive(county, '拟定活动');
  await pick(county.getByLabel('类别', { exact: true }), '宣讲报告');
  await pick(county.getByLabel(/^本单位的叫法/), kind);
  await county.getByLabel('名称', { exact: true }).fill(title);
  await county.getByLabel(/^主讲人和职务/).fill('一位主任医师');
  await county.getByLabel('开始', { exact: true }).fill(`2027-03-05T${hour}:00`);
  await county.getByLabel('结束', { exact: true }).fill(`2027-03-05T${hour}:30`);
  await county.getByLabel(/^地点/).fill('区政协三楼会议室');
  await county.getByText('向社会公开，委员可报名').click();
  await pick(county.getByLabel(/^邀请单位/), '住房和城乡建设局');
  await county.keyboard.press('Escape');
  await expectUsable(county);
  await county.getByRole('button', { name: '存为草稿' }).click();
  await arrive(county, title);
  await takeStep(county, '发出通知', async () => {});
  await expectState(county, '已通知');
}

/** A department that is asked hears of it, opens it from there, and says that somebody comes. */
async function answerFromNotice(department: Page, number: string, title: string): Promise<void> {
  await openSection(department, '消息');
  await arrive(department, '消息');
  await department.getByRole('link', { name: `活动 ${number}`, exact: true }).click();
  await arrive(department, title);
  await department.getByRole('button', { name: '派人参加', exact: true }).click();
  await expect(department.getByRole('button', { name: '派人参加', exact: true })).toHaveCount(0);
  await expect(department.getByRole('status').filter({ hasText: '参加' })).toBeVisible();
}

/** Adds a part and finds it on the one page that prints the whole of it. */
async function printWhole(county: Page, title: string, hour: string): Promise<void> {
  const whole = county.url();
  await county.getByRole('link', { name: '加一个分场' }).click();
  await arrive(county, '拟定活动');
  await pick(county.getByLabel('类别', { exact: true }), '宣讲报告');
  await county.getByLabel('名称', { exact: true }).fill('现场义诊');
  await county.getByLabel('开始', { exact: true }).fill(`2027-03-05T${hour}:00`);
  await county.getByLabel('结束', { exact: true }).fill(`2027-03-05T${hour}:20`);
  await county.getByLabel(/^地点/).fill('区政协一楼大厅');
  await county.getByRole('button', { name: '存为草稿' }).click();
  await arrive(county, '现场义诊');
  await county.goto(whole);
  await arrive(county, title);
  await county.getByRole('link', { name: '打印日程和出席' }).click();
  await arrive(county, '日程和出席');
  await expect(county.getByRole('cell', { name: /现场义诊 · 未发通知/ })).toBeVisible();
  await county.goto(whole);
  await arrive(county, title);
}

/** Keeps a photo and a text, and shows the text to everybody. */
async function keepAndShow(county: Page): Promise<void> {
  await takeStep(county, '加照片', async (dialog) => {
    await dialog.locator('input[type=file]').setInputFiles(photo);
    await expect(dialog.locator('.photos img')).toHaveCount(1);
    await dialog.getByLabel(/^说明/).fill('会场一角');
  });
  await takeStep(county, '加文字', async (dialog) => {
    await dialog.getByLabel('标题').fill('讲了什么');
    await dialog.getByLabel('内容').fill('高血压要按时吃药。');
  });
  await expect(county.getByText('讲了什么')).toBeVisible();
  const text = county.getByRole('listitem').filter({ hasText: '讲了什么' });
  await text.getByRole('button', { name: '公开', exact: true }).click();
  const dialog = county.getByRole('dialog', { name: '公开' });
  await dialog.getByRole('button', { name: '公开', exact: true }).click();
  await expect(dialog.getByText('请先看过再公开。')).toBeVisible();
  await dialog.getByText('我已看过').click();
  await dialog.getByRole('button', { name: '公开', exact: true }).click();
  await expect(text.getByText('已公开')).toBeVisible();
}

for (const { name, viewport, hasTouch } of widths) {
  test.describe(`an event of a county's office at ${name}`, () => {
    test.use({ viewport, hasTouch });

    test('gets a kind of its own, is announced to everybody, answered by a unit, kept, shown and taken away as one file', async ({
      office,
      page,
    }) => {
      const kind = `同心讲堂${viewport.width}`;
      const title = `家门口的健康讲座${viewport.width}`;
      const county = await office('county');
      await county.setViewportSize(viewport);
      await nameKind(county, kind);
      const hour = viewport.width === 360 ? '09' : '10';
      await announceLecture(county, kind, title, hour);
      const number = (await county.locator('.page-head').innerText()).match(/E330702-\d+-\d+/)![0];
      const department = await office('department');
      await department.setViewportSize(viewport);
      await answerFromNotice(department, number, title);
      await printWhole(county, title, hour);
      await keepAndShow(county);
      await settled(county);
      await expectUsable(county);

      const address = await county.getByRole('link', { name: '下载归档包（zip）' }).getAttribute('href');
      const file = await county.request.get(address!);
      expect(file.status()).toBe(200);
      expect((await file.body()).subarray(0, 2).toString()).toBe('PK');

      const eventPage = county.url();
      await county.getByRole('link', { name: '打印签到表' }).click();
      await arrive(county, '签到表');
      await expect(county.getByRole('columnheader')).toHaveCount(7);
      await expect(county.getByRole('columnheader', { name: /电话/ })).toHaveCount(0);

      await county.goto(eventPage);
      await county.getByRole('link', { name: '照这场再办一场' }).click();
      await arrive(county, '拟定活动');
      await expect(county.getByLabel('名称', { exact: true })).toHaveValue(title);
      await expect(county.getByLabel('开始', { exact: true })).toHaveValue('');

      await openSection(county, '活动');
      await pick(county.getByRole('combobox', { name: /叫法/ }), kind);
      await expect(county.getByRole('link', { name: title })).toBeVisible();
      await settled(county);
      await expectUsable(county);

      const id = eventPage.split('/').at(-1)!;
      await page.goto(`/events/${id}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      for (const seen of ['一位主任医师', '讲了什么', '高血压要按时吃药。', '到时直接来就行'])
        await expect(page.getByText(seen).first()).toBeVisible();
      await expect(page.getByText('会场一角')).toHaveCount(0);
      await expectUsable(page);
      await page.goto('/events');
      await expect(page.getByRole('link', { name: title })).toBeVisible();
      await expectUsable(page);
    });
  });
}
