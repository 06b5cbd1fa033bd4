import type { Context, Tx } from '@tongxin/db';
import { attachPhotos } from '@tongxin/files/commands';
import { advance } from '@tongxin/matters/commands';
import { journal } from '@tongxin/matters/schema';
import { and, desc, eq, inArray } from 'drizzle-orm';
import {
  issueWorkflow,
  reopeningsAtMost,
  reviewDays,
  type AnswerQuestion,
  type ResidentAsks,
  type ResidentSays,
} from '../rules/index.ts';
import { publishedIssues } from '../schema.ts';
import { eraseIdentityOf } from '../vault.ts';
import { addMessage, levelsOf, lockIssue, onceForResident, refuse, updateIssue } from './issue-row.ts';
import { newRound } from './judge.ts';
import { recountSettled } from './settled-counts.ts';

/** Where the resident's matter stands after what they did. */
export type Stands = { state: string };

/** Answers the office's question, also after the matter was set aside; the office goes on. Refuses: as advance, files.not_found. */
export async function answerQuestion(ctx: Context, input: AnswerQuestion): Promise<Stands> {
  return onceForResident(ctx, 'answer', input, async (tx, inside, matterId) => {
    const { matter, state } = await advance(inside, issueWorkflow, {
      matterId,
      move: 'answer',
      data: { photos: input.photoIds.length },
    });
    await addMessage(tx, inside, matter, { author: 'resident', text: input.text });
    await attachPhotos(inside, { matterId, photoIds: input.photoIds, place: levelsOf(matter) });
    return { state };
  });
}

/** Brings a matter back that the other channel did not take. Refuses: as advance. */
export async function bounceIssue(ctx: Context, input: ResidentSays): Promise<Stands> {
  return onceForResident(ctx, 'bounce', input, async (tx, inside, matterId) => {
    const { matter, state } = await advance(inside, issueWorkflow, { matterId, move: 'bounce' });
    await addMessage(tx, inside, matter, { author: 'resident', text: input.text });
    return { state };
  });
}

/**
 * Asks the county to look at a refusal again, once, within 15 days of it. Refuses: as advance, review_late,
 * reviewed_before.
 */
export async function askReview(ctx: Context, input: ResidentAsks): Promise<Stands> {
  return onceForResident(ctx, 'ask_review', input, async (tx, inside, matterId) => {
    await lockIssue(tx, inside, matterId);
    const { state } = await advance(inside, issueWorkflow, { matterId, move: 'ask_review' });
    const ended = await lastEnding(tx, matterId);
    if (ended?.move === 'uphold') throw refuse('issues.reviewed_before');
    const latest = ended?.at.add({ hours: 24 * reviewDays });
    if (latest === undefined || Temporal.Instant.compare(inside.now(), latest) >= 0)
      throw refuse('issues.review_late');
    return { state };
  });
}

/** How and when the matter was last refused. */
async function lastEnding(tx: Tx, matterId: string) {
  const [entry] = await tx
    .select({ move: journal.move, at: journal.at })
    .from(journal)
    .where(and(eq(journal.matterId, matterId), inArray(journal.move, ['decline', 'uphold'])))
    .orderBy(desc(journal.seq))
    .limit(1);
  return entry;
}

/**
 * Takes up a matter again that was struck off, once: with its department if it had one, else with the hall; through
 * its agreed lines, until `inHandUntil`, when they are done again. A page that was public says so.
 * Refuses: as advance, reopened_before.
 */
export async function reopenIssue(
  ctx: Context,
  input: ResidentSays,
  inHandUntil?: Temporal.Instant,
): Promise<Stands> {
  return onceForResident(ctx, 'reopen', input, async (tx, inside, matterId) => {
    const issue = await lockIssue(tx, inside, matterId);
    const round = issue.handlerUnitId === null ? undefined : await newRound(inside, issue);
    const { state } = await advance(inside, issueWorkflow, {
      matterId,
      move: 'reopen',
      to: inHandUntil !== undefined ? 'in_hand' : round === undefined ? 'accepted' : 'handling',
      due: inHandUntil ?? round?.handleBy,
      data: { was: issue.closingClass },
    });
    if (issue.reopened >= reopeningsAtMost) throw refuse('issues.reopened_before');
    await updateIssue(tx, matterId, { reopened: issue.reopened + 1, closingClass: null, ...round });
    await addMessage(tx, inside, issue, { author: 'resident', text: input.text });
    const [page] = await tx
      .select({ closingClass: publishedIssues.closingClass })
      .from(publishedIssues)
      .where(eq(publishedIssues.matterId, matterId))
      .limit(1);
    if (page !== undefined) {
      await tx
        .update(publishedIssues)
        .set({ closingClass: null, changedAt: inside.now(), changeReason: '居民要求重办' })
        .where(eq(publishedIssues.matterId, matterId));
      await recountSettled(tx, issue, page, { closingClass: null });
    }
    return { state };
  });
}

/** Takes a matter back before it is with a department. Refuses: as advance. */
export async function withdrawIssue(ctx: Context, input: ResidentAsks): Promise<Stands> {
  return onceForResident(ctx, 'withdraw', input, async (_tx, inside, matterId) => {
    const { state } = await advance(inside, issueWorkflow, { matterId, move: 'withdraw' });
    return { state };
  });
}

/**
 * Erases the contact details for good once the matter has ended; asking twice changes nothing. The matter itself
 * stays, without its person. Refuses: as advance.
 */
export async function eraseIdentity(ctx: Context, input: ResidentAsks): Promise<{ erased: boolean }> {
  return onceForResident(ctx, 'erase_identity', input, async (tx, inside, matterId) => {
    const { contactKept } = await lockIssue(tx, inside, matterId);
    if (!contactKept) return { erased: false };
    await advance(inside, issueWorkflow, { matterId, move: 'erase_identity' });
    await eraseIdentityOf(tx, matterId);
    await updateIssue(tx, matterId, { contactKept: false });
    return { erased: true };
  });
}
