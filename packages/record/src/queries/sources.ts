import type { Context } from '@tongxin/db';
import { sessionInvitees, sessions } from '@tongxin/deliberations/schema';
import { longestDays } from '@tongxin/events/rules';
import { attendances, events } from '@tongxin/events/schema';
import { expertRequests } from '@tongxin/experts/schema';
import { journal, matters } from '@tongxin/matters/schema';
import { groups } from '@tongxin/members/schema';
import { organisations } from '@tongxin/organisations/schema';
import { platforms } from '@tongxin/platforms/schema';
import { rotas, turns } from '@tongxin/rotas/schema';
import { and, eq, inArray, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import type { RecordCategory, RecordState } from '../rules/index.ts';
import type { Subject } from './reader.ts';
import { db, everyYear, within, type Span } from './span.ts';

/*
 * Where lines come from: a statement each over what one member did in one stretch of time, found by the member. All have
 * the same columns for time, category and outcome, so that they are counted and listed by the same conditions.
 */
const category = (of: SQL | RecordCategory) =>
  (typeof of === 'string' ? sql<RecordCategory>`${of}::text` : sql<RecordCategory>`${of}`).as('category');
const state = (of: SQL) => sql<RecordState>`${of}`.as('state');

/** What was written down of one member's being at events, a row per event: its parts are facts of the whole. */
function factsOf(ctx: Context, memberId: string, { from, until }: Span) {
  // Scans come from the hours around, and parts belong to a whole that may have begun a fortnight before.
  const around = { from: from.subtract({ hours: 24 }), until: until.add({ hours: 24 * (longestDays + 1) }) };
  const root = sql<string>`coalesce(${events.parentEventId}, ${events.matterId})`;
  const isPart = sql`${events.parentEventId} is not null`;
  return db(ctx)
    .select({
      root: root.as('root'),
      outcome:
        sql<RecordState>`case when bool_or(${attendances.state} = 'attended') then 'done' when bool_or(${attendances.state} = 'absent') then 'absent' else 'leave' end`.as(
          'outcome',
        ),
      how: sql<string>`(array_agg(${attendances.how} order by ${events.parentEventId} nulls first, ${attendances.at}))[1]`.as(
        'how',
      ),
      parts: sql<number>`(count(*) filter (where ${isPart}))::int`.as('parts'),
      partsDone:
        sql<number>`(count(*) filter (where ${isPart} and ${attendances.state} = 'attended'))::int`.as(
          'parts_done',
        ),
    })
    .from(attendances)
    .innerJoin(events, eq(events.matterId, attendances.eventId))
    .where(
      and(eq(attendances.memberId, memberId), isNull(events.cancelledAt), within(attendances.at, around)),
    )
    .groupBy(root)
    .as('facts');
}

/** Events that somebody wrote down the member's attendance of. */
export function fromEvents(ctx: Context, { id: memberId }: Subject, span: Span) {
  const facts = factsOf(ctx, memberId, span);
  return db(ctx)
    .select({
      id: sql<string>`${events.matterId}`.as('id'),
      at: sql`${events.startsAt}`.mapWith(events.startsAt).as('at'),
      endsAt: sql`${events.endsAt}`.mapWith(events.endsAt).as('ends_at'),
      category: category(
        sql`case when ${groups.kind} = 'interest' then 'interest' else ${events.category} end`,
      ),
      state: state(sql`${facts.outcome}`),
      title: sql<string>`${events.title}`.as('title'),
      site: sql<string | null>`${platforms.name}`.as('site'),
      placeWords: sql<string | null>`${events.placeWords}`.as('place_words'),
      cityCode: sql<string>`${events.cityCode}`.as('city_code'),
      countyCode: sql<string | null>`${events.countyCode}`.as('county_code'),
      townshipCode: sql<string | null>`${events.townshipCode}`.as('township_code'),
      unit: sql<string>`${organisations.name}`.as('unit'),
      how: sql<string>`${facts.how}`.as('how'),
      parts: sql<number>`${facts.parts}`.as('parts'),
      partsDone: sql<number>`${facts.partsDone}`.as('parts_done'),
      group: sql<string | null>`${groups.name}`.as('group_name'),
    })
    .from(facts)
    .innerJoin(events, eq(events.matterId, facts.root))
    .innerJoin(matters, eq(matters.id, events.matterId))
    .innerJoin(organisations, eq(organisations.id, matters.organisationId))
    .leftJoin(platforms, eq(platforms.id, events.platformId))
    .leftJoin(groups, eq(groups.id, events.groupId))
    .where(and(isNull(events.cancelledAt), within(events.startsAt, span)))
    .as('lines');
}

/** Sessions of halls that the member was asked to and whose host wrote down who came. */
export function fromSessions(ctx: Context, { id: memberId }: Subject, span: Span) {
  const came = sessionInvitees.attended;
  return db(ctx)
    .select({
      id: sql<string>`${sessions.matterId}`.as('id'),
      at: sql`${sessions.startsAt}`.mapWith(sessions.startsAt).as('at'),
      endsAt: sql`${sessions.endsAt}`.mapWith(sessions.endsAt).as('ends_at'),
      category: category('deliberation'),
      state: state(sql`case ${came} when 'yes' then 'done' when 'no' then 'absent' else 'leave' end`),
      title: sql<string>`${sessions.title}`.as('title'),
      site: sql<string>`${platforms.name}`.as('site'),
      convened: sql<boolean>`${sessions.convenorId} = ${sessionInvitees.memberId}`.as('convened'),
    })
    .from(sessionInvitees)
    .innerJoin(sessions, eq(sessions.matterId, sessionInvitees.sessionId))
    .innerJoin(platforms, eq(platforms.id, sessions.platformId))
    .where(
      and(
        eq(sessionInvitees.memberId, memberId),
        isNotNull(came),
        isNull(sessions.cancelledAt),
        within(sessions.startsAt, span),
      ),
    )
    .as('lines');
}

/** Turns of published rotas that are written up. */
export function fromTurns(ctx: Context, { id: memberId }: Subject, span: Span) {
  return db(ctx)
    .select({
      id: sql<string>`${turns.matterId}`.as('id'),
      at: sql`${turns.startsAt}`.mapWith(turns.startsAt).as('at'),
      endsAt: sql`${turns.endsAt}`.mapWith(turns.endsAt).as('ends_at'),
      category: category('turn'),
      state: state(sql`case ${matters.state} when 'logged' then 'done' else 'absent' end`),
      site: sql<string>`${platforms.name}`.as('site'),
      cityCode: sql<string>`${turns.cityCode}`.as('city_code'),
      countyCode: sql<string | null>`${turns.countyCode}`.as('county_code'),
      townshipCode: sql<string | null>`${turns.townshipCode}`.as('township_code'),
    })
    .from(turns)
    .innerJoin(matters, eq(matters.id, turns.matterId))
    .innerJoin(rotas, eq(rotas.id, turns.rotaId))
    .innerJoin(platforms, eq(platforms.id, turns.platformId))
    .where(
      and(
        eq(turns.memberId, memberId),
        isNotNull(rotas.publishedAt),
        inArray(matters.state, ['logged', 'missed']),
        within(turns.startsAt, span),
      ),
    )
    .as('lines');
}

/** Matters that the member wrote down for residents: when, and in which committee's name. Nothing of what or for whom. */
export function fromIntake(ctx: Context, { accountId }: Subject, span: Span) {
  return db(ctx)
    .select({
      id: sql<string>`${journal.matterId}`.as('id'),
      at: sql`${journal.at}`.mapWith(journal.at).as('at'),
      category: category('written_down'),
      state: state(sql`'done'::text`),
      title: sql<string | null>`null::text`.as('title'),
      unit: sql<string | null>`${journal.unitName}`.as('unit'),
      cityCode: sql<string>`${journal.cityCode}`.as('city_code'),
      countyCode: sql<string | null>`${journal.countyCode}`.as('county_code'),
      townshipCode: sql<string | null>`${journal.townshipCode}`.as('township_code'),
    })
    .from(journal)
    .where(
      and(
        accountId === null ? sql`false` : eq(journal.accountId, accountId),
        eq(journal.role, 'member'),
        eq(journal.move, 'open'),
        eq(journal.kind, 'issue'),
        within(journal.at, span),
      ),
    )
    .as('lines');
}

/** Requests that the member gave advice on as an expert: in which field and to whom. Nothing of what was asked or said. */
export function fromAdvice(ctx: Context, { id: memberId }: Subject, span: Span) {
  const { advisedAt } = expertRequests;
  return db(ctx)
    .select({
      id: sql<string>`${expertRequests.matterId}`.as('id'),
      at: sql<Temporal.Instant>`${advisedAt}`.mapWith(advisedAt).as('at'),
      category: category('expert_advice'),
      state: state(sql`'done'::text`),
      title: sql<string | null>`${expertRequests.field}`.as('title'),
      unit: sql<string | null>`${organisations.name}`.as('unit'),
      cityCode: sql<string>`${expertRequests.cityCode}`.as('city_code'),
      countyCode: sql<string | null>`${expertRequests.countyCode}`.as('county_code'),
      townshipCode: sql<string | null>`${expertRequests.townshipCode}`.as('township_code'),
    })
    .from(expertRequests)
    .innerJoin(matters, eq(matters.id, expertRequests.matterId))
    .innerJoin(organisations, eq(organisations.id, matters.organisationId))
    .where(
      and(
        eq(expertRequests.memberId, memberId),
        isNotNull(advisedAt),
        within(expertRequests.advisedAt, span),
      ),
    )
    .as('lines');
}

export const everySource = [fromEvents, fromSessions, fromTurns, fromIntake, fromAdvice] as const;

/** Whether something is a line of the member's record, of whatever year. */
export async function hasLine(ctx: Context, subject: Subject, id: string): Promise<boolean> {
  for (const from of everySource) {
    const lines = from(ctx, subject, everyYear(ctx)) as ReturnType<typeof fromIntake>;
    const found = await db(ctx).select({ id: lines.id }).from(lines).where(eq(lines.id, id)).limit(1);
    if (found.length > 0) return true;
  }
  return false;
}
