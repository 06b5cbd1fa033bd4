import { system, type Actor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { listHistory } from '@tongxin/matters/queries';
import { contextOf, makeTown, testNow } from '@tongxin/matters/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getFollow, getIssue } from '../queries/index.ts';
import type { JudgeIssue } from '../rules/index.ts';
import { makeIssue, makeIssueIn, residentOf, sceneOf, takeSteps, type Scene } from '../testing.ts';
import {
  closeIssue,
  closeWithLines,
  countSilence,
  judgeIssue,
  mergeIssue,
  overturnIssue,
  recordJudgement,
  reopenIssue,
  replyToIssue,
  takeIntoTalks,
  leaveTalks,
  upholdIssue,
  verifyReply,
  withdrawIssue,
} from './index.ts';

let database: TestDatabase;
let scene: Scene;
beforeAll(async () => {
  database = await testDatabase();
  scene = sceneOf(database, await makeTown(database));
});
afterAll(() => database.close());

const as = (actor: Actor, now = testNow) => contextOf(database, actor, now);
const own = (id: string, now = testNow) => as(residentOf(id), now);
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? 'a bug',
  );
const look = (id: string) => getIssue(as(scene.people.county), { id });
const word = (over: Partial<JudgeIssue> = {}): JudgeIssue => ({
  key: crypto.randomUUID(),
  solved: 'yes',
  stars: 5,
  ...over,
});
const says = (text = '灯又不亮了') => ({ key: crypto.randomUUID(), text });
const judgementsOf = async (id: string) =>
  (
    await database.pool.query(`select count(*) from journal where matter_id = $1 and move like 'judge%'`, [
      id,
    ])
  ).rows[0].count;

async function handleAgain(id: string, now = testNow) {
  const { clerk, county } = scene.people;
  await replyToIssue(as(clerk, now), {
    id,
    class: 'solved',
    text: '换了新的灯泡。',
    photoIds: [],
    confirmed: false,
  });
  await verifyReply(as(county, now), { id });
}

describe('the resident’s judgement', () => {
  it('that it is solved goes to be struck off; the journal keeps the answer and not the words', async () => {
    const { id } = await makeIssueIn(scene, 'to_rate');
    expect(await judgeIssue(own(id), word({ solved: 'partly', stars: 3, words: '灯亮了但是偏暗' }))).toEqual({
      state: 'judged',
      round: 1,
    });
    const entry = (await listHistory(own(id), id)).at(-1)!;
    expect(entry).toMatchObject({
      move: 'judge',
      actorKind: 'resident',
      data: { solved: 'partly', stars: 3, round: 1 },
    });
    expect(JSON.stringify(entry)).not.toContain('偏暗');
    expect((await getFollow(own(id))).judgements).toMatchObject([
      { solved: 'partly', stars: 3, words: '灯亮了但是偏暗' },
    ]);
    expect(await closeIssue(as(scene.people.secondCounty), { id })).toEqual({ closingClass: 'partly' });
  });

  it('that it is not solved goes back with a fresh term, and the second time to the county', async () => {
    const { id } = await makeIssueIn(scene, 'to_rate');
    const later = testNow.add({ hours: 24 * 9 });
    expect(await judgeIssue(own(id, later), word({ solved: 'no', stars: 1 }))).toEqual({
      state: 'handling',
      round: 1,
    });
    expect((await look(id)).dueAt?.toString()).toBe('2026-12-03T16:00:00Z');
    await handleAgain(id, later);
    expect(await judgeIssue(own(id, later), word({ solved: 'yes', stars: 2 }))).toEqual({
      state: 'in_review',
      round: 2,
    });
    expect(await refusal(upholdIssue(as(scene.people.county, later), { id, reason: '已经当面说明。' }))).toBe(
      'matters.same_person',
    );
    await upholdIssue(as(scene.people.secondCounty, later), { id, reason: '已经当面说明。' });
    expect(await look(id)).toMatchObject({ state: 'closed', closingClass: 'disagreed' });
  });

  it('is heard by the county, which may have it handled anew', async () => {
    const { id } = await makeIssueIn(scene, 'to_rate');
    await judgeIssue(own(id), word({ solved: 'no', stars: 1 }));
    await handleAgain(id);
    await judgeIssue(own(id), word({ solved: 'no', stars: 1 }));
    await overturnIssue(as(scene.people.secondCounty), { id, reason: '换线路才能解决。' });
    expect(await look(id)).toMatchObject({ state: 'handling', ownerRole: 'department_clerk' });
  });

  it('sent many times at once counts once, and after that it is too late for another', async () => {
    const { id } = await makeIssueIn(scene, 'to_rate');
    const input = word();
    const answers = await Promise.all(Array.from({ length: 10 }, () => judgeIssue(own(id), input)));
    for (const answer of answers) expect(answer).toEqual({ state: 'judged', round: 1 });
    expect(await judgementsOf(id)).toBe('1');
    expect(await refusal(judgeIssue(own(id), word({ solved: 'no', stars: 1 })))).toBe('matters.not_now');
  });

  it('is the resident’s alone', async () => {
    const { id } = await makeIssueIn(scene, 'to_rate');
    for (const actor of [
      scene.people.clerk,
      scene.people.host,
      scene.people.county,
      { kind: 'anonymous' } as const,
      system,
    ]) {
      expect(await refusal(judgeIssue(as(actor), word()))).toBe('matters.not_found');
    }
    expect(await look(id)).toMatchObject({ state: 'to_rate' });
  });

  it('is not seen by the department before the matter is closed', async () => {
    const { id } = await makeIssueIn(scene, 'judged');
    const forClerk = async () =>
      (await getIssue(as(scene.people.clerk), { id })).history.find(({ move }) => move === 'judge');
    expect((await forClerk())?.data).toEqual({});
    await closeIssue(as(scene.people.secondCounty), { id });
    expect((await forClerk())?.data).toMatchObject({ stars: 5 });
  });
});

describe('silence', () => {
  it('is counted when the fifteen days are over, as an answer of its own and never as a yes', async () => {
    const { id } = await makeIssueIn(scene, 'to_rate');
    expect(await refusal(countSilence(as(system, testNow.add({ hours: 24 * 15 })), id))).toBe(
      'matters.not_now',
    );
    await countSilence(as(system, testNow.add({ hours: 24 * 16 })), id);
    const follow = await getFollow(own(id));
    expect(follow).toMatchObject({ state: 'judged', judgements: [{ solved: 'silent', stars: null }] });
    expect(follow.history.at(-1)).toMatchObject({
      move: 'count_silence',
      actorKind: 'system',
      data: { solved: 'silent', round: 1 },
    });
    expect(await closeIssue(as(scene.people.secondCounty), { id })).toEqual({ closingClass: 'unrated' });
  });

  it('and a word at the same moment: exactly one of them counts', async () => {
    const { id } = await makeIssueIn(scene, 'to_rate');
    const late = testNow.add({ hours: 24 * 16 });
    const answers = await Promise.all([
      refusal(countSilence(as(system, late), id)),
      refusal(judgeIssue(own(id, late), word())),
    ]);
    expect(answers.toSorted()).toEqual(['done', 'matters.not_now']);
    expect((await getFollow(own(id))).judgements).toHaveLength(1);
  });
});

describe('a merged matter', () => {
  it('shows its resident the other one’s course and answer, and lets them judge it once a round', async () => {
    const source = await makeIssue(scene);
    const target = await makeIssueIn(scene, 'accepted');
    await mergeIssue(as(scene.people.host), { id: source.id, intoId: target.id });
    expect(await refusal(judgeIssue(own(source.id), word()))).toBe('issues.not_to_judge');
    await takeSteps(scene, target.id, ['copy', 'route', 'take', 'reply', 'verify']);
    const follow = await getFollow(own(source.id));
    expect(follow.mergedInto).toMatchObject({
      id: target.id,
      state: 'to_rate',
      replyText: '路灯已经换好，晚上试亮正常。',
    });
    const answer = word({ solved: 'no', stars: 1, words: '我家门口没亮' });
    expect(await judgeIssue(own(source.id), answer)).toEqual({ state: 'merged', round: 1 });
    expect(await refusal(judgeIssue(own(source.id), word()))).toBe('issues.judged_before');
    await judgeIssue(own(target.id), word());
    expect(
      (await getFollow(own(source.id))).mergedInto?.history.find(({ move }) => move === 'judge')?.data,
    ).toEqual({});
    expect(await closeIssue(as(scene.people.secondCounty), { id: target.id })).toEqual({
      closingClass: 'partly',
    });
  });
});

describe('coming back', () => {
  it('reopens a struck-off matter once, with its department and a fresh term', async () => {
    const { id } = await makeIssueIn(scene, 'closed');
    const again = says();
    const answers = await Promise.all(Array.from({ length: 5 }, () => reopenIssue(own(id), again)));
    expect(answers[0]).toEqual({ state: 'handling' });
    expect(await look(id)).toMatchObject({
      state: 'handling',
      reopened: 1,
      closingClass: null,
      closedAt: null,
    });
    expect((await getFollow(own(id))).messages.at(-1)).toMatchObject({
      author: 'resident',
      text: again.text,
    });
    await handleAgain(id);
    await judgeIssue(own(id), word());
    await closeIssue(as(scene.people.secondCounty), { id });
    expect(await refusal(reopenIssue(own(id), says()))).toBe('issues.reopened_before');
  });

  it('takes a matter back before it is with a department, not after', async () => {
    const { id } = await makeIssueIn(scene, 'accepted');
    expect(await withdrawIssue(own(id), { key: crypto.randomUUID() })).toEqual({ state: 'withdrawn' });
    const routed = await makeIssueIn(scene, 'routed');
    expect(await refusal(withdrawIssue(own(routed.id), { key: crypto.randomUUID() }))).toBe(
      'matters.not_now',
    );
  });
});

describe('a matter that goes through a session', () => {
  it('leaves the topic with a reason and is the host’s again', async () => {
    const { id } = await makeIssueIn(scene, 'in_talks');
    await leaveTalks(as(scene.people.host), { id, topicId: id, reason: '改由部门直接办。' });
    expect(await look(id)).toMatchObject({ state: 'accepted' });
    await takeIntoTalks(as(scene.people.host), { id, topicId: id, due: testNow.add({ hours: 24 }) });
    expect(await look(id)).toMatchObject({ state: 'in_talks' });
  });

  it('ends as its resident judged its lines, whose word is kept once a round', async () => {
    const { id } = await makeIssueIn(scene, 'in_hand');
    const line = await makeIssue(scene);
    const about = { issueId: id, aboutId: line.id, round: 1 };
    const answer = { solved: 'no' as const, stars: 1, words: '没有修' };
    const stored = await Promise.all(
      Array.from({ length: 5 }, () => recordJudgement(own(id), { ...about, ...answer })),
    );
    expect(stored.filter(Boolean)).toHaveLength(1);
    const silence = { solved: 'silent' as const, stars: null, words: null };
    expect(await recordJudgement(as(system), { ...about, ...silence })).toBe(false);
    await recordJudgement(own(id), { ...about, round: 2, solved: 'yes', stars: 4, words: null });
    expect(await closeWithLines(as(system), { id })).toEqual({ closingClass: 'solved' });
    expect(await look(id)).toMatchObject({ state: 'closed', closingClass: 'solved' });
    expect(await reopenIssue(own(id), says())).toEqual({ state: 'accepted' });
  });

  it('whose lines nobody judged ends as unrated, or as explained when nothing was adopted', async () => {
    const [one, two] = [await makeIssueIn(scene, 'in_hand'), await makeIssueIn(scene, 'in_hand')];
    expect(await closeWithLines(as(system), { id: one.id })).toEqual({ closingClass: 'unrated' });
    expect(await closeWithLines(as(system), { id: two.id, replyClass: 'cannot' })).toEqual({
      closingClass: 'explained',
    });
    expect(await refusal(closeWithLines(as(system), { id: two.id }))).toBe('matters.not_now');
  });
});
