import { newId, type Actor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { listHistory } from '@tongxin/matters/queries';
import { contextOf, makeTown, testNow } from '@tongxin/matters/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getIssue } from '../queries/index.ts';
import { makeIssue, makeIssueIn, residentOf, sceneOf, type Scene } from '../testing.ts';
import {
  acceptIssue,
  answerQuestion,
  askResident,
  askReview,
  bounceIssue,
  declineIssue,
  divertIssue,
  mergeIssue,
  overturnIssue,
  upholdIssue,
} from './index.ts';

let database: TestDatabase;
let scene: Scene;
beforeAll(async () => {
  database = await testDatabase();
  scene = sceneOf(database, await makeTown(database));
});
afterAll(() => database.close());

const as = (actor: Actor, now = testNow) => contextOf(database, actor, now);
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? 'a bug',
  );
const look = (id: string) => getIssue(as(scene.people.county), { id });
const lastEntry = async (id: string) => (await listHistory(as(scene.people.county), id)).at(-1)!;
const key = () => crypto.randomUUID();

describe('taking a matter in', () => {
  it('accepts it once, whoever is first of two hosts; the other hears that it has moved on', async () => {
    const { id } = await makeIssue(scene);
    const { host, secondHost } = scene.people;
    const answers = await Promise.all(
      [host, secondHost].map((actor) => refusal(acceptIssue(as(actor), { id }))),
    );
    expect(answers.toSorted()).toEqual(['done', 'matters.not_now']);
    expect(await look(id)).toMatchObject({ state: 'accepted', ownerRole: 'host' });
    expect(await lastEntry(id)).toMatchObject({ move: 'accept', role: 'host', unitName: '城东街道联络组' });
  });

  it('is for the host of the place and its county office; everybody else finds nothing', async () => {
    const { id } = await makeIssue(scene);
    const { neighbour, otherCounty, clerk, otherClerk } = scene.people;
    for (const actor of [
      neighbour,
      otherCounty,
      clerk,
      otherClerk,
      residentOf(newId()),
      { kind: 'anonymous' } as const,
    ]) {
      expect(await refusal(acceptIssue(as(actor), { id }))).toBe('matters.not_found');
    }
    for (const actor of [scene.people.city, scene.people.auditor, residentOf(id)]) {
      expect(await refusal(acceptIssue(as(actor), { id }))).toBe('matters.not_yours');
    }
  });

  it('asks the resident, whose answer brings it back to the host', async () => {
    const { id } = await makeIssue(scene);
    await askResident(as(scene.people.host), { id, question: '是哪一盏灯？' });
    expect(await look(id)).toMatchObject({ state: 'needs_info', ownerRole: 'resident' });
    const answer = { key: key(), text: '最东边那盏', photoIds: [] };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => answerQuestion(as(residentOf(id)), answer)),
    );
    expect(new Set(answers.map(({ state }) => state))).toEqual(new Set(['received']));
    expect((await listHistory(as(scene.people.host), id)).map(({ move }) => move)).toEqual([
      'open',
      'ask',
      'answer',
    ]);
    expect(JSON.stringify(await listHistory(as(scene.people.host), id))).not.toContain('最东边');
  });

  it('is answered also after it was set aside', async () => {
    const { id } = await makeIssueIn(scene, 'parked');
    await answerQuestion(as(residentOf(id)), { key: key(), text: '我回来了', photoIds: [] });
    expect(await look(id)).toMatchObject({ state: 'received', closedAt: null });
  });

  it('diverts it with its channel and reason, and takes it back when the other channel does not want it', async () => {
    const { id } = await makeIssue(scene);
    await divertIssue(as(scene.people.host), { id, channel: 'hotline', reason: '由热线派单抢修。' });
    expect(await look(id)).toMatchObject({ state: 'diverted', divertedTo: 'hotline' });
    expect(await lastEntry(id)).toMatchObject({
      move: 'divert',
      reason: '由热线派单抢修。',
      data: { channel: 'hotline' },
    });
    expect(await bounceIssue(as(residentOf(id)), { key: key(), text: '热线说不归他们' })).toEqual({
      state: 'received',
    });
  });

  it('declines it on a ground; the resident may have the county look again, once, within fifteen days', async () => {
    const { id } = await makeIssueIn(scene, 'declined');
    expect(await lastEntry(id)).toMatchObject({ move: 'decline', data: { ground: 'competence' } });
    const after = (days: number) => as(residentOf(id), testNow.add({ hours: 24 * days }));
    expect(await refusal(askReview(after(15), { key: key() }))).toBe('issues.review_late');
    expect(await askReview(after(14), { key: key() })).toEqual({ state: 'in_review' });
    await upholdIssue(as(scene.people.county), { id, reason: '已核对，省里正在统一安排。' });
    expect(await look(id)).toMatchObject({ state: 'declined', closingClass: null });
    expect(await refusal(askReview(after(14), { key: key() }))).toBe('issues.reviewed_before');
  });

  it('lets the county overturn a refusal, but never whoever refused', async () => {
    const { id } = await makeIssue(scene);
    await declineIssue(as(scene.people.county), { id, ground: 'facts', reason: '现场没有这盏灯。' });
    await askReview(as(residentOf(id)), { key: key() });
    expect(await refusal(overturnIssue(as(scene.people.county), { id, reason: '看错了。' }))).toBe(
      'matters.same_person',
    );
    await overturnIssue(as(scene.people.secondCounty), { id, reason: '现场有，灯杆被树挡住。' });
    expect(await look(id)).toMatchObject({ state: 'accepted', ownerRole: 'host' });
  });

  it('keeps telephones out of reasons, which stay for good', async () => {
    const { id } = await makeIssue(scene);
    const reason = '请联系 139 0000 1234';
    expect(await refusal(declineIssue(as(scene.people.host), { id, ground: 'law', reason }))).toBe(
      'issues.personal_in_reason',
    );
    expect(await refusal(divertIssue(as(scene.people.host), { id, channel: 'court', reason }))).toBe(
      'issues.personal_in_reason',
    );
    expect((await listHistory(as(scene.people.host), id)).map(({ move }) => move)).toEqual(['open']);
  });
});

describe('merging', () => {
  it('joins a matter to another open one of the county and links them', async () => {
    const [source, target] = [await makeIssue(scene), await makeIssue(scene)];
    await mergeIssue(as(scene.people.host), { id: source.id, intoId: target.id });
    expect(await look(source.id)).toMatchObject({ state: 'merged' });
    expect((await look(target.id)).mergedHere.map(({ id }) => id)).toEqual([source.id]);
    expect(await lastEntry(source.id)).toMatchObject({ move: 'merge', data: { into: target.id } });
  });

  it('refuses itself, a closed one, one of another county or township out of sight, and what is no issue', async () => {
    const { id } = await makeIssue(scene);
    const closed = await makeIssueIn(scene, 'withdrawn');
    const elsewhere = await makeIssue(scene, { divisionCode: '330703001' });
    const nextDoor = await makeIssue(scene, { divisionCode: '330702002' });
    for (const intoId of [id, closed.id, elsewhere.id, nextDoor.id, newId<'matter'>()]) {
      expect(await refusal(mergeIssue(as(scene.people.host), { id, intoId }))).toBe('issues.merge_target');
    }
    expect(await refusal(mergeIssue(as(scene.people.county), { id, intoId: nextDoor.id }))).toBe('done');
  });

  it('stays within one county, also for somebody who works in two', async () => {
    const [here, there] = [await makeIssue(scene), await makeIssue(scene, { divisionCode: '330703001' })];
    const both: Actor = {
      ...scene.people.county,
      grants: [...scene.people.county.grants, ...scene.people.otherCounty.grants],
    };
    expect(await refusal(mergeIssue(as(both), { id: here.id, intoId: there.id }))).toBe(
      'issues.merge_target',
    );
  });

  it('crosswise at once merges one way only', async () => {
    const [one, two] = [await makeIssue(scene), await makeIssue(scene)];
    const answers = await Promise.all([
      refusal(mergeIssue(as(scene.people.host), { id: one.id, intoId: two.id })),
      refusal(mergeIssue(as(scene.people.secondHost), { id: two.id, intoId: one.id })),
    ]);
    expect(answers.toSorted()).toEqual(['done', 'issues.merge_target']);
  });
});
