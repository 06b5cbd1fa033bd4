import { asSystem, transact, type Context, type Tx } from '@tongxin/db';
import { closeWithLines } from '@tongxin/issues/commands';
import type { ClosingClass } from '@tongxin/issues/rules';
import { advance, lockMatter } from '@tongxin/matters/commands';
import { inArray } from 'drizzle-orm';
import { issuesOfLines, linesOfIssues, withMerged } from '../queries/lineage.ts';
import { wordsOn } from '../queries/words.ts';
import {
  issueClass,
  lineClass,
  lineWorkflow,
  tallyOf,
  type Answered,
  type NotAdopt,
} from '../rules/index.ts';
import { outcomeLines } from '../schema/index.ts';
import { lineRow, updateLine } from './line-row.ts';
import { lockMatters } from './lock.ts';
import { ensureImpersonal } from './refuse.ts';

type Inside = Context & { tx: Tx };

/**
 * Strikes a judged line off; how it ended follows from what its residents said in the last round, and is public from
 * now on. A resident's matter whose lines are all over is struck off with it. Locks the line and its matters.
 * Refuses: matters.not_found, matters.not_now, matters.not_yours, matters.same_person (whoever had a part in it).
 */
export async function closeLine(
  ctx: Context,
  { id }: { id: string },
): Promise<{ closingClass: ClosingClass }> {
  return transact(ctx, async (tx, inside) => {
    const [, { round, replyClass }] = await Promise.all([lockMatter(tx, id), lineRow(tx, id)]);
    const words = await asSystem(inside, (house) => wordsOn(house, [id]));
    const last = words.filter((word) => word.round === round);
    const closingClass = lineClass(last, replyClass);
    const tally = tallyOf(last);
    await advance(inside, lineWorkflow, {
      matterId: id,
      move: 'close',
      data: { class: closingClass, round, ...tally },
    });
    await updateLine(tx, id, {
      closingClass,
      judgedYes: tally.yes,
      judgedPartly: tally.partly,
      judgedNo: tally.no,
      judgedSilent: tally.silent,
    });
    await settleIssues(inside, id);
    return { closingClass };
  });
}

/**
 * The county office does not have a contested line done, with a reason that everybody reads. A resident's matter
 * whose lines are all over is struck off with it, as explained when nothing else came of it. Locks the line and its
 * matters. Refuses: matters.not_found, matters.not_now, matters.not_yours, matters.reason_missing,
 * deliberations.personal_words.
 */
export async function notAdopt(ctx: Context, { id, reason }: NotAdopt): Promise<void> {
  ensureImpersonal(reason);
  await transact(ctx, async (_tx, inside) => {
    await advance(inside, lineWorkflow, { matterId: id, move: 'not_adopt', reason });
    await settleIssues(inside, id);
  });
}

/** Strikes off the matters of this line whose lines are all over. */
async function settleIssues(inside: Inside, lineId: string): Promise<void> {
  const answered = await issuesOfLines(inside, [lineId]);
  // Two lines of one matter that are closed at once wait for each other here, so that one of them sees both over.
  const issues = await lockMatters(
    inside.tx,
    answered.map(({ id }) => id),
  );
  for (const issue of issues.filter(({ state }) => state === 'in_hand')) {
    const lines = await linesOfIssues(inside, [issue.id]);
    if (lines.some(({ state }) => state !== 'closed' && state !== 'not_adopted')) continue;
    const decided = issueClass(await answersTo(inside, issue.id, lines));
    // It follows from the lines alone, so the house does it, whoever was the last to strike one off.
    await asSystem(inside, (house) => closeWithLines(house, { id: issue.id, decided }));
  }
}

/** What the residents of a matter, and of those merged into it, said last on each of its lines. */
async function answersTo(
  inside: Inside,
  issueId: string,
  lines: readonly { id: string; state: string }[],
): Promise<Answered[]> {
  const lineIds = lines.map(({ id }) => id);
  const own = await withMerged(inside, [issueId]);
  const words = (await asSystem(inside, (house) => wordsOn(house, lineIds))).filter((word) =>
    own.has(word.issueId),
  );
  const rows = await inside.tx
    .select({ id: outcomeLines.matterId, replyClass: outcomeLines.replyClass })
    .from(outcomeLines)
    .where(inArray(outcomeLines.matterId, lineIds))
    .limit(lineIds.length);
  return lines.map(({ id, state }): Answered => {
    if (state === 'not_adopted') return { adopted: false };
    const said = words.filter((word) => word.lineId === id);
    const last = said.filter((word) => word.round === Math.max(...said.map(({ round }) => round)));
    return { adopted: true, reply: rows.find((row) => row.id === id)!.replyClass, words: last };
  });
}
