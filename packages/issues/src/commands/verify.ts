import { DomainError } from '@tongxin/core';
import { transact, type Context, type Tx } from '@tongxin/db';
import { advance } from '@tongxin/matters/commands';
import { refusals as spine } from '@tongxin/matters/rules';
import { journal } from '@tongxin/matters/schema';
import { and, desc, eq } from 'drizzle-orm';
import {
  closingClassOf,
  issueWorkflow,
  type ClosingClass,
  type IssueId,
  type WithReason,
} from '../rules/index.ts';
import { ensureImpersonal, lockIssue, updateIssue } from './issue-row.ts';
import { listLastAnswers, newRound } from './judge.ts';

/** Somebody who had no part in it finds the answer true; the resident is asked. Refuses: as advance. */
export async function verifyReply(ctx: Context, { id }: IssueId): Promise<void> {
  await advance(ctx, issueWorkflow, { matterId: id, move: 'verify' });
}

/** Sends an answer back to its department with a fresh term. Refuses: as advance, personal_in_reason. */
export async function returnReply(ctx: Context, { id, reason }: WithReason): Promise<void> {
  ensureImpersonal(reason);
  await transact(ctx, async (tx, inside) => {
    const round = await newRound(inside, await lockIssue(tx, inside, id));
    await advance(inside, issueWorkflow, { matterId: id, move: 'return_reply', reason, due: round.handleBy });
    await updateIssue(tx, id, round);
  });
}

/**
 * Strikes a judged matter off. How it ended follows from the residents' words and the department's class, not from
 * whoever closes it. Refuses: as advance.
 */
export async function closeIssue(ctx: Context, { id }: IssueId): Promise<{ closingClass: ClosingClass }> {
  return transact(ctx, async (tx, inside) => {
    const issue = await lockIssue(tx, inside, id);
    const closingClass = closingClassOf(await listLastAnswers(tx, issue), issue.replyClass);
    await advance(inside, issueWorkflow, { matterId: id, move: 'close', data: { closingClass } });
    await updateIssue(tx, id, { closingClass });
    return { closingClass };
  });
}

/**
 * The county has looked again and finds no other way: a refusal stays a refusal, a resident's second disagreement is
 * recorded as such. Refuses: as advance, personal_in_reason.
 */
export async function upholdIssue(ctx: Context, { id, reason }: WithReason): Promise<void> {
  ensureImpersonal(reason);
  await transact(ctx, async (tx, inside) => {
    await lockIssue(tx, inside, id);
    const wasDeclined = (await cameBy(tx, id)) === 'ask_review';
    const closingClass = wasDeclined ? null : ('disagreed' as const);
    const data = closingClass === null ? {} : { closingClass };
    await advance(inside, issueWorkflow, {
      matterId: id,
      move: 'uphold',
      to: wasDeclined ? 'declined' : 'closed',
      reason,
      data,
    });
    await updateIssue(tx, id, { closingClass });
  });
}

/** The county has looked again and the resident is right: it is taken up, or handled anew. Refuses: as upholdIssue. */
export async function overturnIssue(ctx: Context, { id, reason }: WithReason): Promise<void> {
  ensureImpersonal(reason);
  await transact(ctx, async (tx, inside) => {
    const issue = await lockIssue(tx, inside, id);
    const wasDeclined = (await cameBy(tx, id)) === 'ask_review';
    const round = wasDeclined ? undefined : await newRound(inside, issue);
    await advance(inside, issueWorkflow, {
      matterId: id,
      move: 'overturn',
      to: wasDeclined ? 'accepted' : 'handling',
      reason,
      due: round?.handleBy,
    });
    if (round !== undefined) await updateIssue(tx, id, round);
  });
}

/** The move that brought the matter before the county. */
async function cameBy(tx: Tx, id: string): Promise<string> {
  const [entry] = await tx
    .select({ move: journal.move })
    .from(journal)
    .where(and(eq(journal.matterId, id), eq(journal.toState, 'in_review')))
    .orderBy(desc(journal.seq))
    .limit(1);
  if (entry === undefined) throw new DomainError('matters.not_now', spine['matters.not_now']);
  return entry.move;
}
