import { pageOf } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { getDivision } from '@tongxin/divisions/queries';
import { matters } from '@tongxin/matters/schema';
import { platforms } from '@tongxin/platforms/schema';
import { and, asc, desc, eq, gt, isNull, lte, sql, type SQL } from 'drizzle-orm';
import { longestHours, type CountSessions, type ListSessions } from '../rules/index.ts';
import { sessions } from '../schema/index.ts';
import { inDivision, pageSize } from './ground.ts';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

/** What a notice shows in a list; nothing here is about a resident. */
export const noticeColumns = {
  id: sessions.matterId,
  number: matters.number,
  state: matters.state,
  title: sessions.title,
  startsAt: sessions.startsAt,
  endsAt: sessions.endsAt,
  mode: sessions.mode,
  platformId: sessions.platformId,
  hall: platforms.name,
  address: platforms.address,
  countyCode: sessions.countyCode,
  townshipCode: sessions.townshipCode,
  residentSeats: sessions.residentSeats,
  seatsTaken: sessions.seatsTaken,
  residentsPresent: sessions.residentsPresent,
  cancelledAt: sessions.cancelledAt,
};

/** The notices that this condition lets through. */
function notices(ctx: Context) {
  return db(ctx)
    .select(noticeColumns)
    .from(sessions)
    .innerJoin(matters, eq(matters.id, sessions.matterId))
    .innerJoin(platforms, eq(platforms.id, sessions.platformId));
}

/** Sessions that are not over yet. No session lasts longer than half a day, so the index finds where to begin. */
function notOver(now: Temporal.Instant): SQL | undefined {
  return and(gt(sessions.startsAt, now.subtract({ hours: longestHours })), gt(sessions.endsAt, now));
}

/**
 * The sessions of a division, of one room or of the whole city, for everybody: what is coming by date, or what is over, newest
 * first; 20 a page. Cancelled ones are there and say so. Refuses: divisions.not_found.
 */
export async function listSessions(ctx: Context, asked: ListSessions) {
  const { divisionCode, platformId, when, after } = asked;
  const coming = when === 'upcoming';
  const found = await notices(ctx)
    .where(
      and(
        await inDivision(ctx, sessions, divisionCode ?? ctx.municipality.code),
        inRoom(platformId),
        comingOrOver(ctx.now(), coming),
        after === undefined ? undefined : beyond(after, coming),
      ),
    )
    .orderBy(
      ...(coming
        ? [asc(sessions.startsAt), asc(sessions.matterId)]
        : [desc(sessions.startsAt), desc(sessions.matterId)]),
    )
    .limit(pageSize + 1);
  const page = pageOf(found, pageSize, ({ startsAt, id }) => ({ startsAt: startsAt.toString(), id }));
  return { ...page, rows: page.rows.map(withSeatsLeft(ctx)) };
}

/** How many sessions `listSessions` lists there in all; for everybody. Refuses: divisions.not_found. */
export async function countSessions(ctx: Context, asked: CountSessions): Promise<number> {
  const { divisionCode, platformId, when } = asked;
  const place = await inDivision(ctx, sessions, divisionCode ?? ctx.municipality.code);
  return db(ctx).$count(
    sessions,
    and(place, inRoom(platformId), comingOrOver(ctx.now(), when === 'upcoming')),
  );
}

const inRoom = (platformId: string | undefined) =>
  platformId === undefined ? undefined : eq(sessions.platformId, platformId);

export const comingOrOver = (now: Temporal.Instant, coming: boolean) =>
  coming ? notOver(now) : lte(sessions.endsAt, now);

export function beyond({ startsAt, id }: { startsAt: string; id: string }, coming: boolean): SQL {
  const last = sql`(${startsAt}::timestamptz, ${id}::uuid)`;
  return coming
    ? sql`(${sessions.startsAt}, ${sessions.matterId}) > ${last}`
    : sql`(${sessions.startsAt}, ${sessions.matterId}) < ${last}`;
}

/** How many seats are free, and whether it has begun, from when on none is given away. */
export const withSeatsLeft =
  (ctx: Context) =>
  <Row extends { residentSeats: number; seatsTaken: number; startsAt: Temporal.Instant }>({
    seatsTaken,
    ...row
  }: Row) => ({
    ...row,
    seatsLeft: row.residentSeats - seatsTaken,
    hasBegun: Temporal.Instant.compare(row.startsAt, ctx.now()) <= 0,
  });

/**
 * The next sessions for somebody who lives here, by date, at most three: those of the own township, then those of the
 * county. Cancelled ones are left out. Refuses: divisions.not_found.
 */
export async function nextSessionsNear(ctx: Context, divisionCode: string) {
  const { townshipCode, countyCode } = await getDivision(ctx, divisionCode);
  const coming = (where: SQL) =>
    notices(ctx)
      .where(and(where, notOver(ctx.now()), isNull(sessions.cancelledAt)))
      .orderBy(asc(sessions.startsAt), asc(sessions.matterId))
      .limit(3);
  const near = townshipCode === null ? [] : await coming(eq(sessions.townshipCode, townshipCode));
  const wider =
    countyCode === null ? eq(sessions.cityCode, ctx.municipality.code) : eq(sessions.countyCode, countyCode);
  const rest = near.length === 3 ? [] : await coming(wider);
  const known = new Set(near.map(({ id }) => id));
  return [...near, ...rest.filter(({ id }) => !known.has(id))].slice(0, 3).map(withSeatsLeft(ctx));
}
