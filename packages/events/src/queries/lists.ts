import { pageOf } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { findMemberByAccount } from '@tongxin/members/queries';
import { matters } from '@tongxin/matters/schema';
import { organisations } from '@tongxin/organisations/schema';
import { platforms } from '@tongxin/platforms/schema';
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, sql, type SQL } from 'drizzle-orm';
import { longestDays, type ListEvents, type ListMine, type ListOpenEvents } from '../rules/index.ts';
import { eventInvitees, eventKinds, events } from '../schema/index.ts';
import { atSite, groundsOf, inDivision, organisers, pageSize, readers } from './ground.ts';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

/** What a notice shows in a list. */
const noticeColumns = {
  id: events.matterId,
  number: matters.number,
  state: matters.state,
  category: events.category,
  kindId: events.kindId,
  kindName: eventKinds.name,
  title: events.title,
  speaker: events.speaker,
  startsAt: events.startsAt,
  endsAt: events.endsAt,
  mode: events.mode,
  platformId: events.platformId,
  siteName: platforms.name,
  placeWords: events.placeWords,
  organiser: organisations.name,
  cityCode: events.cityCode,
  countyCode: events.countyCode,
  townshipCode: events.townshipCode,
  answerBy: events.answerBy,
  mustAttend: events.mustAttend,
  signUp: events.signUp,
  capacity: events.capacity,
  placesTaken: events.placesTaken,
  parentEventId: events.parentEventId,
  cancelledAt: events.cancelledAt,
  cancelReason: events.cancelReason,
};

export const notices = (ctx: Context) =>
  db(ctx)
    .select(noticeColumns)
    .from(events)
    .innerJoin(matters, eq(matters.id, events.matterId))
    .innerJoin(organisations, eq(organisations.id, matters.organisationId))
    .leftJoin(platforms, eq(platforms.id, events.platformId))
    .leftJoin(eventKinds, eq(eventKinds.id, events.kindId));

type After = NonNullable<ListEvents['after']>;

const cursorOf = ({ startsAt, id }: { startsAt: Temporal.Instant; id: string }) => ({
  startsAt: startsAt.toString(),
  id,
});

function beyond({ startsAt, id }: After, forward: boolean): SQL {
  const last = sql`(${startsAt}::timestamptz, ${id}::uuid)`;
  return forward
    ? sql`(${events.startsAt}, ${events.matterId}) > ${last}`
    : sql`(${events.startsAt}, ${events.matterId}) < ${last}`;
}

/** What is announced and not over yet, or over. Nothing lasts longer than a fortnight: the index finds where to begin. */
function announced(now: Temporal.Instant, when: 'upcoming' | 'held'): SQL | undefined {
  const time =
    when === 'upcoming'
      ? and(gt(events.startsAt, now.subtract({ hours: 24 * longestDays })), gt(events.endsAt, now))
      : // Whatever is over has begun: without this the index would be read from the last day that is planned.
        and(lte(events.startsAt, now), lte(events.endsAt, now));
  return and(isNotNull(events.publishedAt), time);
}

const orderOf = (forward: boolean) =>
  forward ? [asc(events.startsAt), asc(events.matterId)] : [desc(events.startsAt), desc(events.matterId)];

/**
 * The events of the actor's offices and of what lies below them: what is coming by date, what was held with the newest
 * first, or drafts by date; 20 a page. Parts are on the page of their whole, so one day is one event. Auditors read no
 * drafts. Only what their grants reach, whatever division, kind or site is asked for.
 */
export async function listEvents(
  ctx: Context,
  { when, divisionCode, category, kindId, siteId, after }: ListEvents,
) {
  const forward = when !== 'held';
  const drafts = and(isNull(events.publishedAt), isNull(events.cancelledAt));
  const matching = and(
    divisionCode === undefined ? undefined : inDivision(divisionCode),
    when === 'drafts' ? drafts : and(announced(ctx.now(), when), isNull(events.parentEventId)),
    category === undefined ? undefined : eq(events.category, category),
    kindId === undefined ? undefined : eq(events.kindId, kindId),
    siteId === undefined ? undefined : atSite(siteId),
    after === undefined ? undefined : beyond(after, forward),
  );
  const found = await Promise.all(
    groundsOf(ctx.actor, when === 'drafts' ? organisers : readers).map((ground) =>
      notices(ctx)
        .where(and(ground, matching))
        .orderBy(...orderOf(forward))
        .limit(pageSize + 1),
    ),
  );
  const byId = new Map(found.flat().map((row) => [row.id, row]));
  const sign = forward ? 1 : -1;
  const rows = [...byId.values()].toSorted((one, other) => sign * byTime(one, other));
  return pageOf(rows.slice(0, pageSize + 1), pageSize, cursorOf);
}

type Placed = { startsAt: Temporal.Instant; id: string };

/** As the database orders them. */
function byTime(one: Placed, other: Placed): number {
  return Temporal.Instant.compare(one.startsAt, other.startsAt) || (one.id < other.id ? -1 : 1);
}

/**
 * Announced events that the asker may come to: those open to everybody, and for members also those that they may put
 * themselves down for; by date, or those that are over, newest first; 20 a page. Invitations are `listAsked`.
 */
export async function listOpenEvents(
  ctx: Context,
  { when, divisionCode, platformId, category, after }: ListOpenEvents,
) {
  const forward = when === 'upcoming';
  const member = ctx.actor.kind === 'account' ? await findMemberByAccount(ctx, ctx.actor.accountId) : null;
  const found = await notices(ctx)
    .where(
      and(
        inDivision(divisionCode ?? ctx.municipality.code),
        inArray(events.signUp, member === null ? ['public'] : ['public', 'members']),
        announced(ctx.now(), when),
        platformId === undefined ? undefined : atSite(platformId),
        category === undefined ? undefined : eq(events.category, category),
        after === undefined ? undefined : beyond(after, forward),
      ),
    )
    .orderBy(...orderOf(forward))
    .limit(pageSize + 1);
  return pageOf(found, pageSize, cursorOf);
}

/**
 * What the member who asks is asked to come to and what they have put themselves down for, not over yet, by date, with
 * their answer; 20 a page. Nothing for an account that is no member's.
 */
export async function listAsked(ctx: Context, { after }: ListMine) {
  const member = ctx.actor.kind === 'account' ? await findMemberByAccount(ctx, ctx.actor.accountId) : null;
  if (member === null) return { rows: [], next: null };
  const found = await db(ctx)
    .select({
      ...noticeColumns,
      answer: eventInvitees.answer,
      answeredAt: eventInvitees.answeredAt,
      leavesAsked: eventInvitees.leavesAsked,
    })
    .from(eventInvitees)
    .innerJoin(events, eq(events.matterId, eventInvitees.eventId))
    .innerJoin(matters, eq(matters.id, events.matterId))
    .innerJoin(organisations, eq(organisations.id, matters.organisationId))
    .leftJoin(platforms, eq(platforms.id, events.platformId))
    .leftJoin(eventKinds, eq(eventKinds.id, events.kindId))
    .where(
      and(
        eq(eventInvitees.memberId, member.id),
        announced(ctx.now(), 'upcoming'),
        after === undefined ? undefined : beyond(after, true),
      ),
    )
    .orderBy(...orderOf(true))
    .limit(pageSize + 1);
  return pageOf(found, pageSize, cursorOf);
}
