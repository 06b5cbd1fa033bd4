import { newId, system, type Actor } from '@tongxin/core';
import { transact } from '@tongxin/db';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { calendarFile } from '@tongxin/events/calendar-file';
import { saveHandlingCopy } from '@tongxin/issues/commands';
import { issues } from '@tongxin/issues/schema';
import { accountOf, makeIssue, residentOf, sceneOf } from '@tongxin/issues/testing';
import { makeTown, testNow } from '@tongxin/matters/testing';
import { callerFactory } from '@tongxin/trpc';
import { inArray } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancelSession, closeLine, judgeLine, postponeSession, takeSeat } from '../commands/index.ts';
import { deliberationsRouter } from '../router.ts';
import {
  afterSession, at, hallSceneOf, inDays, makeAccepted, makeConvenor, makeHall, makeHeld, makeLineIn, makePublished, makeSession, makeTopic,
  sessionStart, wordOn, type HallScene,
} from '../testing.ts';
import {
  chainView, freeSlots, getLine, getSession, linesOfIssue, listLines, listSessions, nextSessionsNear, runSheet, sessionsCalendar,
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
      made.push((await makeSession(scene, { platformId: hallId, startsAt, endsAt: startsAt.add({ hours: 1 }) })).id);
    }
    const pages = async (when: 'upcoming' | 'past', now: Temporal.Instant) => {
      const first = await listSessions(anybody(now), { divisionCode: '330702001', when });
      const second = await listSessions(anybody(now), { divisionCode: '330702001', when, after: first.next! });
      expect(first.rows).toHaveLength(20);
      return [...first.rows, ...second.rows].map(({ id }) => id);
    };
    expect(await pages('upcoming', testNow)).toEqual(made);
    expect(await pages('past', inDays(300))).toEqual(made.toReversed());
  });

  it('goes by the level asked for, and a village means its township', async () => {
    const { id } = await makeSession(scene);
    const shown = async (divisionCode?: string) =>
      (await listSessions(anybody(testNow), { ...(divisionCode === undefined ? {} : { divisionCode }), when: 'upcoming' })).rows.some((row) => row.id === id);
    for (const code of [undefined, '3307', '330702', '330702001', '330702001001']) expect(await shown(code)).toBe(true);
    for (const code of ['330703', '330702002', '330703001']) expect(await shown(code)).toBe(false);
    await expect(shown('330799999001')).rejects.toMatchObject({ code: 'divisions.not_found' });
  });

  it('keeps a session that has begun among the coming ones until it ends', async () => {
    const { id } = await makeSession(scene);
    const has = async (when: 'upcoming' | 'past', now: Temporal.Instant) =>
      (await listSessions(anybody(now), { divisionCode: '330702001', when })).rows.some((row) => row.id === id);
    expect(await has('upcoming', sessionStart.add({ minutes: 30 }))).toBe(true);
    expect(await has('past', sessionStart.add({ minutes: 30 }))).toBe(false);
    expect(await has('past', sessionStart.add({ hours: 2 }))).toBe(true);
  });

  it('offers the next ones near a village: at most three, the own township first, none that was called off', async () => {
    const near = await nextSessionsNear(anybody(testNow), '330702001001');
    expect(near).toHaveLength(3);
    const gone = near[0]!.id;
    await cancelSession(as(scene.people.host, testNow), { id: gone, reason: '取消。' });
    expect((await nextSessionsNear(anybody(testNow), '330702001001')).map(({ id }) => id)).not.toContain(gone);
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
    const text = JSON.stringify([await getSession(anybody(), session.id), await getLine(anybody(), session.lineIds[0]!)]);
    for (const id of issueIds) expect(text).not.toContain(id);
    const receipts = await transact(as(system), (tx) => tx.select({ id: issues.matterId }).from(issues).where(inArray(issues.matterId, issueIds)).limit(2));
    expect(receipts).toHaveLength(2);
    expect(text).not.toContain('晚上老人出门看不清路');
  });

  it('is not found when there is none', async () => {
    await expect(getSession(anybody(), crypto.randomUUID())).rejects.toMatchObject({ code: 'deliberations.not_found', kind: 'NOT_FOUND' });
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
    for (const actor of [scene.people.neighbour, scene.people.otherCounty, scene.people.clerk, scene.people.city, { kind: 'anonymous' as const }]) {
      await expect(runSheet(as(actor), session.id)).rejects.toMatchObject({ code: 'matters.not_found' });
    }
  });

  it('offers the next times at which hall and people are free', async () => {
    const [hallId, convenorId] = [await makeHall(scene), await makeConvenor(scene)];
    await makeSession(scene, { platformId: hallId, convenorId });
    const free = await freeSlots(host(), { platformId: await makeHall(scene), convenorId, memberIds: [], startsAt: sessionStart, endsAt: sessionStart.add({ hours: 1 }) });
    expect(free).toHaveLength(3);
    expect(free.every(({ startsAt }) => Temporal.Instant.compare(startsAt, afterSession) >= 0)).toBe(true);
  });
});

describe('a line at its desk', () => {
  it('shows a unit the handling copies of the matters that it answers, and nothing else of them', async () => {
    const issueIds = await makeAccepted(scene);
    await saveHandlingCopy(host(), { id: issueIds[0]!, title: '路灯不亮', text: '社区入口三盏灯不亮。', confirmed: false });
    const topic = await makeTopic(scene, { issueIds });
    const { lineIds } = await makePublished(scene, { session: { topicIds: [topic.id] } });
    const seen = await getLine(as(scene.people.clerk), lineIds[0]!);
    expect(seen.desk?.copies).toMatchObject([{ title: '路灯不亮', text: '社区入口三盏灯不亮。' }]);
    expect(seen.desk?.may.accept).toEqual({ allowed: true });
    expect(JSON.stringify(seen)).not.toContain('晚上老人出门看不清路');
    const member = accountOf('member', { divisionCode: '330702' });
    for (const actor of [scene.people.otherClerk, scene.people.neighbour, scene.people.otherCounty, member, residentOf(issueIds[0]!)]) {
      expect((await getLine(as(actor), lineIds[0]!)).desk).toBeNull();
    }
  });

  it('never shows the unit what residents said before it is struck off; then everybody sees the counts', async () => {
    const { lineId, issueIds } = await makeLineIn(scene, 'asking', { issues: 2 });
    await judgeLine(as(residentOf(issueIds[0]!)), wordOn(lineId, { stars: 4 }));
    const asked = async (actor: Actor) => (await getLine(as(actor), lineId)).desk?.asked;
    expect(await asked(scene.people.clerk)).toEqual({ asked: 2, answered: 1, said: null });
    expect(await asked(scene.people.county)).toEqual({ asked: 2, answered: 1, said: null });
    await judgeLine(as(residentOf(issueIds[1]!)), wordOn(lineId, { solved: 'partly', stars: 3 }));
    expect(await asked(scene.people.clerk)).toEqual({ asked: 2, answered: 2, said: null });
    expect(await asked(scene.people.county)).toEqual({ asked: 2, answered: 2, said: { yes: 1, partly: 1, no: 0, silent: 0 } });
    const twoDesks = { ...scene.people.county, grants: [...scene.people.county.grants, ...scene.people.clerk.grants] };
    expect((await asked(twoDesks))?.said).toBeNull();
    expect(JSON.stringify((await getLine(as(scene.people.clerk), lineId)).desk?.history)).not.toContain('partly');
    await closeLine(as(scene.people.secondCounty), { id: lineId });
    expect((await getLine(anybody(), lineId)).judged).toEqual({ yes: 1, partly: 1, no: 0, silent: 0 });
  });
});

describe('the list of lines', () => {
  it('gives a unit its own and an office those of its ground, the most overdue first', async () => {
    const { lineId } = await makeLineIn(scene, 'assigned');
    const late = await makeLineIn(scene, 'in_progress');
    const ids = async (actor: Actor, over: object = {}, now = inDays(60)) => (await listLines(as(actor, now), { state: 'open', ...over })).rows.map(({ id }) => id);
    for (const actor of [scene.people.clerk, scene.people.host, scene.people.county, scene.people.city, scene.people.auditor]) {
      expect(await ids(actor)).toEqual(expect.arrayContaining([lineId, late.lineId]));
    }
    for (const actor of [scene.people.otherClerk, scene.people.neighbour, scene.people.otherCounty, accountOf('member', { divisionCode: '330702' })]) {
      expect(await ids(actor)).toEqual([]);
    }
    const { rows } = await listLines(as(scene.people.county, inDays(60)), { state: 'overdue' });
    expect(rows.every(({ overdue }) => overdue)).toBe(true);
    const dues = rows.map(({ dueAt }) => dueAt!.epochMilliseconds);
    expect(dues).toEqual(dues.toSorted((a, b) => a - b));
    expect(await ids(scene.people.clerk, { state: 'overdue' }, afterSession)).toEqual([]);
    expect(await ids(scene.people.county, { unitId: scene.town.otherDepartment.id })).toEqual([]);
    expect(await ids(scene.people.county, { divisionCode: '330702002' })).toEqual([]);
  });

  it('goes on page by page, open ones and closed ones, each once', async () => {
    for (let made = 0; made < 22; made += 1) await makeLineIn(scene, 'closed');
    const first = await listLines(as(scene.people.county), { state: 'closed' });
    const second = await listLines(as(scene.people.county), { state: 'closed', after: first.next! });
    const ids = [...first.rows, ...second.rows].map(({ id }) => id);
    expect(first.rows).toHaveLength(20);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(22);
  });
});

describe('the lines of a resident’s matter', () => {
  it('show the resident where each stands, what the unit told, and whether their word is waited for', async () => {
    const { lineId, issueIds } = await makeLineIn(scene, 'asking');
    const mine = () => linesOfIssue(as(residentOf(issueIds[0]!)), issueIds[0]!);
    const [before] = await mine();
    expect(before).toMatchObject({ id: lineId, mayJudge: true, word: 'judged', said: [] });
    expect(before!.judgeUntil?.toString()).toBe('2026-12-15T16:00:00Z');
    expect(before!.progress).toMatchObject([{ kind: 'report', text: '三盏路灯已更换，试亮一周正常。' }]);
    await judgeLine(as(residentOf(issueIds[0]!)), wordOn(lineId, { words: '谢谢。' }));
    expect(await mine()).toMatchObject([{ mayJudge: false, said: [{ solved: 'yes', stars: 5, words: '谢谢。', round: 1 }] }]);
  });

  it('are not found to another resident, a unit, another township or a member', async () => {
    const { issueIds } = await makeLineIn(scene, 'asking');
    const stranger = (await makeIssue(scene)).id;
    const member = accountOf('member', { divisionCode: '330702' });
    for (const actor of [residentOf(stranger), scene.people.clerk, scene.people.neighbour, member, { kind: 'anonymous' as const }]) {
      await expect(linesOfIssue(as(actor), issueIds[0]!)).rejects.toMatchObject({ code: 'matters.not_found' });
    }
    await linesOfIssue(host(), issueIds[0]!);
  });
});

describe('the chain on one page', () => {
  it('shows all that came of one resident’s words, from every end of it', async () => {
    const { lineId, issueIds, topicId, sessionId } = await makeLineIn(scene, 'closed');
    for (const from of [issueIds[0]!, topicId, sessionId, lineId]) {
      const { nodes, links, rootId } = await chainView(as(scene.people.county), from);
      expect(rootId).toBe(from);
      expect(nodes.map(({ kind }) => kind)).toEqual(['issue', 'topic', 'session', 'outcome_line']);
      expect(links).toHaveLength(4);
      expect(nodes.at(-1)).toMatchObject({ word: 'judged', judged: { yes: 1, partly: 0, no: 0, silent: 0 }, ownerRole: null });
    }
  });

  it('names owner and date of what is open, and shows no word of a resident before the line is struck off', async () => {
    const { lineId } = await makeLineIn(scene, 'judged');
    const { nodes } = await chainView(as(scene.people.county), lineId);
    expect(nodes.at(-1)).toMatchObject({ state: 'judged', ownerRole: 'county_office', ownerUnitName: '婺城区政协办公室', judged: null });
    expect(nodes.at(-1)?.dueAt).not.toBeNull();
  });

  it('hides other residents’ matters: a resident and a unit see that they are there, not which', async () => {
    const { lineId, issueIds } = await makeLineIn(scene, 'assigned', { issues: 2 });
    const own = await chainView(as(residentOf(issueIds[0]!)), issueIds[0]!);
    const [mine, other] = [own.nodes.find(({ id }) => id === issueIds[0]), own.nodes.find(({ id }) => id === issueIds[1])];
    expect(mine?.number).toMatch(/^[0-9A-Z]{2}-/);
    expect(other).toMatchObject({ number: null, title: null, word: 'handled' });
    const units = await chainView(as(scene.people.clerk), lineId);
    expect(units.nodes.filter(({ kind }) => kind === 'issue').map(({ number }) => number)).toEqual([null, null]);
  });

  it('is not found from a matter that the asking person may not know of', async () => {
    const { issueIds, lineId } = await makeLineIn(scene, 'assigned');
    for (const actor of [scene.people.neighbour, scene.people.otherCounty, scene.people.otherClerk, residentOf(newId<'matter'>()), { kind: 'anonymous' as const }]) {
      await expect(chainView(as(actor), lineId)).rejects.toMatchObject({ code: 'matters.not_found' });
    }
    await expect(chainView(as(accountOf('member', { divisionCode: '330702' })), issueIds[0]!)).rejects.toMatchObject({ code: 'matters.not_found' });
  });
});

describe('the calendar', () => {
  const pageOf = (id: string) => `https://example.org/sessions/${id}`;

  it('holds a hall’s or a township’s sessions, with a higher sequence for each change', async () => {
    const platformId = await makeHall(scene);
    const moved = await makeSession(scene, { platformId });
    const gone = await makeSession(scene, { platformId, startsAt: sessionStart.add({ hours: 48 }), endsAt: sessionStart.add({ hours: 49 }) });
    await postponeSession(as(scene.people.host, testNow), { id: moved.id, startsAt: sessionStart.add({ hours: 24 }), endsAt: sessionStart.add({ hours: 25 }), reason: '改期。' });
    await cancelSession(as(scene.people.host, testNow), { id: gone.id, reason: '取消。' });
    const { name, sessions } = await sessionsCalendar(anybody(), { platformId }, pageOf);
    expect(sessions).toMatchObject([
      { sequence: 1, cancelled: false, url: pageOf(moved.id) },
      { sequence: 1, cancelled: true },
    ]);
    expect(calendarFile(name, sessions)).toContain('STATUS:CANCELLED');
    expect((await sessionsCalendar(anybody(), { townshipCode: '330702001' }, pageOf)).name).toBe('城东街道');
    expect((await sessionsCalendar(anybody(), { sessionId: moved.id }, pageOf)).sessions).toHaveLength(1);
    await expect(sessionsCalendar(anybody(), { platformId: crypto.randomUUID() }, pageOf)).rejects.toMatchObject({ code: 'platforms.not_found' });
  });
});

describe('the procedures', () => {
  const call = callerFactory(deliberationsRouter);

  it('answer a form with what is wrong at each field', async () => {
    const host8 = call(host());
    const refused = await host8.sessions.schedule({ topicIds: [] } as never).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'BAD_REQUEST' });
    await expect(call(anybody()).sessions.schedule({} as never)).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
    await expect(call(as(scene.people.clerk)).sessions.schedule({} as never)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('carry a refusal as its code and kind', async () => {
    const held = await makeHeld(scene);
    await expect(call(host()).sessions.publish({ id: held.id, lines: [] })).rejects.toMatchObject({
      code: 'BAD_REQUEST', message: 'deliberations.issue_without_line',
    });
  });
});
