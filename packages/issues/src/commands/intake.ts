import { holds, roles } from '@tongxin/core';
import { transact, type Context, type Tx } from '@tongxin/db';
import { advance, link } from '@tongxin/matters/commands';
import { placeOf } from '@tongxin/matters/rules';
import { matters } from '@tongxin/matters/schema';
import { asc, inArray } from 'drizzle-orm';
import {
  issueWorkflow,
  type AskResident,
  type Decline,
  type Divert,
  type IssueId,
  type Merge,
} from '../rules/index.ts';
import { addMessage, ensureImpersonal, refuse, updateIssue } from './issue-row.ts';

/** Accepts a matter for the hall. Refuses: as advance. */
export async function acceptIssue(ctx: Context, { id }: IssueId): Promise<void> {
  await advance(ctx, issueWorkflow, { matterId: id, move: 'accept' });
}

/** Asks the resident for what is missing; the matter waits for their answer. Refuses: as advance. */
export async function askResident(ctx: Context, { id, question }: AskResident): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const { matter } = await advance(inside, issueWorkflow, { matterId: id, move: 'ask' });
    await addMessage(tx, inside, matter, { author: 'office', text: question });
  });
}

/** Names the channel where a matter belongs; the resident gets the hand-over text. Refuses: as advance, personal_in_reason. */
export async function divertIssue(ctx: Context, { id, channel, reason }: Divert): Promise<void> {
  ensureImpersonal(reason);
  await transact(ctx, async (tx, inside) => {
    await advance(inside, issueWorkflow, { matterId: id, move: 'divert', reason, data: { channel } });
    await updateIssue(tx, id, { divertedTo: channel });
  });
}

/** Does not take a matter up, on a ground and with a reason that anybody understands. Refuses: as advance, personal_in_reason. */
export async function declineIssue(ctx: Context, { id, ground, reason }: Decline): Promise<void> {
  ensureImpersonal(reason);
  await advance(ctx, issueWorkflow, { matterId: id, move: 'decline', reason, data: { ground } });
}

/**
 * Handles a matter together with another open one of the same county. Its resident follows that one from then on,
 * and judges it too. Refuses: as advance, merge_target.
 */
export async function mergeIssue(ctx: Context, { id, intoId }: Merge): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const both = await lockBoth(tx, id, intoId);
    const [source, target] = [both.get(id), both.get(intoId)];
    await advance(inside, issueWorkflow, { matterId: id, move: 'merge', data: { into: intoId } });
    const fits =
      target !== undefined &&
      target.id !== id &&
      target.kind === 'issue' &&
      target.closedAt === null &&
      target.countyCode === source?.countyCode &&
      holds(inside.actor, roles, placeOf(target)) !== undefined;
    if (!fits) throw refuse('issues.merge_target');
    await link(tx, inside, { fromId: id, toId: intoId, kind: 'merged_into' });
  });
}

/** Locks two matters in the order of their ids, so that two hosts who merge crosswise wait instead of blocking. */
async function lockBoth(tx: Tx, ...ids: [string, string]) {
  const rows = await tx
    .select({
      id: matters.id,
      kind: matters.kind,
      closedAt: matters.closedAt,
      cityCode: matters.cityCode,
      countyCode: matters.countyCode,
      townshipCode: matters.townshipCode,
      villageCode: matters.villageCode,
    })
    .from(matters)
    .where(inArray(matters.id, ids))
    .orderBy(asc(matters.id))
    .limit(2)
    .for('update');
  return new Map(rows.map((row) => [row.id, row]));
}
