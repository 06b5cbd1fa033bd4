import type { Tx } from '@tongxin/db';
import { noteWhetherPlaced } from '@tongxin/members/commands';
import { members } from '@tongxin/members/schema';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { placements } from '../schema.ts';
import { record, today, type Inside } from './record.ts';

/** Placements with whose they are; whoever calls narrows, orders, locks and limits. */
export function placementRows(tx: Tx) {
  return tx
    .select({
      id: placements.id,
      memberId: placements.memberId,
      name: members.name,
      platformId: placements.platformId,
      fromOn: placements.fromOn,
      toOn: placements.toOn,
    })
    .from(placements)
    .innerJoin(members, eq(members.id, placements.memberId))
    .$dynamic();
}

type Ending = Omit<Awaited<ReturnType<typeof placementRows>>[number], 'toOn'> & { reason: string };

/** Ends a placement that whoever calls has locked. Returns the day: today, or its first day when that has not come yet. */
export async function endPlace(ctx: Inside, { id, memberId, platformId, fromOn, name, reason }: Ending) {
  const now = today(ctx);
  const toOn = Temporal.PlainDate.compare(now, fromOn) < 0 ? fromOn : now;
  await ctx.tx.update(placements).set({ toOn, endReason: reason }).where(eq(placements.id, id));
  await noteWhetherPlaced(ctx, memberId, false);
  const facts = { memberId, name, toOn: toOn.toString() };
  await record(ctx, { platformId, action: 'member_left', reason, facts });
  return toOn;
}

/** Ends every placement behind a site that whoever calls has locked: nobody is placed there meanwhile. */
export async function endPlacesAt(ctx: Inside, platformId: string, reason: string): Promise<void> {
  const current = await placementRows(ctx.tx)
    .where(and(eq(placements.platformId, platformId), isNull(placements.toOn)))
    .orderBy(asc(placements.id))
    .for('update', { of: placements });
  for (const placement of current) await endPlace(ctx, { ...placement, reason });
}
