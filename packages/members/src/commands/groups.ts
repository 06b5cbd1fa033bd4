import { ensure, newId } from '@tongxin/core';
import { transact, violated, type Context } from '@tongxin/db';
import { and, eq, isNull } from 'drizzle-orm';
import {
  mayKeepGroup,
  refusals,
  type ChangeGroup,
  type EndGroup,
  type InGroup,
  type NewGroup,
  type SetMinimum,
} from '../rules/index.ts';
import { groupMembers, groupMinimums, groups } from '../schema/index.ts';
import { ensureSector } from './enter.ts';
import { dayOf, ensureServing, placeOf, record, refuse, type Inside } from './held.ts';

/**
 * Founds a group of a committee. Refuses: members.not_yours, members.organisation, members.group_sector,
 * members.sector, members.sector_ended, members.group_exists, members.day_ahead, organisations.not_found.
 */
export async function createGroup(ctx: Context, group: NewGroup): Promise<{ groupId: string }> {
  return transact(ctx, async (tx, inside) => {
    const { organisationId, kind, name, sectorCode = null } = group;
    const place = await placeOf(inside, organisationId);
    const fromOn = dayOf(inside, group.fromOn);
    if ((kind === 'sector') !== (sectorCode !== null)) throw refuse('members.group_sector');
    if (sectorCode !== null) ensureSector(sectorCode, fromOn);
    const groupId = newId<'group'>();
    await namingOnce(() =>
      tx.insert(groups).values({ id: groupId, organisationId, kind, name, sectorCode, fromOn, ...place }),
    );
    await record(inside, 'group_created', { groupId, organisationId }, { kind, name, sectorCode });
    return { groupId };
  });
}

/**
 * Gives a group its name and its convenor, who is one of its members, or nobody. Refuses: members.group_not_found,
 * members.group_ended, members.group_exists, members.not_in_group.
 */
export async function changeGroup(
  ctx: Context,
  { groupId, name, convenorMemberId }: ChangeGroup,
): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const group = await lockGroup(inside, groupId);
    if (convenorMemberId !== null && !(await isIn(inside, groupId, convenorMemberId)))
      throw refuse('members.not_in_group');
    await namingOnce(() => tx.update(groups).set({ name, convenorMemberId }).where(eq(groups.id, groupId)));
    const from = { name: group.name, convenorMemberId: group.convenorMemberId };
    await record(inside, 'group_changed', { groupId }, { from, to: { name, convenorMemberId } });
  });
}

/** Ends a group and everybody's being in it. Refuses: members.group_not_found, members.group_ended. */
export async function endGroup(ctx: Context, { groupId, reason }: EndGroup): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    await lockGroup(inside, groupId);
    const toOn = dayOf(inside, undefined);
    await tx.update(groups).set({ toOn }).where(eq(groups.id, groupId));
    await tx
      .update(groupMembers)
      .set({ toOn })
      .where(and(eq(groupMembers.groupId, groupId), isNull(groupMembers.toOn)));
    await record(inside, 'group_ended', { groupId, reason });
  });
}

/**
 * Takes a member into a group; whoever is in it already stays as they are. Refuses: members.group_not_found,
 * members.group_ended, members.not_found, members.left.
 */
export async function joinGroup(ctx: Context, { groupId, memberId }: InGroup): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    await lockGroup(inside, groupId);
    const { name } = await ensureServing(inside, memberId);
    if (await isIn(inside, groupId, memberId)) return;
    const fromOn = dayOf(inside, undefined);
    await tx.insert(groupMembers).values({ id: newId(), groupId, memberId, fromOn });
    await record(inside, 'group_joined', { groupId, memberId }, { name });
  });
}

/** Lets a member go; a convenor who goes no longer convenes. Refuses: group_not_found, group_ended, not_in_group. */
export async function leaveGroup(ctx: Context, { groupId, memberId }: InGroup): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const group = await lockGroup(inside, groupId);
    if (!(await isIn(inside, groupId, memberId))) throw refuse('members.not_in_group');
    await tx
      .update(groupMembers)
      .set({ toOn: dayOf(inside, undefined) })
      .where(
        and(
          eq(groupMembers.groupId, groupId),
          eq(groupMembers.memberId, memberId),
          isNull(groupMembers.toOn),
        ),
      );
    if (group.convenorMemberId === memberId)
      await tx.update(groups).set({ convenorMemberId: null }).where(eq(groups.id, groupId));
    await record(inside, 'group_left', { groupId, memberId });
  });
}

/**
 * Says how much of a category each group of a committee owes in a year, or one group instead; 0 for all, or no amount
 * for one, takes what was said away. Refuses: members.not_yours, members.organisation, members.group_not_found (also
 * for a group of another unit), members.group_ended, members.amount, organisations.not_found.
 */
export async function setMinimum(ctx: Context, minimum: SetMinimum): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const { organisationId, groupId, year, category, amount } = minimum;
    await placeOf(inside, organisationId);
    if (groupId === undefined && amount === null) throw refuse('members.amount');
    if (groupId !== undefined) await ensureGroupOf(inside, groupId, organisationId);
    const { organisationId: unit, groupId: group } = groupMinimums;
    const own = groupId === undefined ? isNull(group) : eq(group, groupId);
    if (amount === null || (amount === 0 && groupId === undefined))
      await tx
        .delete(groupMinimums)
        .where(
          and(
            eq(unit, organisationId),
            eq(groupMinimums.year, year),
            eq(groupMinimums.category, category),
            own,
          ),
        );
    else
      await tx
        .insert(groupMinimums)
        .values({ organisationId, groupId: groupId ?? null, year, category, amount })
        .onConflictDoUpdate({
          target: [unit, groupMinimums.year, groupMinimums.category, group],
          set: { amount },
        });
    await record(
      inside,
      'minimum_set',
      groupId === undefined ? { organisationId } : { organisationId, groupId },
      { year, category, amount },
    );
  });
}

/** Refuses: members.group_not_found, members.group_ended. */
async function ensureGroupOf(inside: Inside, groupId: string, organisationId: string): Promise<void> {
  const group = await lockGroup(inside, groupId);
  if (group.organisationId !== organisationId) throw refuse('members.group_not_found');
}

async function lockGroup(inside: Inside, groupId: string) {
  const [group] = await inside.tx
    .select({
      organisationId: groups.organisationId,
      name: groups.name,
      cityCode: groups.cityCode,
      countyCode: groups.countyCode,
      convenorMemberId: groups.convenorMemberId,
      toOn: groups.toOn,
    })
    .from(groups)
    .where(eq(groups.id, groupId))
    .for('update')
    .limit(1);
  if (group === undefined) throw refuse('members.group_not_found');
  ensure(mayKeepGroup(inside.actor, group), refusals);
  if (group.toOn !== null) throw refuse('members.group_ended');
  return group;
}

async function isIn(inside: Inside, groupId: string, memberId: string): Promise<boolean> {
  const [row] = await inside.tx
    .select({ id: groupMembers.id })
    .from(groupMembers)
    .where(
      and(eq(groupMembers.groupId, groupId), eq(groupMembers.memberId, memberId), isNull(groupMembers.toOn)),
    )
    .limit(1);
  return row !== undefined;
}

async function namingOnce(write: () => PromiseLike<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (violated(error) !== 'groups_place_name_key') throw error;
    throw refuse('members.group_exists');
  }
}
