import ICAL from 'ical.js';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import {
  answerEvent,
  askLeave,
  cancelEvent,
  decideLeave,
  moveEvent,
  renewFeed,
  uninvite,
} from '@tongxin/events/commands';
import { memberCalendar, openEventsCalendar } from '@tongxin/events/queries';
import { calendarFeeds } from '@tongxin/events/schema';
import { eventSceneOf, makeDraft, makeEvent, makeInvited, type EventScene } from '@tongxin/events/testing';
import { makeTown, testNow } from '@tongxin/matters/testing';
import { makePlatform } from '@tongxin/platforms/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSite, type TestSite } from './testing/browser.ts';

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

const open = { mustAttend: false, signUp: 'public' as const };

/** The entries of a feed as a calendar program reads them. */
async function feed(path: string) {
  const { status, html, headers } = await site.browser().get(path);
  if (status !== 200) return { status, headers, events: [] };
  const calendar = new ICAL.Component(ICAL.parse(html));
  return {
    status,
    headers,
    name: calendar.getFirstPropertyValue('x-wr-calname'),
    events: calendar.getAllSubcomponents('vevent').map((entry) => {
      const event = new ICAL.Event(entry);
      return {
        summary: event.summary,
        location: event.location,
        sequence: event.sequence,
        start: event.startDate.toJSDate().toISOString(),
        status: entry.getFirstPropertyValue('status'),
        url: entry.getFirstPropertyValue('url'),
        uid: event.uid,
      };
    }),
  };
}
const titles = async (path: string) => (await feed(path)).events.map(({ summary }) => summary);

async function memberWithFeed() {
  const member = await makeInvited(database, scene.town);
  const { token } = await renewFeed(scene.at(member.actor));
  return { ...member, token, path: `/calendars/mine/${token}.ics` };
}

describe('a feed for everybody', () => {
  it('of a site, a township, a county and a kind holds what is open to everybody and nothing else', async () => {
    const platformId = await makePlatform(scene.at({ kind: 'system' }), {
      organisationId: scene.town.township.id,
      townshipCode: '330702001',
    });
    const { id: memberId } = await makeInvited(database, scene.town);
    const at = (hour: number) => ({
      startsAt: `2026-12-03T${hour}:00:00+08:00`,
      endsAt: `2026-12-03T${hour + 1}:00:00+08:00`,
    });
    const here = { divisionCode: '330702001', platformId, category: 'study' };
    await makeEvent(scene, { ...here, ...open, ...at(10), title: '读书会' }, scene.host);
    // A study class for invited people, one for members, and a draft: none of them is everybody's to know.
    await makeEvent(scene, { ...here, ...at(11), title: '专题读书班', memberIds: [memberId] }, scene.host);
    const members = { ...here, ...at(12), mustAttend: false, signUp: 'members', title: '委员学习' };
    await makeEvent(scene, members, scene.host);
    await makeDraft(scene, { ...here, ...open, ...at(13), title: '还没通知' }, scene.host);
    const paths = [
      `/halls/${platformId}.ics`,
      '/places/330702001.ics',
      '/places/330702.ics',
      '/calendars/kinds/study.ics',
    ];
    for (const path of paths) expect([path, await titles(path)]).toEqual([path, ['读书会']]);
    expect(await titles('/places/330702002.ics')).toEqual([]);
    expect(await titles('/calendars/kinds/oversight.ics')).toEqual([]);
    expect((await feed('/calendars/kinds/nothing.ics')).status).toBe(404);
    expect((await feed('/halls/nothing.ics')).status).toBe(404);
  });

  it('is what calendar programs understand, with a page that everybody can open', async () => {
    const id = await makeEvent(scene, {
      ...open,
      category: 'outreach',
      title: '义诊；问诊,取药\\一次办',
      placeWords: '桥头社区，二楼',
    });
    const { events, headers, name } = await feed('/calendars/kinds/outreach.ics');
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(name).toBe('下乡服务');
    expect(events).toEqual([
      {
        summary: '义诊；问诊,取药\\一次办',
        location: '桥头社区，二楼',
        sequence: 0,
        start: '2026-12-01T01:00:00.000Z',
        status: 'CONFIRMED',
        url: `http://town.example/events/${id}`,
        uid: `${id}@3307.tongxin`,
      },
    ]);
    const page = await site.browser().get(`/events/${id}`);
    expect(page.status).toBe(200);
  });

  it('keeps what was moved or called off, with a higher number, so that people’s own calendars are corrected', async () => {
    const id = await makeEvent(scene, { ...open, category: 'visit' });
    const startsAt = Temporal.Instant.from('2026-12-02T09:00:00+08:00');
    const time = { startsAt, endsAt: startsAt.add({ hours: 1 }) };
    await moveEvent(scene.at(scene.county), { id, ...time, placeWords: '二楼', reason: '换地方' });
    const [moved] = (await feed('/calendars/kinds/visit.ics')).events;
    expect(moved).toMatchObject({ sequence: 1, start: '2026-12-02T01:00:00.000Z', location: '二楼' });
    await cancelEvent(scene.at(scene.county), { id, reason: '台风' });
    const [gone] = (await feed('/calendars/kinds/visit.ics')).events;
    expect(gone).toMatchObject({ sequence: 2, status: 'CANCELLED', uid: moved!.uid });
  });

  it('forgets what was two months ago', async () => {
    const of = { category: 'research' } as const;
    await makeEvent(scene, { ...open, ...of });
    const later = (days: number) => scene.at({ kind: 'anonymous' }, testNow.add({ hours: 24 * days }));
    const address = (id: string) => id;
    expect(await openEventsCalendar(later(60), of, address)).toHaveLength(1);
    expect(await openEventsCalendar(later(80), of, address)).toEqual([]);
  });
});

describe('a member’s own feed', () => {
  it('holds what this member is asked to, whatever kind, and nobody else’s', async () => {
    const [mine, other] = [await memberWithFeed(), await memberWithFeed()];
    const study = { category: 'study', title: '专题读书班', memberIds: [mine.id] };
    const id = await makeEvent(scene, study);
    await makeDraft(scene, { title: '还没通知', memberIds: [mine.id] });
    const { events, headers } = await feed(mine.path);
    expect(events).toMatchObject([{ summary: '专题读书班', url: `http://town.example/member/events/${id}` }]);
    expect(headers['cache-control']).toBe('private, no-store');
    expect(await titles(other.path)).toEqual([]);
  });

  it('leaves out what was declined or has leave, and what the member is no longer asked to', async () => {
    const mine = await memberWithFeed();
    const day = (date: number) => ({
      startsAt: `2026-12-${date}T09:00:00+08:00`,
      endsAt: `2026-12-${date}T11:00:00+08:00`,
      memberIds: [mine.id],
    });
    const declined = await makeEvent(scene, { ...day(15), mustAttend: false, title: '推掉的' });
    const onLeave = await makeEvent(scene, { ...day(16), title: '准了假的' });
    const uninvited = await makeEvent(scene, { ...day(17), title: '不用来的' });
    await makeEvent(scene, { ...day(18), title: '要来的' });
    await answerEvent(scene.at(mine.actor), { id: declined, answer: 'declined' });
    await askLeave(scene.at(mine.actor), { id: onLeave, reason: '家里有事' });
    expect(await titles(mine.path)).toEqual(['准了假的', '不用来的', '要来的']);
    await decideLeave(scene.at(scene.county), { id: onLeave, memberId: mine.id, granted: true });
    await uninvite(scene.at(scene.county), { id: uninvited, inviteeId: mine.id });
    expect(await titles(mine.path)).toEqual(['要来的']);
  });

  it('shows that an event was called off', async () => {
    const mine = await memberWithFeed();
    const id = await makeEvent(scene, { memberIds: [mine.id] });
    await cancelEvent(scene.at(scene.county), { id, reason: '台风' });
    expect((await feed(mine.path)).events).toMatchObject([{ status: 'CANCELLED', sequence: 1 }]);
  });

  it('has one address at a time: an earlier one stops working when it is made anew', async () => {
    const mine = await memberWithFeed();
    const { token } = await renewFeed(scene.at(mine.actor));
    expect((await feed(mine.path)).status).toBe(404);
    expect((await feed(`/calendars/mine/${token}.ics`)).status).toBe(200);
    expect((await feed('/calendars/mine/anything.ics')).status).toBe(404);
    const kept = await database.db.select({ hash: calendarFeeds.tokenHash }).from(calendarFeeds);
    expect(JSON.stringify(kept)).not.toContain(token);
  });

  it('closes when the member serves no more', async () => {
    const mine = await memberWithFeed();
    await database.pool.query('update members set active = false where id = $1', [mine.id]);
    await expect(
      memberCalendar(scene.at({ kind: 'anonymous' }), mine.token, (id) => id),
    ).rejects.toMatchObject({ code: 'events.feed_unknown' });
    expect((await feed(mine.path)).status).toBe(404);
  });
});
