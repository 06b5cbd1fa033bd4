import { newId, system, type AccountActor, type Actor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { sceneOf } from '@tongxin/issues/testing';
import { getMatter, listHistory } from '@tongxin/matters/queries';
import { makeTown } from '@tongxin/matters/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getLine } from '../queries/index.ts';
import {
  afterSession,
  at,
  hallSceneOf,
  inDays,
  lineInput,
  makeContested,
  makeLineIn,
  makePublished,
  reportInput,
  takeLine,
  type HallScene,
} from '../testing/index.ts';
import { closeLine, reassignLine, reportDone, sendBack, verifyLine } from './index.ts';

let database: TestDatabase;
let scene: HallScene;

beforeAll(async () => {
  database = await testDatabase();
  scene = await hallSceneOf(sceneOf(database, await makeTown(database)));
});
afterAll(() => database.close());

const as = (actor: Actor, now: Temporal.Instant = afterSession) => at(scene, actor, now);
const clerk = (now?: Temporal.Instant) => as(scene.people.clerk, now);
const county = (now?: Temporal.Instant) => as(scene.people.county, now);
const anybody = () => as({ kind: 'anonymous' });
const matter = (id: string) => getMatter(as(system), id);
const lastOf = async (id: string) => (await listHistory(county(), id)).at(-1);
/** One person with two desks. */
const both = (first: AccountActor, second: AccountActor): AccountActor => ({
  ...first,
  grants: [...first.grants, ...second.grants],
});
const refused = (code: string) => ({ code });

describe('checking a line', () => {
  it('is for somebody who had no part in it: not the publisher, not the unit, not who assigned it', async () => {
    const { lineId } = await makeLineIn(scene, 'reported_done');
    const verify = (actor: Actor) => verifyLine(as(actor), { id: lineId, publicPhotoIds: [] });
    await expect(verify(scene.people.host)).rejects.toMatchObject(refused('matters.same_person'));
    await expect(verify(both(scene.people.clerk, scene.people.thirdCounty))).rejects.toMatchObject(
      refused('matters.same_person'),
    );
    await expect(verify(scene.people.otherClerk)).rejects.toMatchObject(refused('matters.not_found'));
    await verify(scene.people.secondHost);
    expect(await matter(lineId)).toMatchObject({ state: 'asking', ownerRole: 'host' });
    expect((await matter(lineId)).dueAt?.toString()).toBe('2026-12-15T16:00:00Z');
    expect(await lastOf(lineId)).toMatchObject({ move: 'verify', role: 'host' });
  });

  it('keeps who assigned it to another unit away from checking and closing', async () => {
    const { lineId, issueIds } = await makeContested(scene);
    await reassignLine(as(scene.people.secondCounty), {
      id: lineId,
      unitId: scene.town.department.id,
      reason: '仍请办理。',
    });
    for (const step of ['accept', 'report'] as const) await takeLine(scene, step, { lineId, issueIds });
    await expect(
      verifyLine(as(scene.people.secondCounty), { id: lineId, publicPhotoIds: [] }),
    ).rejects.toMatchObject(refused('matters.same_person'));
    for (const step of ['verify', 'judge'] as const) await takeLine(scene, step, { lineId, issueIds });
    await expect(closeLine(as(scene.people.secondCounty), { id: lineId })).rejects.toMatchObject(
      refused('matters.same_person'),
    );
  });

  it('sends a report back with a reason, and does not forgive lateness', async () => {
    const { lineId } = await makeLineIn(scene, 'reported_done');
    await sendBack(as(scene.people.secondHost), { id: lineId, reason: '现场只亮两盏。' });
    expect(await matter(lineId)).toMatchObject({ state: 'in_progress', ownerRole: 'department_clerk' });
    expect((await matter(lineId)).dueAt?.toString()).toBe('2027-01-15T16:00:00Z');
    await reportDone(clerk(inDays(55)), reportInput(lineId));
    await sendBack(as(scene.people.secondHost, inDays(56)), { id: lineId, reason: '又不亮了。' });
    expect((await getLine(anybody(), lineId)).dueOn.toString()).toBe('2027-01-15');
    expect((await getLine(anybody(), lineId)).progress).toHaveLength(2);
    expect(await lastOf(lineId)).toMatchObject({ move: 'send_back', reason: '又不亮了。' });
    await expect(
      sendBack(as(scene.people.secondHost), { id: lineId, reason: '再办。' }),
    ).rejects.toMatchObject(refused('matters.not_now'));
    await expect(
      sendBack(as(scene.people.secondHost), { id: crypto.randomUUID(), reason: '再办。' }),
    ).rejects.toMatchObject(refused('matters.not_found'));
  });

  it('happens once when two check at once', async () => {
    const { lineId } = await makeLineIn(scene, 'reported_done');
    const tries = await Promise.allSettled([
      verifyLine(as(scene.people.secondHost), { id: lineId, publicPhotoIds: [] }),
      sendBack(as(scene.people.secondCounty), { id: lineId, reason: '再看看。' }),
    ]);
    expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('striking a line off', () => {
  it('closes it and its matter on the residents’ word, with the counts for everybody', async () => {
    const { lineId, issueIds } = await makeLineIn(scene, 'judged', { issues: 2 });
    expect(await getLine(anybody(), lineId)).toMatchObject({ judged: null, closingClass: null });
    expect(await closeLine(county(), { id: lineId })).toEqual({ closingClass: 'solved' });
    expect(await getLine(anybody(), lineId)).toMatchObject({
      state: 'closed',
      closingClass: 'solved',
      judged: { yes: 2, partly: 0, no: 0, silent: 0 },
    });
    for (const id of issueIds) expect(await matter(id)).toMatchObject({ state: 'closed', ownerRole: null });
    expect(await lastOf(lineId)).toMatchObject({
      move: 'close',
      role: 'county_office',
      data: { class: 'solved', round: 1, yes: 2, silent: 0 },
    });
    expect(await lastOf(issueIds[0]!)).toMatchObject({
      move: 'close_with_lines',
      actorKind: 'system',
      data: { closingClass: 'solved' },
    });
  });

  it('is refused to the publisher, the verifier, the unit and a host', async () => {
    const { lineId } = await makeLineIn(scene, 'judged');
    const close = (actor: Actor) => closeLine(as(actor), { id: lineId });
    await expect(close(both(scene.people.secondHost, scene.people.thirdCounty))).rejects.toMatchObject(
      refused('matters.same_person'),
    );
    await expect(close(both(scene.people.host, scene.people.thirdCounty))).rejects.toMatchObject(
      refused('matters.same_person'),
    );
    await expect(close(both(scene.people.clerk, scene.people.thirdCounty))).rejects.toMatchObject(
      refused('matters.same_person'),
    );
    for (const actor of [scene.people.clerk, scene.people.host])
      await expect(close(actor)).rejects.toMatchObject(refused('matters.not_yours'));
    await expect(close(scene.people.otherCounty)).rejects.toMatchObject(refused('matters.not_found'));
  });

  it('is refused before the residents were asked or have answered', async () => {
    for (const state of ['assigned', 'in_progress', 'reported_done', 'asking'] as const) {
      const { lineId } = await makeLineIn(scene, state);
      await expect(closeLine(county(), { id: lineId })).rejects.toMatchObject(refused('matters.not_now'));
    }
  });

  it('closes a matter with two lines once, also when both are struck off at the same moment', async () => {
    const session = await makePublished(scene, {
      lines: ([topicId]) => [
        lineInput(scene, topicId!),
        lineInput(scene, topicId!, { suggestion: '装声控开关。' }),
      ],
    });
    for (const lineId of session.lineIds) {
      for (const step of ['accept', 'report', 'verify', 'judge'] as const)
        await takeLine(scene, step, { lineId, issueIds: session.issueIds });
    }
    await Promise.all([
      closeLine(county(), { id: session.lineIds[0]! }),
      closeLine(as(scene.people.secondCounty), { id: session.lineIds[1]! }),
    ]);
    expect((await matter(session.issueIds[0]!)).state).toBe('closed');
    const closings = (await listHistory(county(), session.issueIds[0]!)).filter(
      ({ move }) => move === 'close_with_lines',
    );
    expect(closings).toHaveLength(1);
  });

  it('keeps a matter in hand while one of its lines is open', async () => {
    const session = await makePublished(scene, {
      lines: ([topicId]) => [
        lineInput(scene, topicId!),
        lineInput(scene, topicId!, { suggestion: '装声控开关。' }),
      ],
    });
    const lineId = session.lineIds[0]!;
    for (const step of ['accept', 'report', 'verify', 'judge', 'close'] as const)
      await takeLine(scene, step, { lineId, issueIds: session.issueIds });
    expect((await matter(session.issueIds[0]!)).state).toBe('in_hand');
  });
});

describe('an actor with a grant over one line', () => {
  it('may strike it off, and its residents’ matters follow although they are out of that actor’s sight', async () => {
    const { lineId, issueIds } = await makeLineIn(scene, 'judged');
    const substitute: Actor = {
      kind: 'account',
      accountId: newId<'account'>(),
      name: '代办',
      grants: [{ role: 'county_office', divisionCode: null, organisationId: null, matterId: lineId }],
    };
    await closeLine(as(substitute), { id: lineId });
    expect((await matter(issueIds[0]!)).state).toBe('closed');
  });
});

describe('publishing for the line', () => {
  it('numbers the lines in the order of the minutes', async () => {
    const session = await makePublished(scene, {
      lines: ([topicId]) =>
        ['甲', '乙', '丙'].map((suggestion) => lineInput(scene, topicId!, { suggestion })),
    });
    const numbers = await Promise.all(session.lineIds.map(async (id) => (await matter(id)).number));
    expect(numbers).toEqual(['01', '02', '03'].map((no) => `${session.number}-${no}`));
  });
});
