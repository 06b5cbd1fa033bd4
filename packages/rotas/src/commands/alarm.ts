import { promise, transact, type Context } from '@tongxin/db';
import { lockMatter } from '@tongxin/matters/commands';
import { workCalendar } from '@tongxin/matters/queries';
import { matters } from '@tongxin/matters/schema';
import { and, asc, eq, gt, isNotNull, isNull, lte, or, type SQL } from 'drizzle-orm';
import { alarmDays, alarmsDue, isOfficeTime } from '../rules/index.ts';
import { rotas, turns } from '../schema.ts';

const mostAtOnce = 500;

/**
 * Tells hosts of turns that are near and that nobody is on, each so often as `alarmDays` says: those of published rotas,
 * the next ones first, at most 500 at once, and only while the offices work. Safe to run in several processes. Returns
 * how many were told.
 */
export async function alarmUnstaffed(ctx: Context, atMost = mostAtOnce): Promise<number> {
  const now = ctx.now();
  if (!isOfficeTime(now, await workCalendar(ctx))) return 0;
  const rows = await (ctx.tx ?? ctx.municipality.db)
    .select({ id: turns.matterId })
    .from(turns)
    .innerJoin(matters, eq(matters.id, turns.matterId))
    .innerJoin(rotas, eq(rotas.id, turns.rotaId))
    .where(
      and(
        isNull(turns.memberId),
        gt(turns.startsAt, now),
        or(...alarmDays.map((days, told) => isDue(now, days, told))),
        eq(matters.state, 'planned'),
        isNotNull(rotas.publishedAt),
      ),
    )
    .orderBy(asc(turns.startsAt), asc(turns.matterId))
    .limit(atMost);
  let told = 0;
  for (const { id } of rows) if (await alarm(ctx, id)) told += 1;
  return told;
}

/** A turn that is so near and whose host has not been told more often than that: those told already take up no room. */
function isDue(now: Temporal.Instant, days: number, told: number): SQL | undefined {
  return and(lte(turns.startsAt, now.add({ hours: 24 * days })), lte(turns.alarms, told));
}

async function alarm(ctx: Context, id: string): Promise<boolean> {
  return transact(ctx, async (tx, inside) => {
    const { state, ownerUnitId } = await lockMatter(tx, id);
    const [turn] = await tx
      .select({ startsAt: turns.startsAt, alarms: turns.alarms })
      .from(turns)
      .where(eq(turns.matterId, id))
      .limit(1);
    const due = alarmsDue(turn!.startsAt, inside.now());
    if (state !== 'planned' || ownerUnitId === null || due <= turn!.alarms) return false;
    await tx.update(turns).set({ alarms: due }).where(eq(turns.matterId, id));
    await promise(tx, {
      task: 'notice',
      payload: { event: 'unstaffed', matterId: id, unitId: ownerUnitId },
    });
    return true;
  });
}
