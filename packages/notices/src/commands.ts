import { newId } from '@tongxin/core';
import { transact, type Context } from '@tongxin/db';
import { and, inArray, isNull } from 'drizzle-orm';
import { unitsOfActor } from './queries.ts';
import type { Notice } from './rules.ts';
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

/** Marks notices as seen; those of other units stay as they are. Returns how many were new. */
export async function markSeen(ctx: Context, ids: readonly string[]): Promise<number> {
  const units = await unitsOfActor(ctx);
  if (units.length === 0) return 0;
  return transact(ctx, async (tx) => {
    const seen = await tx
      .update(notices)
      .set({ seenAt: ctx.now() })
      .where(and(inArray(notices.id, [...ids]), inArray(notices.unitId, units), isNull(notices.seenAt)))
      .returning({ id: notices.id });
    return seen.length;
  });
}
