import { system } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { cancelSession } from '@tongxin/deliberations/commands';
import {
  at,
  hallSceneOf,
  makePublished,
  makeSession,
  sessionStart,
  type HallScene,
} from '@tongxin/deliberations/testing';
import { publishIssue } from '@tongxin/issues/commands';
import { makeIssueIn, sceneOf } from '@tongxin/issues/testing';
import { makeTown, testNow, type Town } from '@tongxin/matters/testing';
import { giveVillage } from '@tongxin/members/commands';
import { makeMember } from '@tongxin/members/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSite, textOf, type TestSite } from './testing/browser.ts';

let database: TestDatabase;
let site: TestSite;
let town: Town;
let scene: HallScene;
beforeAll(async () => {
  database = await testDatabase();
  town = await makeTown(database);
  scene = await hallSceneOf(sceneOf(database, town));
  site = await openTestSite(database);
});
afterAll(async () => {
  await site.close();
  await database.close();
});

const get = async (path: string) => site.browser().get(path);
const text = async (path: string) => textOf((await get(path)).html);

describe('a session’s notice', () => {
  it('says what, where, when and who is invited, and offers a seat and a calendar file', async () => {
    const { id } = await makeSession(scene);
    const page = await text(`/sessions/${id}`);
    for (const seen of [
      '已公告',
      '2026年11月30日（周一）09:00–11:00',
      '民生议事堂',
      '桥头路 12 号二楼',
      '婺城区建设局',
      '召集人',
      '还有 10 个，共 10 个',
    ]) {
      expect(page).toContain(seen);
    }
    const file = await get(`/sessions/${id}.ics`);
    expect(file.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(file.html).toContain('DTSTART:20261130T010000Z');
    expect(file.html.replaceAll('\r\n ', '')).toContain(`URL;VALUE=URI:http://town.example/sessions/${id}`);
  });

  it('gives one seat for one press, also when it is pressed twice, and takes it back', async () => {
    const { id } = await makeSession(scene, { residentSeats: 2 });
    const browser = site.browser();
    const form = await browser.get(`/sessions/${id}/seat`);
    const taken = await Promise.all(
      [1, 2].map(() => browser.post(`/sessions/${id}/seat`, { fields: form.page })),
    );
    expect(new Set(taken.map(({ location }) => location)).size).toBe(1);
    const ticket = taken[0]!.location;
    expect(textOf((await browser.get(ticket)).html)).toContain('座位占好了');
    const found = await browser.post('/tickets', {
      fields: { ticket: ticket.split('/').at(-1)!.toLowerCase() },
    });
    expect(found.location).toBe(ticket);
    expect((await browser.post(`${ticket}/give-back`)).location).toBe(ticket);
    expect(textOf((await browser.get(ticket)).html)).toContain('座位已退');
  });

  it('says that all seats are taken to whoever comes later', async () => {
    const { id } = await makeSession(scene, { residentSeats: 1 });
    const [first, second] = [site.browser(), site.browser()];
    const late = await second.get(`/sessions/${id}/seat`);
    await first.post(`/sessions/${id}/seat`, { fields: (await first.get(`/sessions/${id}/seat`)).page });
    const refused = await second.post(`/sessions/${id}/seat`, { fields: late.page });
    expect([refused.status, textOf(refused.html).includes('座位已经登记满了')]).toEqual([409, true]);
    expect(await text(`/sessions/${id}`)).toContain('1 个已占完');
  });

  it('stays when the session is called off, and says why', async () => {
    const { id } = await makeSession(scene);
    await cancelSession(at(scene, scene.people.host), { id, reason: '召集人临时住院。' });
    expect(await text(`/sessions/${id}`)).toContain('这次议事会取消了。原因：召集人临时住院。');
    expect((await get(`/sessions/${id}.ics`)).html).toContain('STATUS:CANCELLED');
  });

  it('carries the minutes afterwards, with what was not agreed and the lines to be done', async () => {
    const { id } = await makePublished(scene);
    const page = await text(`/sessions/${id}`);
    for (const seen of [
      '谈拢的',
      '没有谈拢的',
      '是否加装监控',
      '更换社区入口三盏路灯',
      '三盏灯连续一周每晚正常亮灯',
      '居民到场 7 人',
    ]) {
      expect(page).toContain(seen);
    }
    expect(await text(`/chain/${id}`)).toContain('另一位居民的反映（未公布）');
  });
});

describe('what is settled', () => {
  it('is listed with the residents’ word on it, and each number opens as many as it says', async () => {
    const { id } = await makeIssueIn(scene, 'closed');
    await publishIssue(at(scene, scene.people.county), { id, confirmed: true });
    const list = await text('/settled?in=330702');
    expect(list).toContain('桥头社区路灯不亮');
    expect(list).toContain('居民认为解决了');
    expect(list).toContain('共 1 件');
    expect(await text('/settled?as=disagreed')).toContain('共 0 件');
    const page = await text(`/settled/${id}`);
    expect(page).toContain('社区入口一盏路灯不亮');
    expect(page).not.toContain('老人出门看不清路');
    expect(await text(`/chain/${id}`)).toContain('桥头社区路灯不亮');
    expect(await text('/')).toContain('桥头社区路灯不亮');
  });

  it('does not show what is not published, by whatever address', async () => {
    const { id } = await makeIssueIn(scene, 'closed');
    for (const path of [`/settled/${id}`, `/chain/${id}`]) {
      const page = await get(path);
      expect([page.status, textOf(page.html).includes('没有这一页')]).toEqual([404, true]);
    }
  });
});

describe('a village', () => {
  it('says its member by name and post, nothing else of them, and nothing where it has nobody', async () => {
    const house = { municipality: database, actor: system, now: () => testNow };
    const member = { organisationId: town.county.id, name: '林桥头', dutyTitle: '某小学校长' };
    const memberId = await makeMember(house, member);
    await giveVillage(house, { villageCode: '330702001001', memberId });
    const page = await text('/place/330702001001');
    for (const seen of ['的联系委员', '林桥头', '某小学校长']) expect(page).toContain(seen);
    expect(page).not.toContain('农业界');
    expect(await text('/place/330702001002')).not.toContain('联系委员');
  });
});

describe('a place', () => {
  it('shows its hall, its sessions, its numbers and its calendars, and can be remembered and forgotten', async () => {
    const browser = site.browser();
    const page = textOf((await browser.get('/place/330702001')).html);
    for (const seen of ['城东街道', '桥头路 12 号二楼', '订阅城东街道的议事会', '桥头社区'])
      expect(page).toContain(seen);
    expect((await browser.get('/places/330702001.ics')).html).toContain('X-WR-CALNAME:城东街道');
    expect((await get(`/halls/${scene.hallId}.ics`)).status).toBe(200);
    expect((await browser.post('/place/330702001/remember')).location).toBe('/');
    expect(textOf((await browser.get('/')).html)).toContain('城东街道的议事会');
    await browser.post('/place/forget');
    expect(textOf((await browser.get('/')).html)).toContain('最近的议事会');
  });

  it('is found by its name, and a name that fits nothing says so', async () => {
    expect(await text(`/find?q=${encodeURIComponent('城东街道 桥头')}`)).toContain('找到 1 个地方');
    expect(await text(`/find?q=${encodeURIComponent('火星')}`)).toContain('没有找到“火星”');
    expect(await text('/find?in=330702')).toContain('城东街道');
    const offered = await get(`/find/options?q=${encodeURIComponent('桥头')}`);
    expect(JSON.parse(offered.html)).toEqual(['婺城区 城东街道 桥头社区']);
  });

  it('of a village shows what its township has', async () => {
    expect(await text('/place/330702001001')).toContain('桥头路 12 号二楼');
  });
});

describe('a list of sessions', () => {
  it('goes on page by page, each session once, and says how many there are', async () => {
    const hall = scene;
    for (let n = 0; n < 22; n += 1) {
      await makeSession(hall, {
        startsAt: sessionStart.add({ hours: 24 * (30 + n) }),
        endsAt: sessionStart.add({ hours: 24 * (30 + n) + 2 }),
      });
    }
    const seen: string[] = [];
    for (let path = '/sessions'; path !== '';) {
      const { html } = await get(path);
      seen.push(...[...html.matchAll(/href="\/sessions\/([0-9a-f-]{36})"/g)].map(([, id]) => id!));
      path =
        /href="(\/sessions\?[^"]*after=[^"]*)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(await text('/sessions')).toContain(`共 ${seen.length} 场`);
  });
});
