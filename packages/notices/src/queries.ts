import { pageOf } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { unitOfGrant } from '@tongxin/matters/queries';
import { matters } from '@tongxin/matters/schema';
import { and, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { ListNotices } from './rules.ts';
import { notices } from './schema.ts';

export const pageSize = 20;

/** The units in whose name the actor works; none for residents and strangers. */
export async function unitsOfActor(ctx: Context): Promise<string[]> {
  if (ctx.actor.kind !== 'account') return [];
  const units = await Promise.all(ctx.actor.grants.map((grant) => unitOfGrant(ctx, grant)));
  return [...new Set(units.flatMap((unit) => (unit === null ? [] : [unit.id])))];
}

/** Whose notices are the actor's, each as a condition by itself: together they are no range of an index. */
export async function recipientsOf(ctx: Context, mine = false): Promise<SQL[]> {
  if (ctx.actor.kind !== 'account') return [];
  const own = eq(notices.accountId, ctx.actor.accountId);
  const units = mine ? [] : await unitsOfActor(ctx);
  return units.length === 0 ? [own] : [inArray(notices.unitId, units), own];
}

/** What the actor and their units were told, or the actor alone; newest first, 20 a page. */
export async function listNotices(ctx: Context, { after, mine }: ListNotices) {
  const found = await Promise.all(
    (await recipientsOf(ctx, mine)).map((recipient) => noticesOf(ctx, recipient, after)),
  );
  const rows = found.flat().toSorted((one, other) => newestFirst(one, other));
  return pageOf(rows.slice(0, pageSize + 1), pageSize, ({ id, at }) => ({ at: at.toString(), id }));
}

function noticesOf(ctx: Context, recipient: SQL, after: ListNotices['after']) {
  return (ctx.tx ?? ctx.municipality.db)
    .select({
      id: notices.id,
      event: notices.event,
      at: notices.at,
      seenAt: notices.seenAt,
      matterId: notices.matterId,
      kind: matters.kind,
      number: matters.number,
      /** Told to the person and not to a unit of theirs. */
      own: sql<boolean>`${notices.accountId} is not null`,
    })
    .from(notices)
    .innerJoin(matters, eq(matters.id, notices.matterId))
    .where(
      and(
        recipient,
        after === undefined
          ? undefined
          : sql`(${notices.at}, ${notices.id}) < (${after.at}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(notices.at), desc(notices.id))
    .limit(pageSize + 1);
}

type Told = { at: Temporal.Instant; id: string };

/** As the database orders them. */
function newestFirst(one: Told, other: Told): number {
  return Temporal.Instant.compare(other.at, one.at) || (one.id < other.id ? 1 : -1);
}
