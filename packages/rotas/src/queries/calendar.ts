import type { Context } from '@tongxin/db';
import type { CalendarSession } from '@tongxin/events/calendar-file';
import { matters } from '@tongxin/matters/schema';
import { platforms } from '@tongxin/platforms/schema';
import { and, asc, eq, gt, isNotNull } from 'drizzle-orm';
import { dutyRole } from '../rules/index.ts';
import { rotas, turns } from '../schema.ts';

const daysBack = 60;

/**
 * A member's turns of public rotas for their own calendar: the last two months and all that is to come, by time, at most
 * 500. One that was called off says so; one that another member took is no longer among them. For whoever has shown the
 * secret address of the calendar.
 */
export async function turnsCalendar(
  ctx: Context,
  memberId: string,
  address: string,
): Promise<CalendarSession[]> {
  const rows = await (ctx.tx ?? ctx.municipality.db)
    .select({
      id: turns.matterId,
      startsAt: turns.startsAt,
      endsAt: turns.endsAt,
      state: matters.state,
      site: platforms.name,
      where: platforms.address,
      publishedAt: rotas.publishedAt,
    })
    .from(turns)
    .innerJoin(matters, eq(matters.id, turns.matterId))
    .innerJoin(rotas, eq(rotas.id, turns.rotaId))
    .innerJoin(platforms, eq(platforms.id, turns.platformId))
    .where(
      and(
        eq(turns.memberId, memberId),
        isNotNull(rotas.publishedAt),
        gt(turns.startsAt, ctx.now().subtract({ hours: 24 * daysBack })),
      ),
    )
    .orderBy(asc(turns.startsAt), asc(turns.matterId))
    .limit(500);
  return rows.map(({ id, startsAt, endsAt, state, site, where, publishedAt }) => ({
    uid: `${id}@${ctx.municipality.code}.tongxin`,
    start: startsAt,
    end: endsAt,
    summary: `${dutyRole['zh-CN']} ${site}`,
    location: `${site} ${where}`,
    url: address,
    cancelled: state === 'cancelled',
    // What can still change of a turn is that it is called off.
    sequence: state === 'cancelled' ? 1 : 0,
    updatedAt: publishedAt!,
  }));
}
