import type { Actor } from '@tongxin/core';
import { transact } from '@tongxin/db';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { listHistory } from '@tongxin/matters/queries';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getEvent, listAsked, listBookings, listInvitees } from '../queries/index.ts';
import { eventInvitees, events, leaveReasons } from '../schema/index.ts';
import {
  afterEvent,
  duringEvent,
  eventSceneOf,
  hoursOf,
  makeDraft,
  makeEvent,
  makeInvited,
  type EventScene,
} from '../testing.ts';
import { answerEvent, askLeave, cancelEvent, decideLeave } from './index.ts';

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
const during = hoursOf('2026-12-01', 9);
const timeOf = (memberId: string) =>
  listBookings(scene.at(scene.county), { kind: 'member', id: memberId }, during);
const answerOf = async (eventId: string, memberId: string) => {
  const [row] = await database.db
    .select({ answer: eventInvitees.answer })
    .from(eventInvitees)
    .where(and(eq(eventInvitees.eventId, eventId), eq(eventInvitees.inviteeId, memberId)));
  return row?.answer;
};
const placesTaken = async (id: string) => {
  const [row] = await database.db
    .select({ taken: events.placesTaken })
    .from(events)
    .where(eq(events.matterId, id));
  return row!.taken;
};
const come = (actor: Actor, id: string, now?: Temporal.Instant) =>
  codeOf(answerEvent(scene.at(actor, now), { id, answer: 'coming' }));
const decline = (actor: Actor, id: string) =>
  codeOf(answerEvent(scene.at(actor), { id, answer: 'declined' }));

describe('saying whether one comes', () => {
  it('takes a place and the member’s time, gives both back, and means the same when said twice', async () => {
    const member = await makeInvited(database, scene.town);
    const id = await makeEvent(scene, { mustAttend: false, memberIds: [member.id], capacity: 2 });
    expect(await timeOf(member.id)).toEqual([]);
    expect([await come(member.actor, id), await come(member.actor, id)]).toEqual(['done', 'done']);
    expect([await answerOf(id, member.id), await placesTaken(id)]).toEqual(['coming', 1]);
    expect(await timeOf(member.id)).toHaveLength(1);
    expect([await decline(member.actor, id), await decline(member.actor, id)]).toEqual(['done', 'done']);
    expect([await answerOf(id, member.id), await placesTaken(id)]).toEqual(['declined', 0]);
    expect(await timeOf(member.id)).toEqual([]);
  });

  it('gives the last place to one of many who reach for it', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => makeInvited(database, scene.town)));
    const id = await makeEvent(scene, { mustAttend: false, signUp: 'members', capacity: 5 });
    const said = await Promise.all(people.map(({ actor }) => come(actor, id)));
    expect(said.filter((code) => code === 'done')).toHaveLength(5);
    expect(said.filter((code) => code === 'events.full')).toHaveLength(7);
    expect(await placesTaken(id)).toBe(5);
  });

  it('by the same member at once to two events of the same hour succeeds for one', async () => {
    const member = await makeInvited(database, scene.town);
    const open = { mustAttend: false, signUp: 'members' };
    const ids = [await makeEvent(scene, open), await makeEvent(scene, open), await makeEvent(scene, open)];
    const said = await Promise.all(ids.map((id) => come(member.actor, id)));
    expect(said.toSorted()).toEqual(['done', 'events.taken', 'events.taken']);
    const counts = await Promise.all(ids.map(placesTaken));
    expect(counts.toSorted((a, b) => a - b)).toEqual([0, 0, 1]);
  });

  it('is for members, for those who are asked or may put themselves down, and only while it is ahead', async () => {
    const [member, other] = [
      await makeInvited(database, scene.town),
      await makeInvited(database, scene.town),
    ];
    const asked = await makeEvent(scene, { mustAttend: false, memberIds: [member.id] });
    expect(await come(scene.county, asked)).toBe('events.not_member');
    expect(await come(other.actor, asked)).toBe('events.not_found');
    expect(await come(member.actor, asked, duringEvent)).toBe('events.answers_closed');
    const draft = await makeDraft(scene, { signUp: 'members' });
    expect(await come(member.actor, draft)).toBe('events.not_found');
    const answerBy = '2026-11-25T09:00:00+08:00';
    const open = await makeEvent(scene, { mustAttend: false, signUp: 'members', answerBy });
    const late = Temporal.Instant.from('2026-11-26T01:00:00Z');
    expect(await come(member.actor, open, late)).toBe('events.answers_closed');
    await cancelEvent(scene.at(scene.county), { id: open, reason: '改期' });
    expect(await come(member.actor, open)).toBe('events.answers_closed');
    expect(await decline(other.actor, asked)).toBe('events.not_found');
  });
});

describe('leave', () => {
  it('is asked for where coming is a duty, and frees the time once it is granted', async () => {
    const member = await makeInvited(database, scene.town);
    const id = await makeEvent(scene, { memberIds: [member.id] });
    expect(await decline(member.actor, id)).toBe('events.must_attend');
    await askLeave(scene.at(member.actor), { id, reason: '单位值班' });
    expect(await codeOf(askLeave(scene.at(member.actor), { id, reason: '再说' }))).toBe(
      'events.leave_needless',
    );
    expect(await timeOf(member.id)).toHaveLength(1);
    await decideLeave(scene.at(scene.county), { id, memberId: member.id, granted: true });
    expect([await answerOf(id, member.id), (await timeOf(member.id)).length]).toEqual(['leave_granted', 0]);
    const moves = (await listHistory(scene.at(scene.county), id)).map(({ move, reason }) => [move, reason]);
    expect(moves.at(-1)).toEqual(['decide_leave', null]);
    expect(await come(member.actor, id)).toBe('done');
    expect(await timeOf(member.id)).toHaveLength(1);
  });

  it('is asked for twice at most, decided once, and not where coming is voluntary', async () => {
    const member = await makeInvited(database, scene.town);
    const id = await makeEvent(scene, { memberIds: [member.id] });
    const decide = { id, memberId: member.id, granted: false };
    expect(await codeOf(decideLeave(scene.at(scene.county), decide))).toBe('events.no_leave_asked');
    for (const reason of ['第一次', '第二次']) {
      await askLeave(scene.at(member.actor), { id, reason });
      const both = await Promise.all([1, 2].map(() => codeOf(decideLeave(scene.at(scene.county), decide))));
      expect(both.toSorted()).toEqual(['done', 'events.no_leave_asked']);
    }
    expect(await codeOf(askLeave(scene.at(member.actor), { id, reason: '第三次' }))).toBe(
      'events.leave_twice',
    );
    expect(await codeOf(askLeave(scene.at(member.actor, duringEvent), { id, reason: '晚了' }))).toBe(
      'events.answers_closed',
    );
    const free = await makeEvent(scene, { mustAttend: false, memberIds: [member.id], ...another });
    expect(await codeOf(askLeave(scene.at(member.actor), { id: free, reason: '有事' }))).toBe(
      'events.leave_needless',
    );
    expect(await codeOf(decideLeave(scene.at(scene.city), decide))).toBe('matters.not_yours');
  });

  it('is explained to the office that decides and to nobody else, in the program and in the database', async () => {
    const member = await makeInvited(database, scene.town);
    const other = await makeInvited(database, scene.town);
    const id = await makeEvent(scene, { ...another, memberIds: [member.id, other.id] });
    const township = await makeEvent(
      scene,
      { ...third, divisionCode: '330702001', memberIds: [member.id] },
      scene.host,
    );
    await askLeave(scene.at(member.actor), { id, reason: '陪母亲看病' });
    await askLeave(scene.at(member.actor), { id: township, reason: '陪父亲看病' });
    const shownTo = async (actor: Actor, eventId: string) => {
      const { rows } = await listInvitees(scene.at(actor), { id: eventId });
      return rows.map(({ leaveReason }) => leaveReason).filter((reason) => reason !== null);
    };
    expect(await shownTo(scene.county, id)).toEqual(['陪母亲看病']);
    // Offices above may read the event and not why somebody asks for leave.
    expect(await shownTo(scene.city, id)).toEqual([]);
    expect(await shownTo(scene.county, township)).toEqual([]);
    expect(await shownTo(scene.host, township)).toEqual(['陪父亲看病']);
    const rowsFor = (actor: Actor) =>
      transact(scene.at(actor), (tx) =>
        tx.select({ reason: leaveReasons.reason }).from(leaveReasons).where(eq(leaveReasons.eventId, id)),
      );
    expect(await rowsFor(member.actor)).toEqual([{ reason: '陪母亲看病' }]);
    for (const actor of [other.actor, scene.host, scene.city, scene.auditor, scene.otherCounty])
      expect(await rowsFor(actor)).toEqual([]);
    expect(JSON.stringify(await listHistory(scene.at(scene.county), id))).not.toContain('看病');
  });
});

const another = { startsAt: '2026-12-02T09:00:00+08:00', endsAt: '2026-12-02T11:00:00+08:00' };
const third = { startsAt: '2026-12-03T09:00:00+08:00', endsAt: '2026-12-03T11:00:00+08:00' };

describe('what is asked of a member', () => {
  it('is there by date with their own answer until it is over, and nobody else’s', async () => {
    const [member, other] = [
      await makeInvited(database, scene.town),
      await makeInvited(database, scene.town),
    ];
    const second = await makeEvent(scene, { ...another, memberIds: [member.id] });
    const first = await makeEvent(scene, { memberIds: [member.id] });
    await makeDraft(scene, { ...third, memberIds: [member.id] });
    const asked = async (actor: Actor, now?: Temporal.Instant) =>
      (await listAsked(scene.at(actor, now), {})).rows.map(({ id, answer }) => [id, answer]);
    expect(await asked(member.actor)).toEqual([
      [first, 'waiting'],
      [second, 'waiting'],
    ]);
    expect(await asked(member.actor, afterEvent)).toEqual([[second, 'waiting']]);
    expect(await asked(other.actor)).toEqual([]);
    expect(await asked(scene.county)).toEqual([]);
    const shown = await getEvent(scene.at(member.actor), first);
    expect(shown.mine).toEqual({ answer: 'waiting', leavesAsked: 0 });
    expect(shown.may).toMatchObject({
      come: { allowed: true },
      decline: { allowed: false, code: 'events.must_attend' },
      askLeave: { allowed: true },
    });
    expect(JSON.stringify(shown)).not.toContain(other.id);
  });
});
