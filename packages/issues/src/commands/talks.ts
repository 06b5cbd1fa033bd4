import { transact, type Context } from '@tongxin/db';
import { advance } from '@tongxin/matters/commands';
import { closingClassOf, issueWorkflow, type ClosingClass, type ReplyClass } from '../rules/index.ts';
import { ensureImpersonal, lockIssue, refuse, updateIssue } from './issue-row.ts';
import { listLineAnswers } from './judge.ts';

/**
 * Takes an accepted matter into a topic; it is due when the topic's session is. `follows` says that the topic's own
 * command has decided. The handling copy is written before: whoever talks it over, and the department that is given a
 * line, reads that and not the resident's words. Refuses: as advance, copy_missing.
 */
export async function takeIntoTalks(
  ctx: Context,
  {
    id,
    topicId,
    due,
    follows = false,
  }: { id: string; topicId: string; due: Temporal.Instant; follows?: boolean },
): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    await advance(inside, issueWorkflow, {
      matterId: id,
      move: 'take_into_talks',
      due,
      follows,
      data: { topicId },
    });
    const { handlingTitle } = await lockIssue(tx, inside, id);
    if (handlingTitle === null) throw refuse('issues.copy_missing');
  });
}

/** Takes a matter out of its topic; the host has it again. Refuses: as advance, personal_in_reason. */
export async function leaveTalks(
  ctx: Context,
  {
    id,
    topicId,
    reason,
    follows = false,
  }: { id: string; topicId: string; reason: string; follows?: boolean },
): Promise<void> {
  ensureImpersonal(reason);
  await advance(ctx, issueWorkflow, {
    matterId: id,
    move: 'leave_talks',
    reason,
    follows,
    data: { topicId },
  });
}

/** What was agreed is public and its lines are being done, the last of them until `due`. Refuses: matters.not_now. */
export async function handleAsAgreed(
  ctx: Context,
  { id, sessionId, due }: { id: string; sessionId: string; due: Temporal.Instant },
): Promise<void> {
  await advance(ctx, issueWorkflow, { matterId: id, move: 'agree', due, follows: true, data: { sessionId } });
}

/**
 * Strikes a matter off when the last of its lines is. How it ended follows from the resident's last word on each
 * line, or was decided by the lines' own rule; `replyClass` stands for lines that nobody could judge.
 * Refuses: matters.not_now.
 */
export async function closeWithLines(
  ctx: Context,
  { id, replyClass = null, decided }: { id: string; replyClass?: ReplyClass | null; decided?: ClosingClass },
): Promise<{ closingClass: ClosingClass }> {
  return transact(ctx, async (tx, inside) => {
    await lockIssue(tx, inside, id);
    const closingClass = decided ?? closingClassOf(await listLineAnswers(tx, id), replyClass);
    await advance(inside, issueWorkflow, {
      matterId: id,
      move: 'close_with_lines',
      follows: true,
      data: { closingClass },
    });
    await updateIssue(tx, id, { closingClass });
    return { closingClass };
  });
}
