import { newId } from '@tongxin/core';
import { insertRows, transact, type Context } from '@tongxin/db';
import { and, inArray, isNull, or } from 'drizzle-orm';
import { recipientsOf } from './queries.ts';
import type { Notice, NoticeEvent } from './rules.ts';
import { notices } from './schema.ts';

/** Puts a notice on a unit's list. `id` comes from the job, so that a job that runs twice tells once. */
export async function noticeUnit(
  ctx: Context,
  notice: Notice,
  id: string = newId<'notice'>(),
): Promise<void> {
  await transact(ctx, async (tx) => {
    await tx
      .insert(notices)
      .values({ ...notice, id, at: ctx.now() })
      .onConflictDoNothing({ target: notices.id });
  });
}

/** Who is told what of a matter. */
type Told = {
  event: NoticeEvent;
  matterId: string;
  unitIds: readonly string[];
  accountIds: readonly string[];
};

/**
 * Tells units and persons at once, each of them once. Joins the caller's transaction: when that does not commit, nobody
 * has been told. Whoever retells the past tells nobody.
 */
export async function noticeAll(ctx: Context, { event, matterId, unitIds, accountIds }: Told): Promise<void> {
  if (ctx.retelling) return;
  const told = [
    ...[...new Set(unitIds)].map((unitId) => ({ unitId, accountId: null })),
    ...[...new Set(accountIds)].map((accountId) => ({ unitId: null, accountId })),
  ];
  const rows = told.map((to) => ({ id: newId<'notice'>(), event, matterId, at: ctx.now(), ...to }));
  await transact(ctx, (tx) => insertRows(tx, notices, rows));
}

/** Marks notices as seen; those of other units and persons stay as they are. Returns how many were new. */
export async function markSeen(ctx: Context, ids: readonly string[]): Promise<number> {
  const recipients = await recipientsOf(ctx);
  if (recipients.length === 0) return 0;
  return transact(ctx, async (tx) => {
    const seen = await tx
      .update(notices)
      .set({ seenAt: ctx.now() })
      .where(and(inArray(notices.id, [...ids]), or(...recipients), isNull(notices.seenAt)))
      .returning({ id: notices.id });
    return seen.length;
  });
}
