import { system, type Actor } from '@tongxin/core';
import { transact } from '@tongxin/db';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { calendarFile } from '@tongxin/events/calendar-file';
import { issues } from '@tongxin/issues/schema';
import { sceneOf } from '@tongxin/issues/testing';
import { makeTown, testNow } from '@tongxin/matters/testing';
import { callerFactory } from '@tongxin/trpc';
import { inArray } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancelSession, postponeSession, takeSeat } from '../commands/index.ts';
import { deliberationsRouter } from '../router.ts';
import {
  afterSession,
  at,
  hallSceneOf,
  inDays,
  makeAccepted,
  makeConvenor,
  makeHall,
  makeHeld,
  makePublished,
  makeSession,
  makeTopic,
  sessionStart,
  type HallScene,
} from '../testing/index.ts';
import {
  countSessions,
  freeSlots,
  getLine,
  getSession,
  listSessions,
  nextSessionsNear,
  runSheet,
  sessionsCalendar,
} from './index.ts';

let database: TestDatabase;
let scene: HallScene;

beforeAll(async () => {
  database = await testDatabase();
  scene = await hallSceneOf(sceneOf(database, await makeTown(database)));
});
afterAll(() => database.close());

const as = (actor: Actor, now: Temporal.Instant = afterSession) => at(scene, actor, now);
const anybody = (now?: Temporal.Instant) => as({ kind: 'anonymous' }, now);
const host = () => as(scene.people.host);

describe('the list of sessions', () => {
  it('shows what is coming by date and what is over newest first, page by page, each once', async () => {
    const hallId = await makeHall(scene);
    const made: string[] = [];
    for (let week = 0; week < 21; week += 1) {
      const startsAt = sessionStart.add({ hours: 24 * 7 * (week + 1) });
      made.push(
        (await makeSession(scene, { platformId: hallId, startsAt, endsAt: startsAt.add({ hours: 1 }) })).id,
      );
    }
    const pages = async (when: 'upcoming' | 'past', now: Temporal.Instant) => {
      const first = await listSessions(anybody(now), { divisionCode: '330702001', when });
      const second = await listSessions(anybody(now), {
        divisionCode: '330702001',
        when,
        after: first.next!,
      });
      expect(first.rows).toHaveLength(20);
      return [...first.rows, ...second.rows].map(({ id }) => id);
    };
    expect(await pages('upcoming', testNow)).toEqual(made);
    expect(await pages('past', inDays(300))).toEqual(made.toReversed());
  });

  it('goes by the level asked for, and a village means its township', async () => {
    const { id } = await makeSession(scene);
    const shown = async (divisionCode?: string) =>
      (
        await listSessions(anybody(testNow), {
          ...(divisionCode === undefined ? {} : { divisionCode }),
          when: 'upcoming',
        })
      ).rows.some((row) => row.id === id);
    for (const code of [undefined, '3307', '330702', '330702001', '330702001001'])
      expect(await shown(code)).toBe(true);
    for (const code of ['330703', '330702002', '330703001']) expect(await shown(code)).toBe(false);
    await expect(shown('330799999001')).rejects.toMatchObject({ code: 'divisions.not_found' });
  });

  it('keeps a session that has begun among the coming ones until it ends', async () => {
    const { id } = await makeSession(scene);
    const has = async (when: 'upcoming' | 'past', now: Temporal.Instant) =>
      (await listSessions(anybody(now), { divisionCode: '330702001', when })).rows.some(
        (row) => row.id === id,
      );
    const begun = async (now: Temporal.Instant) =>
      (await listSessions(anybody(now), { divisionCode: '330702001', when: 'upcoming' })).rows.find(
        (row) => row.id === id,
      )?.hasBegun;
    expect([await begun(testNow), await begun(sessionStart)]).toEqual([false, true]);
    expect(await has('upcoming', sessionStart.add({ minutes: 30 }))).toBe(true);
    expect(await has('past', sessionStart.add({ minutes: 30 }))).toBe(false);
    expect(await has('past', sessionStart.add({ hours: 2 }))).toBe(true);
  });

  it('offers the next ones near a village: at most three, the own township first, none that was called off', async () => {
    const near = await nextSessionsNear(anybody(testNow), '330702001001');
    expect(near).toHaveLength(3);
    const gone = near[0]!.id;
    await cancelSession(as(scene.people.host, testNow), { id: gone, reason: '取消。' });
    expect((await nextSessionsNear(anybody(testNow), '330702001001')).map(({ id }) => id)).not.toContain(
      gone,
    );
    expect((await nextSessionsNear(anybody(testNow), '330702002')).length).toBeGreaterThan(0);
    expect(await nextSessionsNear(anybody(testNow), '330703001')).toEqual([]);
  });
});

describe('a session’s page', () => {
  it('is the same for everybody but for what each may do', async () => {
    const { id } = await makePublished(scene);
    const { may: anonymous, ...page } = await getSession(anybody(), id);
    const { may: hosts, ...hostsPage } = await getSession(host(), id);
    expect(hostsPage).toEqual(page);
    expect(anonymous.correct).toEqual({ allowed: false, code: 'matters.not_yours' });
    expect(hosts.correct).toEqual({ allowed: true });
  });

  it('holds no word, number or id of any resident', async () => {
    const issueIds = await makeAccepted(scene, 2);
    const topic = await makeTopic(scene, { issueIds });
    const session = await makePublished(scene, { session: { topicIds: [topic.id] } });
    const text = JSON.stringify([
      await getSession(anybody(), session.id),
      await getLine(anybody(), session.lineIds[0]!),
    ]);
    for (const id of issueIds) expect(text).not.toContain(id);
    const receipts = await transact(as(system), (tx) =>
      tx.select({ id: issues.matterId }).from(issues).where(inArray(issues.matterId, issueIds)).limit(2),
    );
    expect(receipts).toHaveLength(2);
    expect(text).not.toContain('晚上老人出门看不清路');
  });

  it('is not found when there is none', async () => {
    await expect(getSession(anybody(), crypto.randomUUID())).rejects.toMatchObject({
      code: 'deliberations.not_found',
      kind: 'NOT_FOUND',
    });
  });
});

describe('the host’s run sheet', () => {
  it('has agenda, people by sector and tickets, for the hall’s host and the county office only', async () => {
    const session = await makeSession(scene);
    const { ticket } = await takeSeat(anybody(testNow), { sessionId: session.id, key: crypto.randomUUID() });
    const sheet = await runSheet(host(), session.id);
    expect(sheet.agenda).toMatchObject([{ title: '桥头社区路灯修复', issues: 1 }]);
    expect(sheet.sectors).toEqual([{ sector: '农业界', count: 2 }]);
    expect(sheet.seats.map((seat) => seat.ticket)).toEqual([ticket]);
    expect(sheet.may.hold).toEqual({ allowed: true });
    await runSheet(as(scene.people.county), session.id);
    for (const actor of [
      scene.people.neighbour,
      scene.people.otherCounty,
      scene.people.clerk,
      scene.people.city,
      { kind: 'anonymous' as const },
    ]) {
      await expect(runSheet(as(actor), session.id)).rejects.toMatchObject({ code: 'matters.not_found' });
    }
  });

  it('offers the next times at which hall and people are free', async () => {
    const [hallId, convenorId] = [await makeHall(scene), await makeConvenor(scene)];
    await makeSession(scene, { platformId: hallId, convenorId });
    const free = await freeSlots(host(), {
      platformId: await makeHall(scene),
      convenorId,
      memberIds: [],
      startsAt: sessionStart,
      endsAt: sessionStart.add({ hours: 1 }),
    });
    expect(free).toHaveLength(3);
    expect(free.every(({ startsAt }) => Temporal.Instant.compare(startsAt, afterSession) >= 0)).toBe(true);
  });
});

describe('the calendar', () => {
  const addressOf = (id: string) => `https://example.org/sessions/${id}`;

  it('holds a hall’s or a township’s sessions, with a higher sequence for each change', async () => {
    const platformId = await makeHall(scene);
    const moved = await makeSession(scene, { platformId });
    const gone = await makeSession(scene, {
      platformId,
      startsAt: sessionStart.add({ hours: 48 }),
      endsAt: sessionStart.add({ hours: 49 }),
    });
    await postponeSession(as(scene.people.host, testNow), {
      id: moved.id,
      startsAt: sessionStart.add({ hours: 24 }),
      endsAt: sessionStart.add({ hours: 25 }),
      reason: '改期。',
    });
    await cancelSession(as(scene.people.host, testNow), { id: gone.id, reason: '取消。' });
    const { name, sessions } = await sessionsCalendar(anybody(), { platformId }, addressOf);
    expect(sessions).toMatchObject([
      { sequence: 1, cancelled: false, url: addressOf(moved.id) },
      { sequence: 1, cancelled: true },
    ]);
    expect(calendarFile(name, sessions)).toContain('STATUS:CANCELLED');
    expect((await sessionsCalendar(anybody(), { townshipCode: '330702001' }, addressOf)).name).toBe(
      '城东街道',
    );
    expect((await sessionsCalendar(anybody(), { sessionId: moved.id }, addressOf)).sessions).toHaveLength(1);
    await expect(
      sessionsCalendar(anybody(), { platformId: crypto.randomUUID() }, addressOf),
    ).rejects.toMatchObject({ code: 'platforms.not_found' });
  });
});

describe('the procedures', () => {
  const call = callerFactory(deliberationsRouter);

  it('answer a form with what is wrong at each field', async () => {
    const host8 = call(host());
    const refused = await host8.sessions.schedule({ topicIds: [] } as never).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'BAD_REQUEST' });
    await expect(call(anybody()).sessions.schedule({} as never)).rejects.toMatchObject({
      code: 'UNAUTHORIZED',
    });
    await expect(call(as(scene.people.clerk)).sessions.schedule({} as never)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('carry a refusal as its code and kind', async () => {
    const held = await makeHeld(scene);
    await expect(call(host()).sessions.publish({ id: held.id, lines: [] })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      message: 'deliberations.issue_without_line',
    });
  });
});

describe('the sessions of one room', () => {
  it('are those held there and no others', async () => {
    const platformId = await makeHall(scene);
    const { id } = await makeSession(scene, { platformId });
    await makeSession(scene);
    const asked = { platformId, when: 'upcoming' as const };
    expect((await listSessions(at(scene, system), asked)).rows.map((row) => row.id)).toEqual([id]);
    expect(await countSessions(at(scene, system), asked)).toBe(1);
  });
});
