import type { Context } from '@tongxin/db';
import type { CalendarSession } from '@tongxin/events/calendar-file';
import { getDivision } from '@tongxin/divisions/queries';
import { getPlatform } from '@tongxin/platforms/queries';
import { platforms } from '@tongxin/platforms/schema';
import { and, asc, eq, gt, type SQL } from 'drizzle-orm';
import { sessions } from '../schema/index.ts';
import { sessionRow } from './session.ts';

/** Whose sessions a calendar holds. */
export type CalendarOf = { platformId: string } | { townshipCode: string } | { sessionId: string };

/** A calendar shows so many days back, so that what was moved or called off lately is corrected in people's own. */
const daysBack = 60;

/**
 * The sessions of a hall or a township for people's calendars, by date: the last two months and all that is coming,
 * at most 500; or one session alone. `addressOf` gives the address of a session's page.
 * Refuses: platforms.not_found, divisions.not_found, deliberations.not_found.
 */
export async function sessionsCalendar(
  ctx: Context,
  of: CalendarOf,
  addressOf: (sessionId: string) => string,
): Promise<{ name: string; sessions: CalendarSession[] }> {
  const { name, where } = await scopeOf(ctx, of);
  const rows = await (ctx.tx ?? ctx.municipality.db)
    .select({
      id: sessions.matterId,
      title: sessions.title,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      hall: platforms.name,
      address: platforms.address,
      cancelledAt: sessions.cancelledAt,
      sequence: sessions.sequence,
      changedAt: sessions.changedAt,
    })
    .from(sessions)
    .innerJoin(platforms, eq(platforms.id, sessions.platformId))
    .where(where)
    .orderBy(asc(sessions.startsAt), asc(sessions.matterId))
    .limit(500);
  return {
    name,
    sessions: rows.map((row) => ({
      uid: `${row.id}@${ctx.municipality.code}.tongxin`,
      start: row.startsAt,
      end: row.endsAt,
      summary: row.title,
      location: `${row.hall} ${row.address}`,
      url: addressOf(row.id),
      cancelled: row.cancelledAt !== null,
      sequence: row.sequence,
      updatedAt: row.changedAt,
    })),
  };
}

async function scopeOf(ctx: Context, of: CalendarOf): Promise<{ name: string; where: SQL | undefined }> {
  const recent = gt(sessions.startsAt, ctx.now().subtract({ hours: 24 * daysBack }));
  if ('sessionId' in of) {
    const { title } = await sessionRow(ctx, of.sessionId);
    return { name: title, where: eq(sessions.matterId, of.sessionId) };
  }
  if ('platformId' in of) {
    const { name } = await getPlatform(ctx, of.platformId);
    return { name, where: and(eq(sessions.platformId, of.platformId), recent) };
  }
  const { name } = await getDivision(ctx, of.townshipCode);
  return { name, where: and(eq(sessions.townshipCode, of.townshipCode), recent) };
}
