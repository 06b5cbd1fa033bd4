import { DomainError } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { attendances, eventInvitees, eventKinds, events } from '@tongxin/events/schema';
import { matters } from '@tongxin/matters/schema';
import { organisations } from '@tongxin/organisations/schema';
import { platforms } from '@tongxin/platforms/schema';
import { and, asc, eq, gte, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { boundsOf, longestStrikeOffList, refusals, type AskEvents } from '../rules/index.ts';
import { atOneMoment } from './moment.ts';
import { sliceFor } from './scope.ts';

const levelColumns = { city: events.cityCode, county: events.countyCode, township: events.townshipCode };

const asked = sql<number>`(select count(*)::int from ${eventInvitees}
  where ${eventInvitees.eventId} = ${events.matterId} and ${eventInvitees.memberId} is not null)`;
const attended = sql<number>`(select count(*)::int from ${attendances}
  where ${attendances.eventId} = ${events.matterId} and ${attendances.state} = 'attended')`;

/**
 * What a division held in a period, by day and number: who spoke, where, by whom, how many members were asked and
 * were there, and how many others. Parts belong to their whole; what was called off is left out. Names nobody but
 * whoever spoke. Refuses: reports.not_found, reports.too_long.
 */
export async function eventsHeld(ctx: Context, { divisionCode, period, category }: AskEvents) {
  return atOneMoment(ctx, async (tx, inside) => {
    const { code, name, level } = await sliceFor(inside, divisionCode);
    const { start, end } = boundsOf(period);
    const rows = await tx
      .select({
        number: matters.number,
        state: matters.state,
        title: events.title,
        category: events.category,
        kindName: eventKinds.name,
        speaker: events.speaker,
        startsAt: events.startsAt,
        mode: events.mode,
        siteName: platforms.name,
        placeWords: events.placeWords,
        organiser: organisations.name,
        asked,
        attended,
        others: events.othersPresent,
      })
      .from(events)
      .innerJoin(matters, eq(matters.id, events.matterId))
      .innerJoin(organisations, eq(organisations.id, matters.organisationId))
      .leftJoin(platforms, eq(platforms.id, events.platformId))
      .leftJoin(eventKinds, eq(eventKinds.id, events.kindId))
      .where(
        and(
          eq(levelColumns[level], code),
          gte(events.startsAt, start),
          lt(events.startsAt, end),
          lt(events.endsAt, ctx.now()),
          isNotNull(events.publishedAt),
          isNull(events.cancelledAt),
          isNull(events.parentEventId),
          category === undefined ? undefined : eq(events.category, category),
        ),
      )
      .orderBy(asc(events.startsAt), asc(events.matterId))
      .limit(longestStrikeOffList + 1);
    if (rows.length > longestStrikeOffList)
      throw new DomainError('reports.too_long', refusals['reports.too_long'], {
        limit: longestStrikeOffList,
      });
    return { division: { code, name, level }, period, category, asOf: ctx.now(), rows };
  });
}

export type EventsHeld = Awaited<ReturnType<typeof eventsHeld>>;
