import { pageOf } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { unitOfGrant } from '@tongxin/matters/queries';
import { matters } from '@tongxin/matters/schema';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { ListNotices } from './rules.ts';
import { notices } from './schema.ts';

export const pageSize = 20;

/** The units in whose name the actor works; none for residents and strangers. */
export async function unitsOfActor(ctx: Context): Promise<string[]> {
  if (ctx.actor.kind !== 'account') return [];
  const units = await Promise.all(ctx.actor.grants.map((grant) => unitOfGrant(ctx, grant)));
  return [...new Set(units.flatMap((unit) => (unit === null ? [] : [unit.id])))];
}

/** What the actor's units were told, newest first, 20 a page. */
export async function listNotices(ctx: Context, { after }: ListNotices) {
  const units = await unitsOfActor(ctx);
  if (units.length === 0) return { rows: [], next: null };
  const found = await (ctx.tx ?? ctx.municipality.db)
    .select({
      id: notices.id,
      event: notices.event,
      at: notices.at,
      seenAt: notices.seenAt,
      matterId: notices.matterId,
      kind: matters.kind,
      number: matters.number,
    })
    .from(notices)
    .innerJoin(matters, eq(matters.id, notices.matterId))
    .where(
      and(
        inArray(notices.unitId, units),
        after === undefined
          ? undefined
          : sql`(${notices.at}, ${notices.id}) < (${after.at}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(notices.at), desc(notices.id))
    .limit(pageSize + 1);
  return pageOf(found, pageSize, ({ id, at }) => ({ at: at.toString(), id }));
}
