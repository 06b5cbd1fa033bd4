import { DomainError } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { members } from '@tongxin/members/schema';
import { platforms } from '@tongxin/platforms/schema';
import { and, asc, desc, eq, gt, gte, inArray, isNotNull, lt, type SQL } from 'drizzle-orm';
import type { CalendarSession } from '../calendar-file.ts';
import { hashOfToken } from '../commands/renew-feed.ts';
import { refusals, type EventCategory } from '../rules/index.ts';
import { calendarFeeds, eventInvitees, events } from '../schema/index.ts';
import { atSite, inDivision } from './ground.ts';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

/** Which events a calendar holds: one, a site's, a place's, or a category's, as far as everybody may come. */
export type EventsOf =
  | { eventId: string }
  | { platformId: string }
  | { divisionCode: string }
  | { category: EventCategory };

/** A calendar shows so many days back, so that what was moved or called off lately is corrected in people's own. */
const daysBack = 60;

const columns = {
  id: events.matterId,
  title: events.title,
  startsAt: events.startsAt,
  endsAt: events.endsAt,
  site: platforms.name,
  address: platforms.address,
  placeWords: events.placeWords,
  cancelledAt: events.cancelledAt,
  sequence: events.sequence,
  changedAt: events.changedAt,
};

type AddressOf = (eventId: string) => string;

/**
 * Events that are open to everybody, for people's calendars, by date: what is coming, the next 500, and in the room that
 * is left what was held in the last two months.
 */
export async function openEventsCalendar(
  ctx: Context,
  of: EventsOf,
  addressOf: AddressOf,
): Promise<CalendarSession[]> {
  const rows = await nextFirst(ctx, 'eventId' in of ? null : daysBack, (time, order, most) =>
    db(ctx)
      .select(columns)
      .from(events)
      .leftJoin(platforms, eq(platforms.id, events.platformId))
      .where(and(whose(ctx, of), eq(events.signUp, 'public'), isNotNull(events.publishedAt), time))
      .orderBy(...order)
      .limit(most),
  );
  return rows.map((row) => entryOf(ctx, row, addressOf));
}

function whose(ctx: Context, of: EventsOf): SQL | undefined {
  if ('eventId' in of) return eq(events.matterId, of.eventId);
  if ('platformId' in of) return atSite(of.platformId);
  if ('divisionCode' in of) return inDivision(of.divisionCode);
  return and(eq(events.category, of.category), eq(events.cityCode, ctx.municipality.code));
}

/** A calendar holds so many entries at most. */
const heldAtMost = 500;

type ReadRows = (time: SQL | undefined, order: SQL[], most: number) => PromiseLike<Row[]>;

/**
 * What is coming, the next first, as far as a calendar holds it; in the room that is left what is over, the latest first;
 * together by time. With null days back, however long ago it was.
 */
async function nextFirst(ctx: Context, days: number | null, readRows: ReadRows): Promise<Row[]> {
  const now = ctx.now();
  const coming = gte(events.startsAt, now);
  const rows = await readRows(coming, [asc(events.startsAt), asc(events.matterId)], heldAtMost);
  if (rows.length === heldAtMost) return rows;
  const since = days === null ? undefined : gt(events.startsAt, now.subtract({ hours: 24 * days }));
  const past = await readRows(
    and(lt(events.startsAt, now), since),
    [desc(events.startsAt), desc(events.matterId)],
    heldAtMost - rows.length,
  );
  return [...past.toReversed(), ...rows];
}

/**
 * A member's own calendar by its secret address: what they are asked to come to and have not declined, whatever kind.
 * As many as of open events. Refuses: events.feed_unknown.
 */
export async function memberCalendar(
  ctx: Context,
  token: string,
  addressOf: AddressOf,
): Promise<{ name: string; memberId: string; sessions: CalendarSession[] }> {
  const [feed] = await db(ctx)
    .select({ memberId: calendarFeeds.memberId, name: members.name })
    .from(calendarFeeds)
    .innerJoin(members, and(eq(members.id, calendarFeeds.memberId), eq(members.active, true)))
    .where(eq(calendarFeeds.tokenHash, hashOfToken(token)))
    .limit(1);
  if (feed === undefined) throw new DomainError('events.feed_unknown', refusals['events.feed_unknown']);
  const rows = await nextFirst(ctx, daysBack, (time, order, most) =>
    db(ctx)
      .select(columns)
      .from(eventInvitees)
      .innerJoin(events, eq(events.matterId, eventInvitees.eventId))
      .leftJoin(platforms, eq(platforms.id, events.platformId))
      .where(
        and(
          eq(eventInvitees.memberId, feed.memberId),
          inArray(eventInvitees.answer, ['waiting', 'coming', 'leave_asked', 'leave_refused']),
          isNotNull(events.publishedAt),
          time,
        ),
      )
      .orderBy(...order)
      .limit(most),
  );
  return { ...feed, sessions: rows.map((row) => entryOf(ctx, row, addressOf)) };
}

type Row = {
  id: string;
  title: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  site: string | null;
  address: string | null;
  placeWords: string | null;
  cancelledAt: Temporal.Instant | null;
  sequence: number;
  changedAt: Temporal.Instant;
};

function entryOf(ctx: Context, row: Row, addressOf: AddressOf): CalendarSession {
  return {
    uid: `${row.id}@${ctx.municipality.code}.tongxin`,
    start: row.startsAt,
    end: row.endsAt,
    summary: row.title,
    location: [row.site, row.address, row.placeWords].filter((part) => part !== null).join(' '),
    url: addressOf(row.id),
    cancelled: row.cancelledAt !== null,
    sequence: row.sequence,
    updatedAt: row.changedAt,
  };
}
