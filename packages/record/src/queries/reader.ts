import { DomainError } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { everyMembership } from '@tongxin/members/queries';
import { mayReadParticulars, standingOf } from '@tongxin/members/rules';
import { members } from '@tongxin/members/schema';
import { eq } from 'drizzle-orm';
import { refusals, type RecordOf } from '../rules/index.ts';
import { db } from './span.ts';

export const notFound = () => new DomainError('record.not_found', refusals['record.not_found']);

/**
 * The member whose record is asked for, for somebody who may read it: themselves, and the office of a committee that
 * they belong to (the last ones when they have left all). Refuses: record.not_found.
 */
export async function subjectOf(ctx: Context, { memberId }: Pick<RecordOf, 'memberId'>) {
  const { actor } = ctx;
  const own = actor.kind === 'account' ? actor.accountId : null;
  if (memberId === undefined && own === null) throw notFound();
  const [member] = await db(ctx)
    .select({
      id: members.id,
      name: members.name,
      dutyTitle: members.dutyTitle,
      accountId: members.accountId,
    })
    .from(members)
    .where(memberId === undefined ? eq(members.accountId, own!) : eq(members.id, memberId))
    .limit(1);
  if (member === undefined) throw notFound();
  const held = await everyMembership(ctx, member.id);
  if (!mayReadParticulars(actor, { ...member, memberships: held }).allowed) throw notFound();
  return { ...member, committees: standingOf(held), isOwn: own !== null && own === member.accountId };
}

export type Subject = Awaited<ReturnType<typeof subjectOf>>;
