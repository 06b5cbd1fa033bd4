import { system, type Actor } from '@tongxin/core';
import { transact } from '@tongxin/db';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { mergeIssue } from '@tongxin/issues/commands';
import { issues, judgements } from '@tongxin/issues/schema';
import { makeIssue, makeIssueIn, residentOf, sceneOf } from '@tongxin/issues/testing';
import { getMatter, listHistory } from '@tongxin/matters/queries';
import { makeTown } from '@tongxin/matters/testing';
import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getLine, linesOfIssue } from '../queries/index.ts';
import {
  afterSession,
  at,
  hallSceneOf,
  inDays,
  lineInput,
  makeLineIn,
  makePublished,
  takeLine,
  wordOn,
  type HallScene,
} from '../testing/index.ts';
import { closeLine, judgeLine } from './index.ts';

let database: TestDatabase;
let scene: HallScene;

beforeAll(async () => {
  database = await testDatabase({ connections: 25 });
  scene = await hallSceneOf(sceneOf(database, await makeTown(database)));
});
afterAll(() => database.close());

const as = (actor: Actor, now: Temporal.Instant = afterSession) => at(scene, actor, now);
const county = (now?: Temporal.Instant) => as(scene.people.county, now);
const anybody = () => as({ kind: 'anonymous' });
const matter = (id: string) => getMatter(as(system), id);
const historyOf = (id: string) => listHistory(county(), id);
const lastOf = async (id: string) => (await historyOf(id)).at(-1);
const says = (issueId: string, lineId: string, over: Parameters<typeof wordOn>[1] = {}) =>
  judgeLine(as(residentOf(issueId)), wordOn(lineId, over));
const wordsOn = (lineId: string) =>
  transact(as(system), (tx) =>
    tx
      .select({
        issueId: judgements.issueId,
        round: judgements.round,
        solved: judgements.solved,
        stars: judgements.stars,
        words: judgements.words,
      })
      .from(judgements)
      .where(eq(judgements.aboutId, lineId))
      .orderBy(asc(judgements.at))
      .limit(100),
  );
const classOf = async (issueId: string) => {
  const [row] = await transact(as(system), (tx) =>
    tx
      .select({ closingClass: issues.closingClass })
      .from(issues)
      .where(eq(issues.matterId, issueId))
      .limit(1),
  );
  return row?.closingClass;
};

describe('judging a line', () => {
  it('waits for every resident who raised it, and moves on with the last word', async () => {
    const { lineId, issueIds } = await makeLineIn(scene, 'asking', { issues: 2 });
    await says(issueIds[0]!, lineId, { words: '亮了，谢谢。', stars: 4 });
    expect((await matter(lineId)).state).toBe('asking');
    await says(issueIds[1]!, lineId, { solved: 'partly', stars: 3 });
    expect(await matter(lineId)).toMatchObject({ state: 'judged', ownerRole: 'county_office' });
    expect(await wordsOn(lineId)).toMatchObject([
      { solved: 'yes', stars: 4, words: '亮了，谢谢。', round: 1 },
      { solved: 'partly', stars: 3, words: null },
    ]);
  });

  it('is in the journal of the resident’s matter without the words, and of the line without anybody’s rating', async () => {
    const { lineId, issueIds } = await makeLineIn(scene, 'asking');
    await says(issueIds[0]!, lineId, { words: '不能进日志的话', stars: 4 });
    expect(await lastOf(issueIds[0]!)).toMatchObject({
      move: 'judge_line',
      actorKind: 'resident',
      data: { aboutId: lineId, round: 1, solved: 'yes', stars: 4 },
    });
    expect(await lastOf(lineId)).toMatchObject({
      move: 'all_judged',
      actorKind: 'system',
      data: { round: 1, asked: 1 },
    });
    expect(JSON.stringify(await historyOf(lineId))).not.toContain('stars');
    expect(JSON.stringify([await historyOf(lineId), await historyOf(issueIds[0]!)])).not.toContain(
      '不能进日志的话',
    );
  });

  it('counts once, however often the same form is sent, and refuses a second word in the round', async () => {
    const { lineId, issueIds } = await makeLineIn(scene, 'asking', { issues: 2 });
    const word = wordOn(lineId);
    const resident = as(residentOf(issueIds[0]!));
    await Promise.all([judgeLine(resident, word), judgeLine(resident, word), judgeLine(resident, word)]);
    await expect(says(issueIds[0]!, lineId, { solved: 'no', stars: 1 })).rejects.toMatchObject({
      code: 'deliberations.already_judged',
      kind: 'CONFLICT',
    });
    expect(await wordsOn(lineId)).toHaveLength(1);
  });

  it('keeps one of two different words that the same resident sends at once', async () => {
    const { lineId, issueIds } = await makeLineIn(scene, 'asking', { issues: 2 });
    const tries = await Promise.allSettled([
      says(issueIds[0]!, lineId),
      says(issueIds[0]!, lineId, { solved: 'no', stars: 1 }),
    ]);
    expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await wordsOn(lineId)).toHaveLength(1);
  });

  it('moves the line on once when all residents speak at the same moment', async () => {
    const { lineId, issueIds } = await makeLineIn(scene, 'asking', { issues: 6 });
    await Promise.all(issueIds.map((id) => says(id, lineId)));
    expect((await matter(lineId)).state).toBe('judged');
    expect((await historyOf(lineId)).filter(({ move }) => move === 'all_judged')).toHaveLength(1);
  });

  it('is for the residents whose matter it answers: nobody else’s receipt, no office, no unit', async () => {
    const { lineId } = await makeLineIn(scene, 'asking');
    const stranger = (await makeIssue(scene)).id;
    const actors: Actor[] = [
      residentOf(stranger),
      scene.people.clerk,
      scene.people.host,
      scene.people.county,
      system,
      { kind: 'anonymous' },
    ];
    for (const actor of actors) {
      await expect(judgeLine(as(actor), wordOn(lineId))).rejects.toMatchObject({ code: 'matters.not_found' });
    }
    expect(await wordsOn(lineId)).toEqual([]);
  });

  it('is refused while nobody is asked, and for what is no line', async () => {
    const { lineId, issueIds } = await makeLineIn(scene, 'in_progress');
    await expect(says(issueIds[0]!, lineId)).rejects.toMatchObject({ code: 'matters.not_now' });
    await expect(says(issueIds[0]!, issueIds[0]!)).rejects.toMatchObject({ code: 'matters.not_found' });
  });

  it('belongs to a resident too whose matter was merged into one that the line answers', async () => {
    const session = await makePublished(scene);
    const merged = (await makeIssueIn(scene, 'accepted')).id;
    await mergeIssue(as(scene.people.host), { id: merged, intoId: session.issueIds[0]! });
    const lineId = session.lineIds[0]!;
    for (const step of ['accept', 'report', 'verify'] as const)
      await takeLine(scene, step, { lineId, issueIds: [] });
    await says(session.issueIds[0]!, lineId);
    expect((await matter(lineId)).state).toBe('asking');
    expect(await linesOfIssue(as(residentOf(merged)), merged)).toMatchObject([
      { id: lineId, mayJudge: true },
    ]);
    await says(merged, lineId, { solved: 'partly', stars: 3 });
    expect((await matter(lineId)).state).toBe('judged');
    await closeLine(county(), { id: lineId });
    expect(await classOf(session.issueIds[0]!)).toBe('partly');
    expect((await matter(merged)).state).toBe('merged');
  });
});

describe('a refusal by a resident', () => {
  it.each([
    ['a no', { solved: 'no', stars: 3 } as const],
    ['two stars', { solved: 'partly', stars: 2 } as const],
  ])('sends the line back to its unit with a new clock the first time (%s)', async (_name, word) => {
    const { lineId, issueIds } = await makeLineIn(scene, 'asking');
    const long = inDays(60);
    await judgeLine(as(residentOf(issueIds[0]!), long), wordOn(lineId, word));
    expect(await matter(lineId)).toMatchObject({ state: 'in_progress', ownerRole: 'department_clerk' });
    const line = await getLine(anybody(), lineId);
    expect(line).toMatchObject({ round: 2, state: 'in_progress' });
    // Ten working days from Wednesday 20 January 2027.
    expect((await matter(lineId)).dueAt?.toString()).toBe('2027-02-03T16:00:00Z');
    expect(line.dueOn.toString()).toBe('2027-02-03');
    expect((await matter(issueIds[0]!)).dueAt?.toString()).toBe('2027-03-05T16:00:00Z');
    expect(await lastOf(lineId)).toMatchObject({
      move: 'all_judged',
      toState: 'in_progress',
      data: { round: 1 },
    });
  });

  it('waits for the others before it counts', async () => {
    const { lineId, issueIds } = await makeLineIn(scene, 'asking', { issues: 2 });
    await says(issueIds[0]!, lineId, { solved: 'no', stars: 1 });
    expect((await matter(lineId)).state).toBe('asking');
    await says(issueIds[1]!, lineId);
    expect(await matter(lineId)).toMatchObject({ state: 'in_progress' });
  });

  it('asks everybody again after the work was done again, and is recorded as it is the second time', async () => {
    const { lineId, issueIds } = await makeLineIn(scene, 'asking', { issues: 2 });
    for (const id of issueIds) await says(id, lineId, { solved: 'no', stars: 1 });
    for (const step of ['report', 'verify'] as const) await takeLine(scene, step, { lineId, issueIds });
    await says(issueIds[0]!, lineId);
    await says(issueIds[1]!, lineId, { solved: 'no', stars: 1 });
    expect((await matter(lineId)).state).toBe('judged');
    expect(await closeLine(county(), { id: lineId })).toEqual({ closingClass: 'disagreed' });
    expect(await getLine(anybody(), lineId)).toMatchObject({
      judged: { yes: 1, partly: 0, no: 1, silent: 0 },
    });
    expect([await classOf(issueIds[0]!), await classOf(issueIds[1]!)]).toEqual(['solved', 'disagreed']);
    expect((await wordsOn(lineId)).map(({ round }) => round)).toEqual([1, 1, 2, 2]);
  });
});

describe('a matter with several lines', () => {
  it('ends by the least that its resident said of any of them', async () => {
    const session = await makePublished(scene, {
      lines: ([topicId]) => [
        lineInput(scene, topicId!),
        lineInput(scene, topicId!, { suggestion: '装声控开关。' }),
      ],
    });
    const [first, second] = session.lineIds as [string, string];
    for (const lineId of [first, second]) {
      for (const step of ['accept', 'report', 'verify'] as const)
        await takeLine(scene, step, { lineId, issueIds: [] });
    }
    await says(session.issueIds[0]!, first);
    await says(session.issueIds[0]!, second, { solved: 'partly', stars: 3 });
    await closeLine(county(), { id: first });
    await closeLine(county(), { id: second });
    expect(await classOf(session.issueIds[0]!)).toBe('partly');
  });
});
