import { newId, type Actor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { listHistory } from '@tongxin/matters/queries';
import { members } from '@tongxin/members/schema';
import { asc, eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doorList, eventDesk, listUnasked } from '../queries/index.ts';
import { markOf } from '../rules/index.ts';
import { attendances } from '../schema/index.ts';
import {
  afterEvent,
  duringEvent,
  eventSceneOf,
  makeEvent,
  makeInvited,
  type EventScene,
} from '../testing.ts';
import {
  answerEvent,
  askLeave,
  correctAttendance,
  decideLeave,
  endEvent,
  recordList,
  recordScans,
  settleEvent,
  uninvite,
} from './index.ts';

let database: TestDatabase;
let scene: EventScene;
beforeAll(async () => {
  database = await testDatabase({ connections: 20 });
  scene = await eventSceneOf(database);
});
afterAll(() => database.close());

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );

async function withPeople(count: number, over: Record<string, unknown> = {}) {
  const people = await Promise.all(Array.from({ length: count }, () => makeInvited(database, scene.town)));
  const id = await makeEvent(scene, { memberIds: people.map((one) => one.id), ...over });
  const listed = await database.db
    .select({ memberId: members.id, code: members.doorCode })
    .from(members)
    .where(
      inArray(
        members.id,
        people.map((one) => one.id),
      ),
    );
  const codeOfMember = new Map(listed.map(({ memberId, code }) => [memberId, code]));
  return { id, people: people.map((one) => ({ ...one, code: codeOfMember.get(one.id)! })) };
}

const door = (now = duringEvent) => scene.at(scene.county, now);
const minute = (count: number) => Temporal.Instant.from('2026-12-01T00:50:00Z').add({ minutes: count });
const facts = (eventId: string) =>
  database.db
    .select({
      memberId: attendances.memberId,
      state: attendances.state,
      at: attendances.at,
      receivedAt: attendances.receivedAt,
      how: attendances.how,
    })
    .from(attendances)
    .where(eq(attendances.eventId, eventId))
    .orderBy(asc(attendances.at), asc(attendances.memberId));
const movesOf = async (id: string) => (await listHistory(scene.at(scene.county), id)).map(({ move }) => move);
const end = (id: string) => endEvent(scene.at({ kind: 'system' }, afterEvent), id);

describe('scans at the door', () => {
  it('of forty people that arrive hours later are forty facts with their own times, sent twice or scanned twice', async () => {
    const { id, people } = await withPeople(40);
    const scans = people.map(({ code }, index) => ({ code, at: minute(index) }));
    const again = people.slice(0, 10).map(({ code }, index) => ({ code, at: minute(index + 5) }));
    const first = await recordScans(door(afterEvent), { id, scans: [...scans, ...again] });
    expect(new Set(first.map(({ outcome }) => outcome))).toEqual(new Set(['recorded']));
    const second = await recordScans(door(afterEvent), { id, scans });
    expect(new Set(second.map(({ outcome }) => outcome))).toEqual(new Set(['known']));
    const written = await facts(id);
    expect(written.map(({ at }) => at.toString())).toEqual(scans.map(({ at }) => at.toString()));
    expect(new Set(written.map(({ receivedAt }) => receivedAt.toString()))).toEqual(
      new Set([afterEvent.toString()]),
    );
    // The second batch told nothing new, so history has one entry.
    expect(await movesOf(id)).toEqual(['open', 'publish', 'record']);
  });

  it('sent by two phones at the same time are written once', async () => {
    const { id, people } = await withPeople(6);
    const scans = people.map(({ code }, index) => ({ code, at: minute(index) }));
    const sent = await Promise.all([1, 2, 3, 4].map(() => recordScans(door(), { id, scans })));
    expect(sent.flat().filter(({ outcome }) => outcome === 'recorded')).toHaveLength(6);
    expect(await facts(id)).toHaveLength(6);
  });

  it('tell one by one what became of them: nobody’s code, another day, somebody who was not asked', async () => {
    const { id, people } = await withPeople(1);
    const { people: elsewhere } = await withPeople(1);
    const told = await recordScans(door(), {
      id,
      scans: [
        { code: 'NOBODYS-CODE', at: minute(1) },
        { code: people[0]!.code, at: minute(-60 * 24) },
        { code: people[0]!.code, at: duringEvent.add({ hours: 1 }) },
        { code: people[0]!.code.toLowerCase(), at: minute(2) },
        { code: elsewhere[0]!.code, at: minute(3) },
      ],
    });
    expect(told.map(({ outcome }) => outcome)).toEqual([
      'unknown_code',
      'other_time',
      'other_time',
      'recorded',
      'recorded',
    ]);
    expect((await facts(id)).map(({ at }) => at.toString())).toEqual([minute(2), minute(3)].map(String));
    expect((await listUnasked(door(), { id })).map(({ memberId }) => memberId)).toEqual([elsewhere[0]!.id]);
  });

  it('are sent by whoever scanned them; on a device that changed hands nothing is recorded', async () => {
    const { id, people } = await withPeople(1);
    const scans = [{ code: people[0]!.code, at: minute(1) }];
    const mine = scene.county.kind === 'account' ? scene.county.accountId : '';
    const by = (scannedBy: string) => codeOf(recordScans(door(), { id, scannedBy, scans }));
    expect(await by(newId<'account'>())).toBe('events.scanned_by_another');
    expect(await facts(id)).toEqual([]);
    expect(await by(mine)).toBe('done');
    expect(await facts(id)).toHaveLength(1);
  });

  it('are recognised at the door without the house giving out a code', async () => {
    const { id, people } = await withPeople(2);
    const list = await doorList(door(), { id });
    for (const { id: memberId, code } of people) {
      expect(JSON.stringify(list)).not.toContain(code);
      const listed = list.people.find((one) => one.memberId === memberId);
      expect(listed?.mark).toBe(await markOf(id, code));
    }
  });

  it('are the organiser’s to send: no member, no other office, and nobody once it is settled', async () => {
    const { id, people } = await withPeople(1);
    const scans = [{ code: people[0]!.code, at: minute(1) }];
    const as = (actor: Actor, now = duringEvent) => codeOf(recordScans(scene.at(actor, now), { id, scans }));
    expect(await as(people[0]!.actor)).toBe('matters.not_found');
    expect(await as(scene.otherCounty)).toBe('matters.not_found');
    expect(await as(scene.host)).toBe('matters.not_found');
    expect(await as(scene.city)).toBe('matters.not_yours');
    expect(await codeOf(doorList(scene.at(scene.city), { id }))).toBe('matters.not_found');
    await end(id);
    await settleEvent(door(afterEvent), { id });
    expect(await as(scene.county, afterEvent)).toBe('matters.not_now');
  });

  it('do not turn around what the organiser has written; that takes a correction', async () => {
    const { id, people } = await withPeople(1);
    const [one] = people;
    await recordList(door(), { id, how: 'paper', entries: [{ memberId: one!.id, state: 'absent' }] });
    const [told] = await recordScans(door(), { id, scans: [{ code: one!.code, at: minute(1) }] });
    expect(told).toMatchObject({ outcome: 'recorded_differently' });
    await correctAttendance(door(), { id, memberId: one!.id, state: 'attended', reason: '门口有扫码' });
    expect((await facts(id)).map(({ state }) => state)).toEqual(['attended']);
  });
});

describe('a list of who was there', () => {
  it('is written once, with how many others, and refused whole when somebody is recorded differently', async () => {
    const { id, people } = await withPeople(3);
    const [a, b, c] = people.map((one) => one.id);
    const early = scene.at(scene.county);
    const entries = [
      { memberId: a!, state: 'attended' as const },
      { memberId: b!, state: 'absent' as const },
    ];
    expect(await codeOf(recordList(early, { id, how: 'list', entries }))).toBe('events.not_begun');
    await recordList(door(), { id, how: 'paper', entries, others: 25 });
    await recordList(door(), { id, how: 'list', entries });
    expect(await facts(id)).toHaveLength(2);
    expect(await eventDesk(door(), id)).toMatchObject({
      othersPresent: 25,
      attendance: { attended: 1, absent: 1 },
    });
    const differing = [
      { memberId: c!, state: 'attended' as const },
      { memberId: a!, state: 'leave' as const },
    ];
    expect(await codeOf(recordList(door(), { id, how: 'list', entries: differing }))).toBe(
      'events.recorded_differently',
    );
    expect(await facts(id)).toHaveLength(2);
    expect(await codeOf(uninvite(door(), { id, inviteeId: a! }))).toBe('events.has_fact');
    expect(await movesOf(id)).toEqual(['open', 'publish', 'record']);
  });

  it('is corrected with a reason that stays in the journal beside what stood there before', async () => {
    const { id, people } = await withPeople(2);
    const [one, other] = people;
    const correction = { id, memberId: one!.id, state: 'leave' as const, reason: '会前已口头请假' };
    expect(await codeOf(correctAttendance(door(), correction))).toBe('events.no_fact');
    await recordList(door(), { id, how: 'list', entries: [{ memberId: one!.id, state: 'absent' }] });
    expect(await codeOf(correctAttendance(door(), { ...correction, reason: ' ' }))).toBe(
      'matters.reason_missing',
    );
    const both = await Promise.all([1, 2].map(() => codeOf(correctAttendance(door(), correction))));
    expect(both.toSorted()).toEqual(['done', 'events.no_fact']);
    const last = (await listHistory(door(), id)).at(-1)!;
    expect([last.move, last.reason, last.data]).toEqual([
      'correct',
      '会前已口头请假',
      expect.objectContaining({ memberId: one!.id, from: 'absent', to: 'leave' }),
    ]);
    expect(await codeOf(correctAttendance(door(), { ...correction, memberId: other!.id }))).toBe(
      'events.no_fact',
    );
    expect(await codeOf(correctAttendance(scene.at(scene.host), correction))).toBe('matters.not_found');
  });
});

describe('settling', () => {
  it('writes leave and absence for whoever was expected and not seen, and closes the event', async () => {
    const { id, people } = await withPeople(4);
    const [seen, onLeave, refused, silent] = people;
    for (const one of [onLeave!, refused!]) {
      await askLeave(scene.at(one.actor), { id, reason: '出差' });
      await decideLeave(scene.at(scene.county), { id, memberId: one.id, granted: one === onLeave });
    }
    expect(await codeOf(settleEvent(door(), { id }))).toBe('matters.not_now');
    await recordScans(door(), { id, scans: [{ code: seen!.code, at: minute(1) }] });
    await end(id);
    const both = await Promise.all([1, 2].map(() => codeOf(settleEvent(door(afterEvent), { id }))));
    expect(both.toSorted()).toEqual(['done', 'matters.not_now']);
    const states = new Map((await facts(id)).map(({ memberId, state }) => [memberId, state]));
    expect([seen, onLeave, refused, silent].map((one) => states.get(one!.id))).toEqual([
      'attended',
      'leave',
      'absent',
      'absent',
    ]);
    expect((await listHistory(door(), id)).at(-1)).toMatchObject({
      move: 'settle',
      data: { attended: 1, leave: 1, absent: 2 },
    });
    expect(await eventDesk(door(), id)).toMatchObject({ state: 'settled' });
  });

  it('writes nothing of somebody who was free not to come and never said that they would', async () => {
    const { id, people } = await withPeople(2, { mustAttend: false });
    await answerEvent(scene.at(people[0]!.actor), { id, answer: 'coming' });
    await end(id);
    await settleEvent(door(afterEvent), { id });
    expect((await facts(id)).map(({ memberId, state }) => [memberId, state])).toEqual([
      [people[0]!.id, 'absent'],
    ]);
  });
});
