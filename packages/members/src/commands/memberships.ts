import { ensure } from '@tongxin/core';
import { transact, type Context } from '@tongxin/db';
import { and, eq, isNull } from 'drizzle-orm';
import { mayKeep, refusals, type ChangeMembership, type EndMembership } from '../rules/index.ts';
import { groupMembers, groups, members, memberships, villageMembers } from '../schema/index.ts';
import { ensureSector } from './enter.ts';
import { dayOf, isServing, lockPerson, moveDoors, record, refuse, type Inside } from './held.ts';

/**
 * Corrects sector, term, standing or first day of a membership. Refuses: members.not_found, members.not_yours,
 * members.membership_ended, members.sector, members.sector_ended, members.day_ahead.
 */
export async function changeMembership(ctx: Context, change: ChangeMembership): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const { membershipId, sectorCode, termNo, isStanding } = change;
    const held = await lockMembership(inside, membershipId);
    const joinedOn = change.joinedOn === undefined ? held.joinedOn : dayOf(inside, change.joinedOn);
    ensureSector(sectorCode, joinedOn ?? dayOf(inside, undefined));
    await tx
      .update(memberships)
      .set({ sectorCode, sectorWords: null, termNo, isStanding, joinedOn })
      .where(eq(memberships.id, membershipId));
    await record(
      inside,
      'membership_changed',
      { memberId: held.memberId, organisationId: held.organisationId },
      { sectorCode, termNo, isStanding, joinedOn: joinedOn?.toString() ?? null },
    );
  });
}

/**
 * Ends a membership; with the last one the person leaves their groups and villages on the same day, which then stand
 * in the lists of gaps. Nothing is erased. Refuses: members.not_found, members.not_yours, members.membership_ended,
 * members.period, members.day_ahead.
 */
export async function endMembership(ctx: Context, input: EndMembership): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const held = await lockMembership(inside, input.membershipId);
    const leftOn = dayOf(inside, input.leftOn);
    if (held.joinedOn !== null && Temporal.PlainDate.compare(leftOn, held.joinedOn) < 0)
      throw refuse('members.period');
    await tx.update(memberships).set({ leftOn }).where(eq(memberships.id, held.id));
    const about = { memberId: held.memberId, organisationId: held.organisationId, reason: input.reason };
    await record(inside, 'membership_ended', about, { leftOn: leftOn.toString() });
    if (!(await isServing(inside, held.memberId))) await leaveEverything(inside, held.memberId, leftOn);
    await moveDoors(inside, held.memberId);
  });
}

async function leaveEverything(inside: Inside, memberId: string, on: Temporal.PlainDate): Promise<void> {
  const { tx } = inside;
  await tx.update(members).set({ active: false }).where(eq(members.id, memberId));
  await tx.update(groups).set({ convenorMemberId: null }).where(eq(groups.convenorMemberId, memberId));
  const left = await tx
    .update(groupMembers)
    .set({ toOn: on })
    .where(and(eq(groupMembers.memberId, memberId), isNull(groupMembers.toOn)))
    .returning({ groupId: groupMembers.groupId });
  for (const { groupId } of left) await record(inside, 'group_left', { groupId, memberId });
  const villages = await tx
    .update(villageMembers)
    .set({ toOn: on })
    .where(and(eq(villageMembers.memberId, memberId), isNull(villageMembers.toOn)))
    .returning({ villageCode: villageMembers.villageCode });
  for (const { villageCode } of villages)
    await record(inside, 'village_taken', { memberId }, { villageCode });
}

async function lockMembership(inside: Inside, membershipId: string) {
  const [row] = await inside.tx
    .select({ memberId: memberships.memberId })
    .from(memberships)
    .where(eq(memberships.id, membershipId))
    .limit(1);
  if (row === undefined) throw refuse('members.not_found');
  await lockPerson(inside, row.memberId);
  const [held] = await inside.tx
    .select({
      id: memberships.id,
      memberId: memberships.memberId,
      organisationId: memberships.organisationId,
      cityCode: memberships.cityCode,
      countyCode: memberships.countyCode,
      joinedOn: memberships.joinedOn,
      leftOn: memberships.leftOn,
    })
    .from(memberships)
    .where(eq(memberships.id, membershipId))
    .limit(1);
  ensure(mayKeep(inside.actor, [held!]), refusals);
  if (held!.leftOn !== null) throw refuse('members.membership_ended');
  return held!;
}
