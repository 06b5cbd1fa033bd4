import { system, type Actor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { sceneOf } from '@tongxin/issues/testing';
import { getMatter, listHistory } from '@tongxin/matters/queries';
import { makeTown } from '@tongxin/matters/testing';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getSession, minutesDraft, runSheet } from '../queries/index.ts';
import { minutesDrafts, publishedMinutes } from '../schema/index.ts';
import {
  afterSession,
  at,
  attendanceOf,
  hallSceneOf,
  inDays,
  makeHeld,
  makePublished,
  makeSession,
  minutesOf,
  type HallScene,
} from '../testing/index.ts';
import { correctMinutes, holdSession, saveMinutes, takeSeat } from './index.ts';

let database: TestDatabase;
let scene: HallScene;

beforeAll(async () => {
  database = await testDatabase();
  scene = await hallSceneOf(sceneOf(database, await makeTown(database)));
});
afterAll(() => database.close());

const as = (actor: Actor, now: Temporal.Instant = afterSession) => at(scene, actor, now);
const host = (now?: Temporal.Instant) => as(scene.people.host, now);
const anybody = () => as({ kind: 'anonymous' });
const matter = (id: string) => getMatter(as(system), id);
const lastOf = async (id: string) => (await listHistory(host(), id)).at(-1);

describe('recording a session', () => {
  it('keeps who came of those invited and how many residents, and the journal holds the numbers only', async () => {
    const session = await makeSession(scene);
    const { ticket } = await takeSeat(as({ kind: 'anonymous' }, inDays(1)), {
      sessionId: session.id,
      key: crypto.randomUUID(),
    });
    const { ticket: absent } = await takeSeat(as({ kind: 'anonymous' }, inDays(1)), {
      sessionId: session.id,
      key: crypto.randomUUID(),
    });
    const input = await attendanceOf(scene, session.id);
    const attendance = input.attendance.map((one, at3) => ({
      ...one,
      attended: (['yes', 'leave', 'yes'] as const)[at3]!,
    }));
    await holdSession(host(), { ...input, attendance, tickets: [ticket] });
    expect(await matter(session.id)).toMatchObject({ state: 'held', ownerRole: 'host' });
    expect(await lastOf(session.id)).toMatchObject({
      move: 'hold',
      role: 'host',
      data: { residents: 7, members: 1, units: 1 },
    });
    const sheet = await runSheet(host(), session.id);
    expect(sheet.invitees.map(({ attended }) => String(attended)).toSorted()).toEqual([
      'leave',
      'yes',
      'yes',
    ]);
    expect(new Map(sheet.seats.map((seat) => [seat.ticket, seat.attended]))).toEqual(
      new Map([
        [ticket, 'yes'],
        [absent, 'no'],
      ]),
    );
    expect((await getSession(anybody(), session.id)).residentsPresent).toBe(7);
  });

  it('is refused before it begins, with somebody missing, for a strange ticket, to a neighbour, and twice', async () => {
    const session = await makeSession(scene);
    const input = await attendanceOf(scene, session.id);
    await expect(holdSession(host(inDays(1)), input)).rejects.toMatchObject({
      code: 'deliberations.not_begun',
    });
    await expect(
      holdSession(host(), { ...input, attendance: input.attendance.slice(1) }),
    ).rejects.toMatchObject({ code: 'deliberations.attendance_incomplete' });
    const stranger = [
      ...input.attendance.slice(1),
      { inviteeId: crypto.randomUUID(), attended: 'yes' as const },
    ];
    await expect(holdSession(host(), { ...input, attendance: stranger })).rejects.toMatchObject({
      code: 'deliberations.attendance_incomplete',
    });
    await expect(holdSession(host(), { ...input, tickets: ['22222222'] })).rejects.toMatchObject({
      code: 'deliberations.ticket_unknown',
    });
    await expect(holdSession(as(scene.people.neighbour), input)).rejects.toMatchObject({
      code: 'matters.not_found',
    });
    expect((await matter(session.id)).state).toBe('noticed');
    const twice = await Promise.allSettled([
      holdSession(host(), input),
      holdSession(as(scene.people.secondHost), input),
    ]);
    expect(twice.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('minutes before they are public', () => {
  it('are kept and kept again, by the host and the county office only', async () => {
    const session = await makeHeld(scene);
    await saveMinutes(as(scene.people.county), minutesOf(session.id, { summary: '县里补充了一段。' }));
    expect(await minutesDraft(host(), session.id)).toMatchObject({ summary: '县里补充了一段。' });
    expect(await lastOf(session.id)).toMatchObject({
      move: 'save_minutes',
      role: 'county_office',
      data: { agreed: 1, notAgreed: 1 },
    });
    for (const actor of [
      scene.people.neighbour,
      scene.people.otherCounty,
      scene.people.clerk,
      scene.people.city,
      { kind: 'anonymous' as const },
    ]) {
      await expect(minutesDraft(as(actor), session.id)).rejects.toMatchObject({ code: 'matters.not_found' });
    }
    expect((await getSession(anybody(), session.id)).minutes).toEqual([]);
  });

  it('stand behind a second wall: without the scope of the place the table is empty', async () => {
    const session = await makeHeld(scene);
    const rows = await database.db
      .select({ id: minutesDrafts.sessionId })
      .from(minutesDrafts)
      .where(eq(minutesDrafts.sessionId, session.id));
    expect(rows).toEqual([]);
  });

  it('are refused before the session was held, and after they are public', async () => {
    const coming = await makeSession(scene);
    await expect(saveMinutes(host(), minutesOf(coming.id))).rejects.toMatchObject({
      code: 'matters.not_now',
    });
    const published = await makePublished(scene);
    await expect(saveMinutes(host(), minutesOf(published.id))).rejects.toMatchObject({
      code: 'matters.not_now',
    });
  });
});

describe('correcting published minutes', () => {
  const corrected = (id: string, over: object = {}) => ({
    ...minutesOf(id, { summary: '更正：更换四盏。' }),
    reason: '盏数写错了。',
    confirmed: [],
    ...over,
  });

  it('adds a version with its reason and keeps the one before', async () => {
    const session = await makePublished(scene);
    await correctMinutes(host(inDays(20)), corrected(session.id));
    const page = await getSession(anybody(), session.id);
    expect(page.minutes).toMatchObject([
      { version: 2, summary: '更正：更换四盏。', changeReason: '盏数写错了。' },
      { version: 1, changeReason: null },
    ]);
    expect(page.changes.at(-1)).toMatchObject({ move: 'correct', reason: '盏数写错了。' });
    expect(page.lines).toHaveLength(1);
  });

  it('writes one version after the other when two correct at once', async () => {
    const session = await makePublished(scene);
    const versions = await Promise.all([
      correctMinutes(host(), corrected(session.id)),
      correctMinutes(as(scene.people.county), corrected(session.id)),
    ]);
    expect(new Set(versions.map(({ version }) => version))).toEqual(new Set([2, 3]));
  });

  it('cannot change or remove a version: the application has no right to', async () => {
    const session = await makePublished(scene);
    const update = database.db
      .update(publishedMinutes)
      .set({ summary: '改' })
      .where(eq(publishedMinutes.sessionId, session.id));
    await expect(update).rejects.toMatchObject({ cause: { code: '42501' } });
  });

  it('is refused without a reason, with personal words, before publication, and to a neighbour', async () => {
    const session = await makePublished(scene);
    await expect(correctMinutes(host(), corrected(session.id, { reason: '' }))).rejects.toMatchObject({
      code: 'matters.reason_missing',
    });
    await expect(
      correctMinutes(host(), corrected(session.id, { reason: '应 13900000001 要求。' })),
    ).rejects.toMatchObject({ code: 'deliberations.personal_words' });
    await expect(
      correctMinutes(host(), corrected(session.id, { summary: '联系 13900000001。' })),
    ).rejects.toMatchObject({ code: 'deliberations.personal_words' });
    await expect(correctMinutes(as(scene.people.neighbour), corrected(session.id))).rejects.toMatchObject({
      code: 'matters.not_found',
    });
    const held = await makeHeld(scene);
    await expect(correctMinutes(host(), corrected(held.id))).rejects.toMatchObject({
      code: 'matters.not_now',
    });
  });
});
