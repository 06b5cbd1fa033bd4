import { newId, system, type AccountActor, type Actor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { holdSession } from '@tongxin/deliberations/commands';
import {
  afterSession,
  attendanceOf,
  hallSceneOf,
  makeSession,
  type HallScene,
} from '@tongxin/deliberations/testing';
import { recordList } from '@tongxin/events/commands';
import { afterEvent, eventSceneOf, makeEvent, type EventScene } from '@tongxin/events/testing';
import { accountOf, sceneOf } from '@tongxin/issues/testing';
import { listHistory, listOpenItems } from '@tongxin/matters/queries';
import { makeTown } from '@tongxin/matters/testing';
import { makeMember } from '@tongxin/members/testing';
import { missTurn } from '@tongxin/rotas/commands';
import {
  afterFirst,
  makePublicRota,
  rotaSceneOf,
  withOwnPeople,
  type RotaScene,
} from '@tongxin/rotas/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getObjection, listRecord } from '../queries/index.ts';
import { correctLine, explainLine, objectToLine } from './index.ts';

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

type Me = { id: string; actor: AccountActor };
const as = (actor: Actor) => scene.at(actor, later);
const county = () => as(scene.county);
const refusedWith = (code: string) => expect.objectContaining({ code }) as unknown;
const refusal = async (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => error,
  );
const words = '那天我到了，签到漏了我。';
const answer = '核对过签到表，确实到了。';

async function aMember(): Promise<Me> {
  const actor = accountOf('member', { divisionCode: '330702' });
  const id = await makeMember(scene.at(system), {
    organisationId: scene.town.county.id,
    accountId: actor.accountId,
  });
  return { actor, id };
}

/** An event of the county that the member is recorded as absent from. */
async function missed({ id: memberId }: Me, over: Record<string, unknown> = {}) {
  const id = await makeEvent(scene, { memberIds: [memberId], mustAttend: false, ...over });
  const entries = [{ memberId, state: 'absent' as const }];
  await recordList(scene.at(scene.county, afterEvent), { id, how: 'paper', entries });
  return id;
}
const objects = ({ actor }: Me, lineId: string, key = newId()) =>
  objectToLine(as(actor), { key, lineId, words });
const lineOf = async ({ actor }: Me, lineId: string) =>
  (await listRecord(as(actor), { year: 2026 })).rows.find(({ id }) => id === lineId);

/** The units that were promised a notice about this matter. */
async function toldUnits(matterId: string): Promise<unknown[]> {
  const { rows } = await database.pool.query<{ unitId: string }>(
    `select payload ->> 'unitId' as "unitId" from outbox
      where task = 'notice' and payload ->> 'matterId' = $1 order by id`,
    [matterId],
  );
  return rows.map(({ unitId }) => unitId);
}

describe('a line that a member says is not right', () => {
  it('is corrected by whoever wrote it down, and the member reads the answer with its date', async () => {
    const me = await aMember();
    const lineId = await missed(me);
    expect(await lineOf(me, lineId)).toMatchObject({ state: 'absent', mayObject: true, objections: [] });
    const { id } = await objects(me, lineId);
    expect(await lineOf(me, lineId)).toMatchObject({
      mayObject: false,
      objections: [{ id, state: 'raised', words, unit: scene.town.county.name, answer: null }],
    });
    expect(await toldUnits(id)).toEqual([scene.town.county.id]);
    const waiting = await listOpenItems(county(), { kind: 'record_objection' });
    expect(waiting.rows.map((row) => row.id)).toContain(id);
    const seen = await getObjection(county(), { id });
    expect(seen).toMatchObject({ words, facts: [{ id: lineId, state: 'absent' }] });
    await correctLine(county(), { id, factId: lineId, state: 'done', answer });
    expect(await lineOf(me, lineId)).toMatchObject({
      state: 'done',
      mayObject: true,
      objections: [{ state: 'corrected', answer, answeredAt: later }],
    });
    expect((await listHistory(county(), id)).map(({ move, role }) => [move, role])).toEqual([
      ['open', 'member'],
      ['correct', 'county_office'],
    ]);
    expect((await listHistory(county(), lineId)).at(-1)).toMatchObject({ move: 'correct', reason: answer });
  });

  it('stays where the office says why, and may be objected to again', async () => {
    const me = await aMember();
    const lineId = await missed(me);
    const { id } = await objects(me, lineId);
    await explainLine(county(), { id, answer: '签到表和照片上都没有您。' });
    expect(await lineOf(me, lineId)).toMatchObject({
      state: 'absent',
      mayObject: true,
      objections: [{ state: 'explained', answer: '签到表和照片上都没有您。' }],
    });
    const again = await objects(me, lineId);
    expect((await lineOf(me, lineId))?.objections.map((one) => one.id)).toEqual([again.id, id]);
  });

  it('can be a part of an event, a session or a turn, each corrected where it was written', async () => {
    const me = await aMember();
    const whole = await makeEvent(scene, { memberIds: [me.id], mustAttend: false });
    const part = await missed(me, { parentId: whole });
    const ofPart = await objects(me, whole);
    await correctLine(county(), { id: ofPart.id, factId: part, state: 'leave', answer });
    expect(await lineOf(me, whole)).toMatchObject({ state: 'leave' });

    const session = await makeSession(hall, { memberIds: [me.id] });
    const { attendance, ...rest } = await attendanceOf(hall, session.id);
    const came = attendance.map((one) =>
      one.inviteeId === me.id ? { ...one, attended: 'no' as const } : one,
    );
    await holdSession(scene.at(hall.people.host, afterSession), { ...rest, attendance: came });
    const ofSession = await objects(me, session.id);
    const host = as(hall.people.host);
    await correctLine(host, { id: ofSession.id, factId: session.id, state: 'done', answer });
    expect(await lineOf(me, session.id)).toMatchObject({ state: 'done', by: { role: 'host' } });

    const { turnIds } = await makePublicRota({ ...(await withOwnPeople(rota)), chen: me });
    await missTurn(scene.at(rota.people.host, afterFirst), { id: turnIds[0]!, reason: '没有到。' });
    const ofTurn = await objects(me, turnIds[0]!);
    const asLeave = { id: ofTurn.id, factId: turnIds[0]!, state: 'leave' as const, answer };
    expect(await refusal(correctLine(host, asLeave))).toEqual(refusedWith('record.outcome_unknown'));
    await correctLine(host, { ...asLeave, state: 'done' });
    expect(await lineOf(me, turnIds[0]!)).toMatchObject({ state: 'done' });
  });
});

describe('saying that a line is not right', () => {
  it('is for the member’s own lines, one at a time, once per key', async () => {
    const [me, other] = [await aMember(), await aMember()];
    const lineId = await missed(me);
    for (const foreign of [lineId, newId()])
      expect(await refusal(objects(other, foreign))).toEqual(refusedWith('record.line_not_found'));
    const stranger = { id: newId(), actor: scene.county as AccountActor };
    expect(await refusal(objects(stranger, lineId))).toEqual(refusedWith('record.not_found'));
    const withPhone = { key: newId(), lineId, words: '请打 13900001234。' };
    expect(await refusal(objectToLine(as(me.actor), withPhone))).toEqual(
      refusedWith('record.personal_words'),
    );
    const key = newId();
    const both = await Promise.all([objects(me, lineId, key), objects(me, lineId, key)]);
    expect(both[0]).toEqual(both[1]);
    expect(await refusal(objects(me, lineId))).toEqual(refusedWith('record.objected'));
  });

  it('twice at the same time with two keys is said once', async () => {
    const me = await aMember();
    const lineId = await missed(me);
    const both = await Promise.allSettled([objects(me, lineId), objects(me, lineId)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await refusal(objects(me, lineId))).toEqual(refusedWith('record.objected'));
  });
});

describe('an objection', () => {
  it('is settled once, also when two do it at the same time, and by nobody who raised it', async () => {
    const me = await aMember();
    const lineId = await missed(me);
    const { id } = await objects(me, lineId);
    const correct = { id, factId: lineId, state: 'done' as const, answer };
    expect(await refusal(correctLine(county(), { ...correct, factId: newId() }))).toEqual(
      refusedWith('record.fact_unknown'),
    );
    expect(await refusal(correctLine(county(), { ...correct, state: 'absent' }))).toEqual(
      refusedWith('events.no_fact'),
    );
    const phone = '请打 13900001234。';
    for (const work of [
      correctLine(county(), { ...correct, answer: phone }),
      explainLine(county(), { id, answer: phone }),
    ])
      expect(await refusal(work)).toEqual(refusedWith('record.personal_words'));
    const both = await Promise.allSettled([
      correctLine(county(), correct),
      explainLine(county(), { id, answer }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await refusal(explainLine(county(), { id, answer }))).toEqual(refusedWith('matters.not_now'));

    const own = await objects(me, lineId);
    const twoHats: Actor = {
      ...me.actor,
      grants: [...me.actor.grants, ...(scene.county as AccountActor).grants],
    };
    expect(await refusal(explainLine(as(twoHats), { id: own.id, answer }))).toEqual(
      refusedWith('matters.same_person'),
    );
  });

  it('is read by the office that wrote the line and those above it, and by nobody else', async () => {
    const me = await aMember();
    const { id } = await objects(me, await missed(me));
    for (const actor of [scene.county, scene.city])
      expect(await getObjection(as(actor), { id })).toMatchObject({ id });
    const { host, otherCounty, auditor } = scene;
    for (const actor of [host, otherCounty, auditor, me.actor, { kind: 'anonymous' } as const]) {
      const found = refusal(getObjection(as(actor), { id }));
      expect(await found).toEqual(refusedWith('record.objection_not_found'));
    }
    expect(await refusal(explainLine(as(otherCounty), { id, answer }))).toEqual(
      refusedWith('matters.not_found'),
    );
  });
});
