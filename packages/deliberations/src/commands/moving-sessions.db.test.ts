import { system, type Actor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { listBookings } from '@tongxin/events/queries';
import { residentOf, sceneOf } from '@tongxin/issues/testing';
import { withdrawIssue } from '@tongxin/issues/commands';
import { getChain, getMatter, listHistory } from '@tongxin/matters/queries';
import { makeTown } from '@tongxin/matters/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getSeat, getSession } from '../queries/index.ts';
import {
  at,
  hallSceneOf,
  inDays,
  makeAccepted,
  makeHall,
  makeSession,
  makeTopic,
  sessionStart,
  type HallScene,
} from '../testing/index.ts';
import { cancelSession, giveBackSeat, postponeSession, takeSeat } from './index.ts';

let database: TestDatabase;
let scene: HallScene;

beforeAll(async () => {
  database = await testDatabase({ connections: 25 });
  scene = await hallSceneOf(sceneOf(database, await makeTown(database)));
});
afterAll(() => database.close());

const as = (actor: Actor, now?: Temporal.Instant) => at(scene, actor, now);
const host = () => as(scene.people.host);
const anybody = () => as({ kind: 'anonymous' });
const matter = (id: string) => getMatter(as(system), id);
const lastOf = async (id: string) => (await listHistory(host(), id)).at(-1);
const booked = (id: string, kind: 'platform' | 'member', from = sessionStart) =>
  listBookings(host(), { kind, id }, { start: from.subtract({ hours: 1 }), end: from.add({ hours: 48 }) });

describe('moving a session', () => {
  const later = { startsAt: sessionStart.add({ hours: 24 }), endsAt: sessionStart.add({ hours: 26 }) };

  it('frees the old time, takes the new one, moves every date, keeps the seats and tells why', async () => {
    const hallId = await makeHall(scene);
    const session = await makeSession(scene, { platformId: hallId });
    const { ticket } = await takeSeat(anybody(), { sessionId: session.id, key: crypto.randomUUID() });
    const before = await matter(session.issueIds[0]!);
    await postponeSession(host(), { id: session.id, ...later, reason: '召集人另有会议。' });
    expect(
      (await booked(hallId, 'platform', later.startsAt)).map(({ during }) => during.start.toString()),
    ).toEqual([later.startsAt.toString()]);
    const notice = await getSession(anybody(), session.id);
    expect(notice).toMatchObject({ seatsLeft: 9, sequence: 1 });
    expect(notice.changes.at(-1)).toMatchObject({
      move: 'postpone',
      reason: '召集人另有会议。',
      startsAt: later.startsAt.toString(),
    });
    expect((await getSeat(anybody(), ticket)).startsAt.toString()).toBe(later.startsAt.toString());
    const after = await matter(session.issueIds[0]!);
    expect(Temporal.Instant.compare(after.dueAt!, before.dueAt!)).toBe(1);
    expect(await lastOf(session.id)).toMatchObject({ move: 'postpone', role: 'host' });
  });

  it('is refused where the hall is taken, and then nothing has moved', async () => {
    const hallId = await makeHall(scene);
    const first = await makeSession(scene, { platformId: hallId });
    const second = await makeSession(scene, { platformId: hallId, ...later });
    await expect(
      postponeSession(host(), {
        id: second.id,
        startsAt: sessionStart,
        endsAt: sessionStart.add({ hours: 1 }),
        reason: '提前。',
      }),
    ).rejects.toMatchObject({
      code: 'deliberations.taken',
      facts: { conflicts: [{ number: first.number }] },
    });
    expect((await getSession(anybody(), second.id)).startsAt.toString()).toBe(later.startsAt.toString());
    expect(await booked(hallId, 'platform')).toHaveLength(2);
  });

  it('is refused into the past, without a reason, to a neighbour, and once it was called off', async () => {
    const session = await makeSession(scene);
    const move = (over: object, actor = scene.people.host) =>
      postponeSession(as(actor), { id: session.id, ...later, reason: '改期。', ...over });
    await expect(move({ startsAt: inDays(-2), endsAt: inDays(-2).add({ hours: 1 }) })).rejects.toMatchObject({
      code: 'deliberations.in_the_past',
    });
    await expect(move({ reason: '' })).rejects.toMatchObject({ code: 'matters.reason_missing' });
    await expect(move({ reason: '老王 13900000001 请假。' })).rejects.toMatchObject({
      code: 'deliberations.personal_words',
    });
    await expect(move({}, scene.people.neighbour)).rejects.toMatchObject({ code: 'matters.not_found' });
    await cancelSession(host(), { id: session.id, reason: '台风。' });
    await expect(move({})).rejects.toMatchObject({ code: 'matters.not_now' });
  });
});

describe('calling a session off', () => {
  it('frees hall and people, gives its topics back to the host, and tells everybody why', async () => {
    const hallId = await makeHall(scene);
    const session = await makeSession(scene, { platformId: hallId });
    const { ticket } = await takeSeat(anybody(), { sessionId: session.id, key: crypto.randomUUID() });
    await cancelSession(host(), { id: session.id, reason: '台风停办。' });
    expect(await booked(hallId, 'platform')).toHaveLength(0);
    expect(await matter(session.topicIds[0]!)).toMatchObject({ state: 'collected' });
    expect(await lastOf(session.issueIds[0]!)).toMatchObject({ move: 'date_follows' });
    expect(await getSession(anybody(), session.id)).toMatchObject({
      state: 'cancelled',
      cancelReason: '台风停办。',
      seatsOpen: false,
      topics: [],
    });
    expect(await getSeat(anybody(), ticket)).toMatchObject({ cancelReason: '台风停办。' });
    expect(await lastOf(session.id)).toMatchObject({ move: 'cancel', reason: '台风停办。', role: 'host' });
    const next = await makeSession(scene, { topicIds: session.topicIds, platformId: hallId });
    const { matters } = await getChain(host(), session.issueIds[0]!);
    expect(matters.map(({ id }) => id)).toContain(next.id);
    expect(matters.map(({ id }) => id)).not.toContain(session.id);
  });

  it('is refused without a reason, to a neighbour, and a second time', async () => {
    const session = await makeSession(scene);
    await expect(cancelSession(host(), { id: session.id, reason: '' })).rejects.toMatchObject({
      code: 'matters.reason_missing',
    });
    await expect(
      cancelSession(as(scene.people.neighbour), { id: session.id, reason: '取消。' }),
    ).rejects.toMatchObject({ code: 'matters.not_found' });
    const tries = await Promise.allSettled([
      cancelSession(host(), { id: session.id, reason: '取消。' }),
      cancelSession(as(scene.people.secondHost), { id: session.id, reason: '取消。' }),
    ]);
    expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('leaves a matter alone that its resident withdrew meanwhile', async () => {
    const topic = await makeTopic(scene, { issueIds: await makeAccepted(scene, 2) });
    const session = await makeSession(scene, { topicIds: [topic.id] });
    await withdrawIssue(as(residentOf(topic.issueIds[1]!)), { key: crypto.randomUUID() });
    await cancelSession(host(), { id: session.id, reason: '取消。' });
    expect((await matter(topic.issueIds[1]!)).state).toBe('withdrawn');
  });
});

describe('a seat', () => {
  const seat = (sessionId: string, key: string = crypto.randomUUID()) =>
    takeSeat(anybody(), { sessionId, key });

  it('goes to one resident when twenty reach for the last one', async () => {
    const session = await makeSession(scene, { residentSeats: 1 });
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => seat(session.id)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of tries) {
      if (one.status === 'rejected')
        expect(one.reason).toMatchObject({ code: 'deliberations.full', kind: 'CONFLICT' });
    }
    expect(await getSession(anybody(), session.id)).toMatchObject({ seatsLeft: 0, seatsOpen: false });
  });

  it('is one seat and one ticket, however often the same form is sent', async () => {
    const session = await makeSession(scene);
    const key = crypto.randomUUID();
    const tickets = await Promise.all([seat(session.id, key), seat(session.id, key), seat(session.id, key)]);
    expect(new Set(tickets.map(({ ticket }) => ticket)).size).toBe(1);
    expect((await getSession(anybody(), session.id)).seatsLeft).toBe(9);
  });

  it('given back is free again, once, however often it is given back', async () => {
    const session = await makeSession(scene, { residentSeats: 1 });
    const { ticket } = await seat(session.id);
    await Promise.all([1, 2, 3].map(() => giveBackSeat(anybody(), { ticket })));
    expect((await getSession(anybody(), session.id)).seatsLeft).toBe(1);
    await seat(session.id);
  });

  it('is refused once the session began or was called off, for none that exists, and for a ticket of nobody', async () => {
    const session = await makeSession(scene);
    const { ticket } = await seat(session.id);
    const begun = as({ kind: 'anonymous' }, sessionStart);
    await expect(takeSeat(begun, { sessionId: session.id, key: crypto.randomUUID() })).rejects.toMatchObject({
      code: 'deliberations.seats_closed',
    });
    await expect(giveBackSeat(begun, { ticket })).rejects.toMatchObject({
      code: 'deliberations.seats_closed',
    });
    await cancelSession(host(), { id: session.id, reason: '取消。' });
    await expect(seat(session.id)).rejects.toMatchObject({ code: 'deliberations.seats_closed' });
    await expect(seat(crypto.randomUUID())).rejects.toMatchObject({ code: 'deliberations.not_found' });
    await expect(giveBackSeat(anybody(), { ticket: '22222222' })).rejects.toMatchObject({
      code: 'deliberations.ticket_unknown',
    });
    await expect(getSeat(anybody(), '22222222')).rejects.toMatchObject({
      code: 'deliberations.ticket_unknown',
    });
  });
});
