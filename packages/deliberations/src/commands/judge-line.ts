import { DomainError, endOfDay } from '@tongxin/core';
import { asSystem, once, transact, type Context, type Tx } from '@tongxin/db';
import { recordJudgement } from '@tongxin/issues/commands';
import { issueWorkflow, type Solved } from '@tongxin/issues/rules';
import { advance, lockMatter, notFound, type Matter } from '@tongxin/matters/commands';
import { workCalendar } from '@tongxin/matters/queries';
import { refusals as spine } from '@tongxin/matters/rules';
import { issuesOfLines, withMerged } from '../queries/lineage.ts';
import { askedOn, wordsOn } from '../queries/words.ts';
import { againOn, lineWorkflow, standOf, type JudgeLine } from '../rules/index.ts';
import { moveSettleDates } from './issue-dates.ts';
import { lineRow, updateLine } from './line-row.ts';
import { lockMatters } from './lock.ts';
import { refuse } from './refuse.ts';

type Inside = Context & { tx: Tx };
type Said = { solved: Solved; stars: number | null; words: string | null };

/**
 * The word of a resident on a line that was done for their matter, or for the matter that theirs was merged into.
 * When it was the last one asked for, the line moves on at once; a first refusal among them sends it back to its unit.
 * Once per round, however often it is sent. Locks the line and the matters that it answers. Refuses: matters.not_found (a
 * line that answers another's matter), matters.not_now (nobody is asked), deliberations.already_judged.
 */
export async function judgeLine(
  ctx: Context,
  { lineId, key, ...said }: JudgeLine,
): Promise<{ round: number }> {
  const { actor } = ctx;
  if (actor.kind !== 'resident') throw notFound();
  // What was sent is kept by its hash, and a rating has too few of them: the hash leaves it out.
  const sent = { key: `deliberations.judge:${actor.matterId}:${key}`, input: { lineId } };
  return once(ctx, sent, async (tx, inside) => {
    const line = await lockLine(tx, lineId);
    const asked = await lockAsked(inside, lineId);
    if (!asked.includes(actor.matterId)) throw notFound();
    if (line.state !== 'asking') throw notNow();
    const { round } = await lineRow(tx, lineId);
    const { solved, stars, words = null } = said;
    const kept = await keepWord(inside, {
      lineId,
      issueId: actor.matterId,
      round,
      said: { solved, stars, words },
    });
    if (!kept) refuse('deliberations.already_judged');
    await asSystem(inside, (house) => settle(house, { lineId, asked, by: 'all_judged' }));
    return { round };
  });
}

/** The word itself with its journal entry; false when this round's word is there already. */
async function keepWord(
  inside: Inside,
  { lineId, issueId, round, said }: { lineId: string; issueId: string; round: number; said: Said },
): Promise<boolean> {
  const kept = await recordJudgement(inside, { issueId, aboutId: lineId, round, ...said });
  if (!kept) return false;
  const { solved, stars } = said;
  await advance(inside, issueWorkflow, {
    matterId: issueId,
    move: 'judge_line',
    data: { aboutId: lineId, round, solved, ...(stars === null ? {} : { stars }) },
  });
  return true;
}

/**
 * The fifteen days are over: whoever has not spoken is counted as silent, which is an answer of its own, and the line
 * moves on. The clock's command. Locks the line and its residents' matters.
 * Refuses: matters.not_found, matters.not_now, matters.not_yours (anybody but the clock), deliberations.still_asking.
 */
export async function countLineSilence(ctx: Context, { id }: { id: string }): Promise<{ silent: number }> {
  if (ctx.actor.kind !== 'system') throw new DomainError('matters.not_yours', spine['matters.not_yours']);
  return transact(ctx, async (tx, inside) => {
    const line = await lockLine(tx, id);
    if (line.state !== 'asking') throw notNow();
    if (line.dueAt === null || Temporal.Instant.compare(inside.now(), line.dueAt) < 0)
      refuse('deliberations.still_asking');
    const { round } = await lineRow(tx, id);
    const asked = await lockAsked(inside, id);
    const spoken = new Set(
      (await wordsOn(inside, [id])).filter((word) => word.round === round).map(({ issueId }) => issueId),
    );
    const silent = asked.filter((issueId) => !spoken.has(issueId));
    const nothing = { solved: 'silent' as const, stars: null, words: null };
    for (const issueId of silent) await keepWord(inside, { lineId: id, issueId, round, said: nothing });
    await settle(inside, { lineId: id, asked, by: 'count_silence' });
    return { silent: silent.length };
  });
}

/** Moves a line on when everybody asked has spoken or the time is over; else leaves it waiting. */
async function settle(
  house: Inside,
  { lineId, asked, by }: { lineId: string; asked: readonly string[]; by: 'all_judged' | 'count_silence' },
): Promise<void> {
  const { round, dueOn } = await lineRow(house.tx, lineId);
  const words = (await wordsOn(house, [lineId])).filter((word) => word.round === round);
  const stand = standOf({ round, asked, words, expired: by === 'count_silence' });
  if (stand === 'waiting') return;
  const follows = by === 'all_judged';
  const data = { round, asked: asked.length };
  if (stand === 'judged') {
    await advance(house, lineWorkflow, { matterId: lineId, move: by, to: 'judged', data, follows });
    return;
  }
  const again = againOn(dueOn, house.now(), await workCalendar(house));
  await advance(house, lineWorkflow, {
    matterId: lineId,
    move: by,
    to: 'in_progress',
    due: endOfDay(again),
    data,
    follows,
  });
  await updateLine(house.tx, lineId, { round: round + 1, dueOn: again });
  await moveSettleDates(house, lineId);
}

/**
 * Whose word is asked for on a locked line. Locks every matter that may hear of it, in one order for all: a resident
 * who locked their own first and the others later would stand in the way of one who did the same from another line.
 */
async function lockAsked(inside: Inside, lineId: string): Promise<string[]> {
  const answered = (await issuesOfLines(inside, [lineId])).map(({ id }) => id);
  await lockMatters(inside.tx, [...(await withMerged(inside, answered)).keys()]);
  return askedOn(inside, lineId);
}

/** Refuses: matters.not_found, for whatever is no line. */
async function lockLine(tx: Tx, id: string): Promise<Matter> {
  const line = await lockMatter(tx, id);
  if (line.kind !== 'outcome_line') throw notFound();
  return line;
}

function notNow(): DomainError {
  return new DomainError('matters.not_now', spine['matters.not_now']);
}
