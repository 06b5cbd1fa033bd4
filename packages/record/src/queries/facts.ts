import type { Context } from '@tongxin/db';
import { sessionInvitees, sessions } from '@tongxin/deliberations/schema';
import { attendances, events } from '@tongxin/events/schema';
import type { MatterKind } from '@tongxin/matters/rules';
import { matters } from '@tongxin/matters/schema';
import { platforms } from '@tongxin/platforms/schema';
import { turns } from '@tongxin/rotas/schema';
import { and, asc, eq, inArray, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { RecordState } from '../rules/index.ts';
import { db } from './span.ts';

/** What is written down of a member at one event, part of one, session or turn. */
type Fact = { id: string; title: string; at: Temporal.Instant; state: RecordState };
export type LineOf = { kind: MatterKind; id: string; memberId: string };

const state = (of: SQL) => sql<RecordState>`${of}`;

/** What stands behind one line, in the order of time: of an event with parts, each of them; at most 200. */
export async function factsOfLine(ctx: Context, line: LineOf): Promise<Fact[]> {
  if (line.kind === 'event') return eventFacts(ctx, line);
  if (line.kind === 'session') return sessionFacts(ctx, line);
  return line.kind === 'turn' ? turnFacts(ctx, line) : [];
}

async function eventFacts(ctx: Context, { id, memberId }: LineOf): Promise<Fact[]> {
  return db(ctx)
    .select({
      id: events.matterId,
      title: events.title,
      at: events.startsAt,
      state: state(sql`case ${attendances.state} when 'attended' then 'done' else ${attendances.state} end`),
    })
    .from(attendances)
    .innerJoin(events, eq(events.matterId, attendances.eventId))
    .where(
      and(
        eq(attendances.memberId, memberId),
        or(eq(events.matterId, id), eq(events.parentEventId, id)),
        isNull(events.cancelledAt),
      ),
    )
    .orderBy(asc(events.startsAt), asc(events.matterId))
    .limit(200);
}

async function sessionFacts(ctx: Context, { id, memberId }: LineOf): Promise<Fact[]> {
  const came = sessionInvitees.attended;
  return db(ctx)
    .select({
      id: sessions.matterId,
      title: sessions.title,
      at: sessions.startsAt,
      state: state(sql`case ${came} when 'yes' then 'done' when 'no' then 'absent' else 'leave' end`),
    })
    .from(sessionInvitees)
    .innerJoin(sessions, eq(sessions.matterId, sessionInvitees.sessionId))
    .where(and(eq(sessionInvitees.memberId, memberId), eq(sessionInvitees.sessionId, id), isNotNull(came)))
    .limit(1);
}

async function turnFacts(ctx: Context, { id, memberId }: LineOf): Promise<Fact[]> {
  return db(ctx)
    .select({
      id: turns.matterId,
      title: platforms.name,
      at: turns.startsAt,
      state: state(sql`case ${matters.state} when 'logged' then 'done' else 'absent' end`),
    })
    .from(turns)
    .innerJoin(matters, eq(matters.id, turns.matterId))
    .innerJoin(platforms, eq(platforms.id, turns.platformId))
    .where(
      and(eq(turns.matterId, id), eq(turns.memberId, memberId), inArray(matters.state, ['logged', 'missed'])),
    )
    .limit(1);
}
