import { newId } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import {
  addArchiveLink,
  addArchivePhotos,
  addArchiveText,
  cancelEvent,
  endEvent,
  recordList,
  showArchiveItem,
} from '@tongxin/events/commands';
import { eventArchive } from '@tongxin/events/papers';
import { eventDesk, listArchive } from '@tongxin/events/queries';
import {
  afterEvent,
  duringEvent,
  eventSceneOf,
  makeDraft,
  makeEvent,
  makeInvited,
  type EventScene,
} from '@tongxin/events/testing';
import { makePhoto } from '@tongxin/files/testing';
import { makeTown } from '@tongxin/matters/testing';
import { makePlatform } from '@tongxin/platforms/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSite, textOf, type TestSite } from './testing/browser.ts';

let database: TestDatabase;
let site: TestSite;
let scene: EventScene;
beforeAll(async () => {
  database = await testDatabase();
  scene = await eventSceneOf(database, await makeTown(database));
  site = await openTestSite(database);
});
afterAll(async () => {
  await site.close();
  await database.close();
});

const get = async (path: string) => site.browser().get(path);
const text = async (path: string) => textOf((await get(path)).html);
const open = { mustAttend: false, signUp: 'public' as const };
const parlour = () =>
  makePlatform(scene.at({ kind: 'system' }), {
    organisationId: scene.town.township.id,
    townshipCode: '330702001',
  });

describe('the public page of an event', () => {
  it('says what, when, where, by whom and who speaks, and that anybody may come', async () => {
    const platformId = await parlour();
    const id = await makeEvent(scene, {
      ...open,
      platformId,
      title: '家门口的健康讲座',
      category: 'lecture',
      speaker: '一位主任医师',
      summary: '高血压怎么管。',
    });
    const page = await text(`/events/${id}`);
    for (const seen of [
      '家门口的健康讲座',
      '2026年12月1日（周二）09:00–11:00',
      '一位主任医师',
      '高血压怎么管。',
      '到时直接来就行',
    ])
      expect(page).toContain(seen);
    expect((await get(`/events/${id}.ics`)).html).toContain('DTSTART:20261201T010000Z');
  });

  it('is not there for what only invited people or members may come to, nor for a draft', async () => {
    const { id: memberId } = await makeInvited(database, scene.town);
    const hidden = [
      await makeEvent(scene, { memberIds: [memberId] }),
      await makeEvent(scene, { mustAttend: false, signUp: 'members' }),
      await makeDraft(scene, open),
    ];
    for (const id of hidden) {
      expect((await get(`/events/${id}`)).status).toBe(404);
      expect((await get(`/events/${id}.ics`)).status).toBe(404);
    }
  });

  it('names no part that only invited people come to', async () => {
    const whole = await makeEvent(scene, { ...open, placeWords: '广场' });
    const part = { parentId: whole, endsAt: '2026-12-01T10:00:00+08:00' };
    await makeEvent(scene, { ...part, title: '闭门碰头会', mustAttend: false });
    await makeEvent(scene, { ...part, ...open, title: '现场问答' });
    const page = await text(`/events/${whole}`);
    expect([page.includes('现场问答'), page.includes('闭门碰头会')]).toEqual([true, false]);
  });

  it('names no part that was never announced, not even when all of it is called off, and says which part is off', async () => {
    const whole = await makeEvent(scene, { ...open, placeWords: '广场' });
    const part = { ...open, parentId: whole, endsAt: '2026-12-01T10:00:00+08:00' };
    const off = await makeEvent(scene, { ...part, title: '露天放映' });
    await makeDraft(scene, { ...part, title: '还没想好的一场' });
    const county = scene.at(scene.county);
    await cancelEvent(county, { id: off, reason: '下雨' });
    expect(await text(`/events/${whole}?lang=zh-CN`)).toMatch(/露天放映.{1,60}已取消/s);
    expect((await eventDesk(scene.at(scene.auditor), whole)).parts.map(({ title }) => title)).toEqual([
      '露天放映',
    ]);
    await cancelEvent(county, { id: whole, reason: '台风' });
    const page = await text(`/events/${whole}?lang=zh-CN`);
    expect([page.includes('露天放映'), page.includes('还没想好的一场')]).toEqual([true, false]);
    expect((await eventDesk(county, whole)).parts).toHaveLength(2);
    const { entries } = await eventArchive(county, whole, { locale: 'zh-CN', demo: false });
    expect(entries[0]).toMatchObject({ text: expect.stringMatching(/露天放映 .{16} 已取消/) });
  });

  it('says why it is called off', async () => {
    const id = await makeEvent(scene, open);
    await cancelEvent(scene.at(scene.county), { id, reason: '台风' });
    expect(await text(`/events/${id}`)).toContain('这项活动取消了。原因：台风');
  });

  it('shows afterwards what its organiser publishes, and nothing that was only kept', async () => {
    const id = await makeEvent(scene, open);
    await endEvent(scene.at({ kind: 'system' }, afterEvent), id);
    const county = scene.at(scene.county, afterEvent);
    await recordList(county, { id, how: 'list', entries: [], others: 46 });
    const photoId = await makePhoto(scene.at(scene.county), site.storage);
    await addArchivePhotos(county, { id, photoIds: [photoId], caption: '会场一角' });
    const text1 = {
      id,
      kind: 'finding' as const,
      key: newId(),
      title: '座位不够',
      body: '下回换大一点的屋子。',
    };
    await addArchiveText(county, text1);
    const text2 = { ...text1, kind: 'text' as const, key: newId(), title: '内部小结' };
    await addArchiveText(county, text2);
    const url = 'https://news.example.org/1';
    await addArchiveLink(county, { id, key: newId(), title: '报纸上的一篇', url });
    expect(await text(`/events/${id}`)).not.toContain('会场一角');
    expect((await get(`/files/${photoId}/large`)).status).toBe(404);
    const { rows: items } = await listArchive(county, { id });
    for (const { id: itemId, title } of items)
      if (title !== '内部小结') await showArchiveItem(county, { id, itemId, published: true, looked: true });
    site.move(afterEvent);
    const { html } = await get(`/events/${id}?lang=zh-CN`);
    const page = textOf(html);
    for (const seen of ['已办完', '46 人', '会场一角', '座位不够', '报纸上的一篇'])
      expect(page).toContain(seen);
    expect(page).not.toContain('内部小结');
    expect(html).toContain(`/files/${photoId}/large`);
    expect(html).toContain('href="https://news.example.org/1"');
  });
});

describe('the public page of a site', () => {
  it('lists its next public event and those that were held there, and what went to see it', async () => {
    const platformId = await parlour();
    const later = { startsAt: '2026-12-08T09:00:00+08:00', endsAt: '2026-12-08T11:00:00+08:00' };
    await makeEvent(scene, { ...open, platformId, title: '读书交流会' });
    await makeEvent(scene, { ...open, platformId, title: '下一场读书交流', ...later });
    await makeEvent(scene, { ...open, siteIds: [platformId], title: '现场推进会', ...later });
    await makeEvent(scene, {
      platformId,
      title: '内部学习',
      startsAt: '2026-12-09T09:00:00+08:00',
      endsAt: '2026-12-09T11:00:00+08:00',
    });
    site.move(afterEvent);
    const page = await text(`/sites/${platformId}?lang=zh-CN`);
    for (const seen of [
      '接下来在这里的公开活动',
      '下一场读书交流',
      '现场推进会',
      '在这里办过的公开活动',
      '读书交流会',
    ])
      expect(page).toContain(seen);
    expect(page).not.toContain('内部学习');
    const all = await text(`/events?site=${platformId}`);
    expect([all.includes('下一场读书交流'), all.includes('内部学习')]).toEqual([true, false]);
    expect(await text(`/events?site=${platformId}&past=1`)).toContain('读书交流会');
    site.move(duringEvent);
  });

  it('says nothing of events where there are none', async () => {
    const page = await text(`/sites/${await parlour()}`);
    expect(page).not.toContain('公开活动');
    expect(await text('/events?past=1')).toContain('公开活动');
  });
});
