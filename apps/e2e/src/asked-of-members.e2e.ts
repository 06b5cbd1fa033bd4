import { randomInt } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { signInMember } from './members-app.ts';
import { arrive, expectState, heading, openSection, pick, settled, takeStep, test } from './offices.ts';
import { expectUsable, widths } from './page-checks.ts';
import { photo } from './photo.ts';

/** The name of the member of the demo, as the app greets them. */
async function nameOf(member: Page): Promise<string> {
  const lead = await member.locator('.page-head .lead').innerText();
  return lead.slice(0, lead.indexOf('，'));
}

const inDays = (days: number) => Temporal.Now.plainDateISO('Asia/Shanghai').add({ days }).toString();

/** One card or panel of the members' app that holds these words. */
const withWords = (member: Page, selector: string, words: string) =>
  member.locator(selector).filter({ hasText: words });

for (const { name, viewport, hasTouch } of widths) {
  test.describe(`what is asked of members at ${name}`, () => {
    test.use({ viewport, hasTouch });

    test('a hall asks for an expert and follows the answer', async ({ office, page: member }) => {
      const run = `农业种植${randomInt(100_000, 999_999)}`;
      await signInMember(member);
      const expert = await nameOf(member);
      const county = await office('county');
      await openSection(county, '专家服务');
      await arrive(county, '专家服务');
      await county.getByRole('link', { name: '专家团队' }).click();
      await arrive(county, '专家团队');
      await takeStep(county, '建团队', async (dialog) => {
        await dialog.getByLabel('团队名称').fill(`${run}服务队`);
        await dialog.getByLabel('专业领域').fill(run);
      });
      await arrive(county, `${run}服务队`);
      await takeStep(county, '加一位专家', async (dialog) => {
        await pick(dialog.getByRole('combobox'), expert);
        await dialog.getByLabel('担任组长').check();
      });
      await expect(county.locator('main').getByText(expert)).toBeVisible();
      await takeStep(county, '加一位专家', async (dialog) => {
        await dialog.getByText('外请专家').click();
        await dialog.getByLabel('姓名').fill('林研究员');
        await dialog.getByLabel('单位和职务').fill('市农科院研究员');
      });
      await arrive(county, `${run}服务队`);

      const host = await office('host');
      await openSection(host, '专家服务');
      await host.getByRole('link', { name: '请专家', exact: true }).click();
      await arrive(host, '请专家');
      await host.getByLabel('专业领域').fill(run);
      await host.getByLabel('想请专家看什么').fill('杨梅连年落果，请打 13900001234 找他。');
      await host.getByLabel('希望哪天来').fill(inDays(7));
      await host.getByRole('button', { name: '提出申请' }).click();
      await expect(host.getByText('请去掉电话、证件号和门牌号')).toBeVisible();
      await host.getByLabel('想请专家看什么').fill('杨梅连年落果，想请专家看看是土壤还是病害。');
      await host.getByRole('button', { name: '提出申请' }).click();
      await arrive(host, `请专家：${run}`);
      await expectState(host, '待匹配');

      await openSection(county, '专家服务');
      await county.getByRole('link', { name: run }).first().click();
      await takeStep(county, '匹配专家', async (dialog) =>
        pick(dialog.getByLabel('专家', { exact: true }), expert),
      );
      await expectState(county, '待专家答复');

      await member.goto('/member/');
      await member.getByRole('link', { name: /以专家身份出主意/ }).click();
      await expect(heading(member)).toHaveText('请我出主意');
      const card = withWords(member, '.card', run);
      await card.getByRole('button', { name: '我去' }).click();
      await expectUsable(member);
      await card.getByRole('button', { name: '定下来' }).click();
      await expect(card).toContainText('专家已应约');
      await card.getByRole('button', { name: '写意见' }).click();
      await card.getByLabel('我的意见').fill('先测土，再按缺什么补什么。');
      await card.locator('input[type=file]').setInputFiles(photo);
      await expect(card.getByRole('img', { name: '照片 1' })).toBeVisible();
      await expectUsable(member);
      // The app goes out before it is sent: what was written is there again.
      await member.waitForTimeout(500);
      await member.reload();
      await card.getByRole('button', { name: '写意见' }).click();
      await expect(card.getByLabel('我的意见')).toHaveValue('先测土，再按缺什么补什么。');
      await expect(card.getByRole('button', { name: '删去照片 1' })).toBeVisible();
      await card.getByRole('button', { name: '送出意见' }).click();
      await expect(card).toContainText('待反馈采用情况');

      await host.reload();
      await arrive(host, `请专家：${run}`);
      await expect(host.locator('main')).toContainText('先测土，再按缺什么补什么。');
      await expect(host.getByRole('img', { name: '照片 1' })).toBeVisible();
      await takeStep(host, '反馈采用情况', async (dialog) => dialog.getByText('部分采用').click());
      await takeStep(host, '致谢', async (dialog) =>
        dialog.getByLabel('想对专家说的话').fill('谢谢您专程来一趟。'),
      );
      await expectState(host, '已致谢');

      await member.reload();
      await member.getByRole('button', { name: '以前的' }).click();
      await expect(withWords(member, '.card', run)).toContainText('谢谢您专程来一趟。');
      await expectUsable(member);
    });

    test('a member is visited, asks, is answered with a date and asks again', async ({
      office,
      page: member,
    }) => {
      const ask = `想多参加农业调研${randomInt(100_000, 999_999)}`;
      await signInMember(member);
      const visited = await nameOf(member);
      const county = await office('county');
      await openSection(county, '走访委员');
      await arrive(county, '走访委员');
      await county.getByRole('link', { name: '安排走访' }).click();
      await arrive(county, '安排走访');
      await pick(county.getByLabel('走访哪位委员'), visited);
      await county.getByLabel('哪天去').fill(inDays(0));
      await county.getByLabel('谁去').fill('县政协副主席、委员工委主任');
      await county.getByRole('button', { name: '安排', exact: true }).click();
      await arrive(county, `走访${visited}`);
      await takeStep(county, '记走访', async (dialog) => {
        await dialog.getByRole('button', { name: '加一件事' }).click();
        await dialog.getByLabel('第 1 件事').fill(ask);
      });
      await expectState(county, '有事待答复');
      await takeStep(county, '写内部记录', async (dialog) =>
        dialog.getByRole('textbox', { name: '内部记录' }).fill('只给机关自己看的一句。'),
      );
      await expect(county.locator('main')).toContainText('只给机关自己看的一句。');
      await takeStep(county, '答复', async (dialog) =>
        dialog.getByLabel('怎么答复').fill('下月的调研已经加上您。'),
      );
      await expectState(county, '都已答复');
      await arrive(county, `走访${visited}`);

      await member.goto('/member/');
      await member.getByRole('link', { name: '您提的事有答复了' }).click();
      await expect(heading(member)).toHaveText('走访我的');
      const part = withWords(member, 'li', ask).first();
      await expect(part).toContainText('下月的调研已经加上您。');
      await expect(member.locator('main')).not.toContainText('只给机关自己看');
      await part.getByRole('button', { name: '还没解决，再问' }).click();
      await part.getByLabel('还差什么').fill(`${ask}，名单里没有我。`);
      await expectUsable(member);
      await part.getByRole('button', { name: '送出' }).click();
      await expect(withWords(member, 'li', `${ask}，名单里没有我`)).toContainText(/最晚 .* 答复/);
      await expectUsable(member);

      await county.reload();
      await settled(county);
      await expectState(county, '有事待答复');
      const city = await office('city');
      await city.goto(new URL(county.url()).pathname);
      await arrive(city, `走访${visited}`);
      await expect(city.locator('main')).not.toContainText('只给机关自己看');
    });
  });
}
