import { newId, system, type Actor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { holdSession } from '@tongxin/deliberations/commands';
import {
  afterSession,
  attendanceOf,
  hallSceneOf,
  makeSession,
  type HallScene,
} from '@tongxin/deliberations/testing';
import { correctAttendance, recordList, recordScans, registerHeld } from '@tongxin/events/commands';
import { getEvent } from '@tongxin/events/queries';
import { afterEvent, eventSceneOf, makeDraft, makeEvent, type EventScene } from '@tongxin/events/testing';
import { submitThroughMember } from '@tongxin/issues/commands';
import { expertSceneOf, makeExpert, makeRequest } from '@tongxin/experts/testing';
import { accountOf, issueInput, sceneOf } from '@tongxin/issues/testing';
import { makeTown, testNow } from '@tongxin/matters/testing';
import { addMembership, createGroup } from '@tongxin/members/commands';
import { members } from '@tongxin/members/schema';
import { makeMember } from '@tongxin/members/testing';
import { coverTurn, logTurn, missTurn } from '@tongxin/rotas/commands';
import {
  afterFirst,
  makePublicRota,
  rotaSceneOf,
  withOwnPeople,
  type RotaScene,
} from '@tongxin/rotas/testing';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListRecord } from '../rules/index.ts';
import { listRecord, summariseRecord } from './index.ts';

let database: TestDatabase;
let scene: EventScene;
let hall: HallScene;
let rota: RotaScene;
const later = Temporal.Instant.from('2026-12-20T02:00:00Z');

beforeAll(async () => {
  database = await testDatabase();
  const town = await makeTown(database);
  scene = await eventSceneOf(database, town);
  hall = await hallSceneOf(sceneOf(database, town));
  rota = await rotaSceneOf(database, town);
});
afterAll(() => database.close());

const house = () => scene.at(system, later);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );

async function aMember() {
  const actor = accountOf('member', { divisionCode: '330702' });
  const id = await makeMember(house(), {
    organisationId: scene.town.county.id,
    accountId: actor.accountId,
  });
  const doorCode = async () =>
    (await database.db.select({ code: members.doorCode }).from(members).where(eq(members.id, id)))[0]!.code;
  return { actor, id, doorCode };
}

const linesOf = (actor: Actor, more: ListRecord = {}) =>
  listRecord(scene.at(actor, later), { year: 2026, ...more });
const record = (id: string, memberId: string, state: 'attended' | 'absent' | 'leave') =>
  recordList(scene.at(scene.county, afterEvent), { id, how: 'paper', entries: [{ memberId, state }] });

/** A day on which nothing else is. */
let days = 0;
const freeDay = () => {
  days += 1;
  const day = Temporal.PlainDate.from('2026-11-21')
    .add({ days: days % 10 })
    .toString();
  const hour = String(days % 12).padStart(2, '0');
  return { startsAt: `${day}T${hour}:30:00+08:00`, endsAt: `${day}T${hour}:50:00+08:00`, mustAttend: false };
};

describe('a member’s record', () => {
  it('unites events, sessions, turns and what was written down, each with who wrote it and where it leads', async () => {
    const me = await aMember();
    const training = await makeEvent(scene, { memberIds: [me.id] });
    await recordScans(scene.at(scene.county, afterEvent), {
      id: training,
      scans: [{ code: await me.doorCode(), at: Temporal.Instant.from('2026-12-01T01:05:00Z') }],
    });
    const session = await makeSession(hall, { memberIds: [me.id] });
    await holdSession(scene.at(hall.people.host, afterSession), await attendanceOf(hall, session.id));
    const own = { ...(await withOwnPeople(rota)), chen: me };
    const { turnIds } = await makePublicRota(own);
    await logTurn(scene.at(rota.people.host, afterFirst), { id: turnIds[0]! });
    const { channel: _, ...told } = issueInput();
    const issue = await submitThroughMember(scene.at(me.actor), { ...told, toldAt: testNow.toString() });

    const { rows, next } = await linesOf(me.actor);
    expect(next).toBeNull();
    expect(
      rows.map(({ id, kind, category, state, opens }) => ({ id, kind, category, state, opens })),
    ).toEqual([
      { id: training, kind: 'event', category: 'training', state: 'done', opens: true },
      { id: session.id, kind: 'session', category: 'deliberation', state: 'done', opens: true },
      { id: turnIds[0], kind: 'turn', category: 'turn', state: 'done', opens: true },
      { id: issue.id, kind: 'issue', category: 'written_down', state: 'done', opens: true },
    ]);
    expect(rows.map(({ by }) => by)).toEqual([
      { unit: scene.town.county.name, role: 'county_office', how: 'scan' },
      { unit: scene.town.township.name, role: 'host', how: null },
      { unit: scene.town.township.name, role: 'host', how: null },
      { unit: scene.town.county.name, role: 'member', how: null },
    ]);
    expect(JSON.stringify(rows)).not.toContain(told.words);
    const { counts } = await summariseRecord(scene.at(me.actor, later), { year: 2026 });
    for (const { category, state, lines } of counts)
      expect((await linesOf(me.actor, { category, state })).rows).toHaveLength(lines);
    expect(counts.reduce((sum, { lines }) => sum + lines, 0)).toBe(rows.length);
  });

  it('has what the member advised on as an expert, with nothing of what was asked or said', async () => {
    const scenery = await expertSceneOf(database, scene.town);
    const expert = await makeExpert(scenery, scenery.teamId);
    await makeRequest(scenery, 'accepted', expert);
    const id = await makeRequest(scenery, 'advised', expert);
    const { rows } = await linesOf(expert.actor);
    expect(rows).toMatchObject([{ id, kind: 'expert_request', category: 'expert_advice', state: 'done' }]);
    expect((await linesOf(expert.actor, { category: 'expert_advice' })).rows).toHaveLength(1);
    const { counts } = await summariseRecord(scene.at(expert.actor, later), { year: 2026 });
    expect(counts).toEqual([{ category: 'expert_advice', state: 'done', lines: 1 }]);
    const { advice } = (
      await database.pool.query(`select advice from expert_requests where matter_id = $1`, [id])
    ).rows[0];
    expect(JSON.stringify(rows)).not.toContain(advice);
  });

  it('has one line for an event with parts, whatever committees the member belongs to', async () => {
    const me = await aMember();
    await addMembership(house(), { memberId: me.id, organisationId: scene.town.city.id, sectorCode: '22' });
    const day = {
      startsAt: '2026-12-01T08:00:00+08:00',
      endsAt: '2026-12-01T18:00:00+08:00',
      mustAttend: false,
    };
    const whole = await makeEvent(scene, { ...day, memberIds: [me.id] });
    const part = (hour: string) =>
      makeEvent(scene, {
        parentId: whole,
        memberIds: [me.id],
        mustAttend: false,
        startsAt: `2026-12-01T${hour}:00:00+08:00`,
        endsAt: `2026-12-01T${hour}:50:00+08:00`,
      });
    const parts = [await part('08'), await part('09'), await part('10')];
    const evening = Temporal.Instant.from('2026-12-01T20:00:00+08:00');
    for (const [at, state] of (['attended', 'absent', 'attended'] as const).entries())
      await recordList(scene.at(scene.county, evening), {
        id: parts[at]!,
        how: 'list',
        entries: [{ memberId: me.id, state }],
      });
    const { rows } = await linesOf(me.actor);
    expect(rows).toMatchObject([{ id: whole, state: 'done', parts: { done: 2, all: 3 } }]);
    const { counts, member } = await summariseRecord(scene.at(me.actor, later), { year: 2026 });
    expect(counts).toEqual([{ category: 'training', state: 'done', lines: 1 }]);
    expect(member.committees).toHaveLength(2);
    for (const office of [scene.county, scene.city])
      expect((await linesOf(office, { memberId: me.id })).rows.map(({ id }) => id)).toEqual([whole]);
  });

  it('tells a missed turn with its reason, and whoever came instead', async () => {
    const [me, instead] = [await aMember(), await aMember()];
    const { turnIds } = await makePublicRota({ ...(await withOwnPeople(rota)), chen: me });
    const host = scene.at(rota.people.host, afterFirst);
    await coverTurn(host, { id: turnIds[0]!, memberId: instead.id, reason: '两人已经商量好。' });
    await missTurn(host, { id: turnIds[0]!, reason: '路上耽搁，没有赶到。' });
    expect((await linesOf(me.actor)).rows).toEqual([]);
    expect((await linesOf(instead.actor)).rows).toMatchObject([
      { id: turnIds[0], state: 'absent', covered: true, reason: '路上耽搁，没有赶到。' },
    ]);
  });

  it('follows a correction, and never says why somebody had leave', async () => {
    const me = await aMember();
    const id = await makeEvent(scene, { memberIds: [me.id] });
    await record(id, me.id, 'absent');
    await correctAttendance(scene.at(scene.county, afterEvent), {
      id,
      memberId: me.id,
      state: 'leave',
      reason: '会前已经口头请假。',
    });
    const { rows } = await linesOf(me.actor);
    expect(rows).toMatchObject([{ id, state: 'leave', reason: null }]);
    expect(JSON.stringify(rows)).not.toContain('口头');
  });

  it('keeps what an interest group does in a category of its own, outside what is summed', async () => {
    const me = await aMember();
    const { groupId } = await createGroup(house(), {
      organisationId: scene.town.county.id,
      kind: 'interest',
      name: `书画组${newId().slice(-6)}`,
    });
    const id = await makeEvent(scene, { groupId, memberIds: [me.id] });
    await record(id, me.id, 'attended');
    expect((await linesOf(me.actor)).rows).toEqual([]);
    expect((await linesOf(me.actor, { category: 'interest' })).rows).toMatchObject([
      { id, category: 'interest' },
    ]);
    expect((await linesOf(me.actor, { category: 'training' })).rows).toEqual([]);
  });

  it('comes page by page, each line once, and by year', async () => {
    const me = await aMember();
    const made: string[] = [];
    for (let count = 0; count < 23; count += 1) {
      const id = await makeDraft(scene, { ...freeDay(), memberIds: [me.id] });
      await recordAfterwards(id, me.id);
      made.push(id);
    }
    const first = await linesOf(me.actor);
    const second = await linesOf(me.actor, { after: first.next! });
    expect([first.rows.length, second.rows.length, second.next]).toEqual([20, 3, null]);
    const found = [...first.rows, ...second.rows];
    expect(new Set(found.map(({ id }) => id))).toEqual(new Set(made));
    const times = found.map(({ at }) => at.epochMilliseconds);
    expect(times).toEqual(times.toSorted((one, other) => other - one));
    expect((await linesOf(me.actor, { year: 2025 })).rows).toEqual([]);
  });
});

/** An event that was held without having been announced: registered, then written up. */
async function recordAfterwards(id: string, memberId: string) {
  await registerHeld(scene.at(scene.county, later), { id });
  await recordList(scene.at(scene.county, later), {
    id,
    how: 'paper',
    entries: [{ memberId, state: 'attended' }],
  });
}

describe('who reads a record', () => {
  it('is the member and the office of their own committee, and nobody else', async () => {
    const [me, other] = [await aMember(), await aMember()];
    const id = await makeEvent(scene, { memberIds: [me.id] });
    await record(id, me.id, 'attended');
    expect((await linesOf(me.actor, { memberId: me.id })).rows).toHaveLength(1);
    expect((await linesOf(scene.county, { memberId: me.id })).rows).toMatchObject([{ id, opens: true }]);
    const { host, neighbour, otherCounty, city, auditor } = scene;
    const others: Actor[] = [host, neighbour, otherCounty, city, auditor, other.actor, { kind: 'anonymous' }];
    for (const actor of others) {
      expect(await codeOf(linesOf(actor, { memberId: me.id }))).toBe('record.not_found');
      expect(await codeOf(summariseRecord(scene.at(actor), { memberId: me.id }))).toBe('record.not_found');
    }
    for (const actor of [host, auditor, { kind: 'anonymous' } as const])
      expect(await codeOf(linesOf(actor))).toBe('record.not_found');
    expect(await codeOf(linesOf(scene.county, { memberId: newId() }))).toBe('record.not_found');
  });

  it('opens an event to a member who was scanned at its door without having been asked', async () => {
    const [me, other] = [await aMember(), await aMember()];
    const id = await makeEvent(scene, { memberIds: [] });
    await recordScans(scene.at(scene.county, afterEvent), {
      id,
      scans: [{ code: await me.doorCode(), at: Temporal.Instant.from('2026-12-01T01:05:00Z') }],
    });
    expect(await getEvent(scene.at(me.actor, later), id)).toMatchObject({ id });
    expect(await codeOf(getEvent(scene.at(other.actor, later), id))).toBe('events.not_found');
  });
});
