import { ensure, newId } from '@tongxin/core';
import { transact, violated, type Context } from '@tongxin/db';
import { getDivision } from '@tongxin/divisions/queries';
import { and, eq, isNull } from 'drizzle-orm';
import { mayGiveVillage, refusals, type GiveVillage, type TakeVillage } from '../rules/index.ts';
import { villageMembers } from '../schema/index.ts';
import { dayOf, ensureServing, record, refuse, type Inside } from './held.ts';

/**
 * Gives a village to a member; whoever had it before has had it until that day. Given again to the same member, nothing
 * changes. Refuses: members.not_yours, members.village, members.not_found, members.left, members.day_ahead,
 * members.period, members.village_given (two at the same time), divisions.not_found.
 */
export async function giveVillage(
  ctx: Context,
  { villageCode, memberId, fromOn }: GiveVillage,
): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const place = await getDivision(inside, villageCode);
    ensure(mayGiveVillage(ctx.actor, place), refusals);
    const { name } = await ensureServing(inside, memberId);
    const day = dayOf(inside, fromOn);
    const before = await lockVillage(inside, villageCode);
    if (before?.memberId === memberId) return;
    if (before !== undefined) await end(inside, before, day);
    const levels = {
      townshipCode: place.townshipCode!,
      countyCode: place.countyCode!,
      cityCode: place.cityCode!,
    };
    try {
      await tx.insert(villageMembers).values({ id: newId(), villageCode, ...levels, memberId, fromOn: day });
    } catch (error) {
      if (violated(error) !== 'village_members_village_code_key') throw error;
      throw refuse('members.village_given');
    }
    await record(inside, 'village_given', { memberId }, { villageCode, villageName: place.name, name });
  });
}

/**
 * Takes a village from its member, who has had it until today; it then stands in the list of gaps. Refuses:
 * members.not_yours, members.village, members.village_free, divisions.not_found.
 */
export async function takeVillage(ctx: Context, { villageCode, reason }: TakeVillage): Promise<void> {
  await transact(ctx, async (_tx, inside) => {
    const place = await getDivision(inside, villageCode);
    ensure(mayGiveVillage(ctx.actor, place), refusals);
    const before = await lockVillage(inside, villageCode);
    if (before === undefined) throw refuse('members.village_free');
    await end(inside, before, dayOf(inside, undefined));
    await record(inside, 'village_taken', { memberId: before.memberId, reason }, { villageCode });
  });
}

async function lockVillage(inside: Inside, villageCode: string) {
  const [row] = await inside.tx
    .select({ id: villageMembers.id, memberId: villageMembers.memberId, fromOn: villageMembers.fromOn })
    .from(villageMembers)
    .where(and(eq(villageMembers.villageCode, villageCode), isNull(villageMembers.toOn)))
    .for('update')
    .limit(1);
  return row;
}

async function end(
  inside: Inside,
  { id, fromOn }: { id: string; fromOn: Temporal.PlainDate },
  toOn: Temporal.PlainDate,
): Promise<void> {
  if (Temporal.PlainDate.compare(toOn, fromOn) < 0) throw refuse('members.period');
  await inside.tx.update(villageMembers).set({ toOn }).where(eq(villageMembers.id, id));
}
