import { system, type Actor } from '@tongxin/core';
import { transact } from '@tongxin/db';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { issues, judgements } from '@tongxin/issues/schema';
import { residentOf, sceneOf } from '@tongxin/issues/testing';
import { getMatter, listHistory } from '@tongxin/matters/queries';
import { makeTown } from '@tongxin/matters/testing';
import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getLine } from '../queries/index.ts';
import {
  afterSession,
  at,
  hallSceneOf,
  inDays,
  makeContested,
  makeLineIn,
  takeLine,
  wordOn,
  type HallScene,
} from '../testing/index.ts';
import {
  closeLine,
  countLineSilence,
  extendLine,
  judgeLine,
  reopenLines,
  reportDone,
  verifyLine,
} from './index.ts';

let database: TestDatabase;
let scene: HallScene;

beforeAll(async () => {
  database = await testDatabase({ connections: 25 });
  scene = await hallSceneOf(sceneOf(database, await makeTown(database)));
});
afterAll(() => database.close());

const as = (actor: Actor, now: Temporal.Instant = afterSession) => at(scene, actor, now);
const clock = (now: Temporal.Instant) => as(system, now);
const county = (now?: Temporal.Instant) => as(scene.people.county, now);
const anybody = () => as({ kind: 'anonymous' });
const matter = (id: string) => getMatter(as(system), id);
const historyOf = (id: string) => listHistory(county(), id);
const lastOf = async (id: string) => (await historyOf(id)).at(-1);
const says = (issueId: string, lineId: string, over: Parameters<typeof wordOn>[1] = {}) =>
  judgeLine(as(residentOf(issueId)), wordOn(lineId, over));
/** The sixteenth day after it was asked. */
const tooLate = inDays(26);
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

describe('silence', () => {
  it('is counted by the clock as silence, and the line goes on', async () => {
    const { lineId, issueIds } = await makeLineIn(scene, 'asking', { issues: 3 });
    await says(issueIds[0]!, lineId);
    expect(await countLineSilence(clock(tooLate), { id: lineId })).toEqual({ silent: 2 });
    expect((await matter(lineId)).state).toBe('judged');
    const words = await wordsOn(lineId);
    expect(words.map(({ solved }) => solved).toSorted()).toEqual(['silent', 'silent', 'yes']);
    expect(words.filter(({ solved }) => solved === 'silent').map(({ stars }) => stars)).toEqual([null, null]);
    expect(await lastOf(issueIds[1]!)).toMatchObject({
      move: 'judge_line',
      actorKind: 'system',
      data: { solved: 'silent' },
    });
    await closeLine(county(), { id: lineId });
    expect(await getLine(anybody(), lineId)).toMatchObject({
      closingClass: 'unrated',
      judged: { yes: 1, silent: 2 },
    });
    expect([await classOf(issueIds[0]!), await classOf(issueIds[1]!)]).toEqual(['solved', 'unrated']);
  });

  it('beside a refusal sends the line back', async () => {
    const { lineId, issueIds } = await makeLineIn(scene, 'asking', { issues: 2 });
    await says(issueIds[0]!, lineId, { solved: 'no', stars: 1 });
    await countLineSilence(clock(tooLate), { id: lineId });
    expect(await matter(lineId)).toMatchObject({ state: 'in_progress' });
    expect((await getLine(anybody(), lineId)).round).toBe(2);
  });

  it('is counted neither before the fifteen days are over, nor by a person, nor twice', async () => {
    const { lineId } = await makeLineIn(scene, 'asking');
    await expect(countLineSilence(clock(inDays(20)), { id: lineId })).rejects.toMatchObject({
      code: 'deliberations.still_asking',
    });
    for (const actor of [scene.people.county, scene.people.host, scene.people.clerk]) {
      await expect(countLineSilence(as(actor, tooLate), { id: lineId })).rejects.toMatchObject({
        code: 'matters.not_yours',
      });
    }
    const tries = await Promise.allSettled(
      [1, 2].map(() => countLineSilence(clock(tooLate), { id: lineId })),
    );
    expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await wordsOn(lineId)).toHaveLength(1);
    await expect(countLineSilence(clock(tooLate), { id: crypto.randomUUID() })).rejects.toMatchObject({
      code: 'matters.not_found',
    });
  });

  it('never replaces a word that comes in the same moment', async () => {
    const { lineId, issueIds } = await makeLineIn(scene, 'asking');
    const tries = await Promise.allSettled([
      judgeLine(as(residentOf(issueIds[0]!), tooLate), wordOn(lineId)),
      countLineSilence(clock(tooLate), { id: lineId }),
    ]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await wordsOn(lineId)).toHaveLength(1);
    expect((await matter(lineId)).state).toBe('judged');
  });
});

describe('a line that the unit cannot do', () => {
  it('ends as explained, unless its resident refuses the explanation', async () => {
    const { lineId, issueIds } = await makeLineIn(scene, 'in_progress');
    await reportDone(as(scene.people.clerk), {
      id: lineId,
      class: 'cannot',
      text: '产权属业主，按规定不能代修。',
      photoIds: [],
      confirmed: [],
    });
    await verifyLine(as(scene.people.secondHost), { id: lineId, publicPhotoIds: [] });
    await countLineSilence(clock(tooLate), { id: lineId });
    expect(await closeLine(county(), { id: lineId })).toEqual({ closingClass: 'explained' });
    expect(await classOf(issueIds[0]!)).toBe('explained');
  });
});

describe('coming back', () => {
  const comesBack = (issueId: string, key = crypto.randomUUID() as string, now = inDays(40)) =>
    reopenLines(as(residentOf(issueId), now), { key, text: '又不亮了。' });

  it('sends the lines of a closed matter back to their units, once', async () => {
    const { lineId, issueIds } = await makeLineIn(scene, 'closed');
    const issueId = issueIds[0]!;
    expect(await comesBack(issueId)).toEqual({ lines: 1, state: 'in_hand' });
    expect(await matter(issueId)).toMatchObject({ state: 'in_hand' });
    expect(await matter(lineId)).toMatchObject({ state: 'in_progress', closedAt: null });
    expect(await getLine(anybody(), lineId)).toMatchObject({ round: 2, judged: null, closingClass: null });
    expect(await lastOf(lineId)).toMatchObject({ move: 'reopen', data: { round: 2 } });
    expect((await historyOf(issueId)).at(-1)).toMatchObject({ move: 'reopen', actorKind: 'resident' });
    for (const step of ['report', 'verify'] as const) await takeLine(scene, step, { lineId, issueIds });
    await says(issueId, lineId, { solved: 'no', stars: 1 });
    expect(await closeLine(county(), { id: lineId })).toEqual({ closingClass: 'disagreed' });
    expect((await matter(issueId)).state).toBe('closed');
    await expect(comesBack(issueId)).rejects.toMatchObject({ code: 'issues.reopened_before' });
    expect((await matter(lineId)).state).toBe('closed');
  });

  it('happens once, however often the form is sent', async () => {
    const { lineId, issueIds } = await makeLineIn(scene, 'closed');
    const key = crypto.randomUUID();
    await Promise.all([comesBack(issueIds[0]!, key), comesBack(issueIds[0]!, key)]);
    expect((await historyOf(lineId)).filter(({ move }) => move === 'reopen')).toHaveLength(1);
  });

  it('asks again only those whose matter is in hand', async () => {
    const { lineId, issueIds } = await makeLineIn(scene, 'closed', { issues: 2 });
    await comesBack(issueIds[0]!);
    for (const step of ['report', 'verify'] as const) await takeLine(scene, step, { lineId, issueIds });
    await expect(says(issueIds[1]!, lineId)).rejects.toMatchObject({ code: 'matters.not_found' });
    await says(issueIds[0]!, lineId);
    expect((await matter(lineId)).state).toBe('judged');
  });

  it('joins in where another resident has sent the line back already', async () => {
    const { lineId, issueIds } = await makeLineIn(scene, 'closed', { issues: 2 });
    const both = await Promise.all(issueIds.map((id) => comesBack(id)));
    expect(new Set(both.map(({ lines }) => lines))).toEqual(new Set([0, 1]));
    expect((await historyOf(lineId)).filter(({ move }) => move === 'reopen')).toHaveLength(1);
    for (const id of issueIds) expect((await matter(id)).state).toBe('in_hand');
  });

  it('gives the matter back to the host where no line was done for it', async () => {
    const explained = await makeContested(scene, { notAdopted: true });
    expect(await comesBack(explained.issueIds[0]!)).toEqual({ lines: 0, state: 'accepted' });
    expect(await matter(explained.issueIds[0]!)).toMatchObject({ state: 'accepted', ownerRole: 'host' });
    expect((await matter(explained.lineId)).state).toBe('not_adopted');
  });

  it('is refused while the matter is open, and to an office', async () => {
    const open = await makeLineIn(scene, 'in_progress');
    await expect(comesBack(open.issueIds[0]!)).rejects.toMatchObject({ code: 'matters.not_now' });
    const input = { key: crypto.randomUUID(), text: '重办。' };
    await expect(reopenLines(county(), input)).rejects.toMatchObject({ code: 'matters.not_found' });
  });

  it('moves the residents’ date with a later extension', async () => {
    const { lineId, issueIds } = await makeLineIn(scene, 'closed');
    await comesBack(issueIds[0]!);
    await extendLine(county(), {
      id: lineId,
      dueOn: Temporal.PlainDate.from('2027-05-01'),
      reason: '灯具缺货。',
    });
    expect((await matter(issueIds[0]!)).dueAt?.toString()).toBe('2027-05-31T16:00:00Z');
  });
});
