import { DomainError, newId } from '@tongxin/core';
import { asSystem, placeholders, prepared, transact, type Context, type Tx } from '@tongxin/db';
import { advance, lockMatter } from '@tongxin/matters/commands';
import { listLinked } from '@tongxin/matters/queries';
import { refusals as spine } from '@tongxin/matters/rules';
import { and, eq, lte, ne, or, sql } from 'drizzle-orm';
import { afterJudgement, issueWorkflow, type JudgeIssue, type Solved } from '../rules/index.ts';
import { issues, judgements } from '../schema.ts';
import {
  freshTerm,
  levelsOf,
  lockIssue,
  onceForResident,
  refuse,
  updateIssue,
  type Inside,
  type Issue,
} from './issue-row.ts';

type Answer = { solved: Solved; stars: number | null; words: string | null };

/** Where the resident's word led: their own matter's new state, or `merged` when it was about another one. */
export type Judged = { state: string; round: number };

/**
 * The resident's word on what was done. Accepted work goes to be struck off; the first disagreement sends it back to
 * the department with a fresh term, the second to the county. The journal keeps the answer and never the words.
 * A merged matter's resident judges the matter that it went into. Refuses: as advance, not_to_judge, judged_before.
 */
export async function judgeIssue(ctx: Context, input: JudgeIssue): Promise<Judged> {
  return onceForResident(ctx, 'judge', input, async (tx, inside, matterId) => {
    const issue = await lockIssue(tx, inside, matterId);
    if (issue.state === 'merged') return judgeMerged(tx, inside, issue, input);
    const round = issue.judgedRound + 1;
    const to = afterJudgement(input, await countDisagreements(tx, matterId));
    const term = to === 'handling' ? await newRound(inside, issue) : undefined;
    const { solved, stars } = input;
    await advance(inside, issueWorkflow, {
      matterId,
      move: 'judge',
      to,
      due: term?.handleBy,
      data: { solved, stars, round },
    });
    await insertJudgement(tx, inside, issue, { aboutId: matterId, round, ...answerOf(input) });
    await updateIssue(tx, matterId, { judgedRound: round, ...term });
    return { state: to, round };
  });
}

const answerOf = ({ solved, stars, words }: JudgeIssue): Answer => ({ solved, stars, words: words ?? null });

/** What a matter needs to go back to its department: a term counted from today, and the right to one extension. */
export async function newRound(ctx: Context, { handlingDays }: Pick<Issue, 'handlingDays'>) {
  return { handleBy: await freshTerm(ctx, handlingDays ?? 10), extensions: 0 };
}

async function countDisagreements(tx: Tx, matterId: string): Promise<number> {
  const statement = prepared(tx, 'issues_disagreements', (db, name) =>
    db
      .select({ count: sql<number>`count(*)::int` })
      .from(judgements)
      .where(
        and(
          eq(judgements.issueId, sql.placeholder('matterId')),
          eq(judgements.aboutId, sql.placeholder('matterId')),
          or(eq(judgements.solved, 'no'), lte(judgements.stars, 2)),
        ),
      )
      .prepare(name),
  );
  const [row] = await statement.execute({ matterId });
  return row?.count ?? 0;
}

async function judgeMerged(tx: Tx, ctx: Inside, own: Issue, input: JudgeIssue): Promise<Judged> {
  const target = await findTarget(ctx, own.id);
  // Keeps the round open until the word is in.
  const matter = await lockMatter(tx, target);
  if (matter.state !== 'to_rate') throw refuse('issues.not_to_judge');
  const round = await asSystem(ctx, () => roundOf(tx, target));
  const { solved, stars } = input;
  const { stored } = await insertJudgement(tx, ctx, own, { aboutId: target, round, ...answerOf(input) });
  if (!stored) throw refuse('issues.judged_before');
  const data = { solved, stars, round, aboutId: target };
  await advance(ctx, issueWorkflow, { matterId: own.id, move: 'judge_merged', data });
  return { state: 'merged', round };
}

/** The matter in which a merged one is now handled; it may itself have been merged further. */
export async function findTarget(ctx: Context, id: string): Promise<string> {
  const [target] = await listLinked(ctx, { matterId: id, kind: 'merged_into', direction: 'from' });
  if (target === undefined) return id;
  return target.state === 'merged' ? findTarget(ctx, target.id) : target.id;
}

async function roundOf(tx: Tx, matterId: string): Promise<number> {
  const [row] = await tx
    .select({ judgedRound: issues.judgedRound })
    .from(issues)
    .where(eq(issues.matterId, matterId))
    .limit(1);
  return (row?.judgedRound ?? 0) + 1;
}

type Stands = Parameters<typeof levelsOf>[0] & { id: string };

async function insertJudgement(
  tx: Tx,
  ctx: Context,
  issue: Stands,
  judgement: Answer & { aboutId: string; round: number },
): Promise<{ stored: boolean }> {
  const statement = prepared(tx, 'issues_keep_judgement', (db, name) =>
    db
      .insert(judgements)
      .values({
        ...placeholders('id', 'issueId', 'cityCode', 'countyCode', 'townshipCode', 'villageCode'),
        ...placeholders('aboutId', 'round', 'solved', 'stars', 'words', 'at'),
      })
      .onConflictDoNothing()
      .prepare(name),
  );
  const row = {
    id: newId<'judgement'>(),
    issueId: issue.id,
    ...levelsOf(issue),
    ...judgement,
    at: ctx.now(),
  };
  const { rowCount } = await statement.execute(row);
  return { stored: rowCount === 1 };
}

/**
 * Keeps a resident's word on an outcome line that answers their matter, or the silence in its place. Changes no
 * matter's state: that is the line's own move. False when this round's word is there already; a silence never
 * replaces a word. Refuses: matters.not_found outside the scope.
 */
export async function recordJudgement(
  ctx: Context,
  { issueId, ...judgement }: Answer & { issueId: string; aboutId: string; round: number },
): Promise<boolean> {
  return transact(ctx, async (tx, inside) => {
    const issue = await lockIssue(tx, inside, issueId);
    return (await insertJudgement(tx, inside, issue, judgement)).stored;
  });
}

/**
 * Counts the silence of a resident whose time to judge has run out. It is an answer of its own and never a yes.
 * Refuses: as advance; matters.not_now before the time, which may have moved since the clock looked.
 */
export async function countSilence(ctx: Context, id: string): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const issue = await lockIssue(tx, inside, id);
    const due = issue.dueAt !== null && Temporal.Instant.compare(issue.dueAt, inside.now()) <= 0;
    if (!due) throw new DomainError('matters.not_now', spine['matters.not_now']);
    const round = issue.judgedRound + 1;
    await advance(inside, issueWorkflow, {
      matterId: id,
      move: 'count_silence',
      data: { solved: 'silent', round },
    });
    await insertJudgement(tx, inside, issue, {
      aboutId: id,
      round,
      solved: 'silent',
      stars: null,
      words: null,
    });
    await updateIssue(tx, id, { judgedRound: round });
  });
}

/** The last word of each resident on this matter, as it counts at the end. */
export async function listLastAnswers(tx: Tx, { id, judgedRound }: Pick<Issue, 'id' | 'judgedRound'>) {
  const statement = prepared(tx, 'issues_last_answers', (db, name) =>
    db
      .select({ solved: judgements.solved })
      .from(judgements)
      .where(
        and(
          eq(judgements.aboutId, sql.placeholder('id')),
          eq(judgements.round, sql.placeholder('judgedRound')),
        ),
      )
      .limit(1000)
      .prepare(name),
  );
  const rows = await statement.execute({ id, judgedRound });
  return rows.map(({ solved }) => solved);
}

/** The last word of this matter's resident on each outcome line that answers it. */
export async function listLineAnswers(tx: Tx, issueId: string) {
  const rows = await tx
    .selectDistinctOn([judgements.aboutId], { solved: judgements.solved })
    .from(judgements)
    .where(and(eq(judgements.issueId, issueId), ne(judgements.aboutId, issueId)))
    .orderBy(judgements.aboutId, sql`${judgements.round} desc`)
    .limit(1000);
  return rows.map(({ solved }) => solved);
}
