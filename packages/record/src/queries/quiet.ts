import { startOfDay } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { sessionInvitees, sessions } from '@tongxin/deliberations/schema';
import { divisions } from '@tongxin/divisions/schema';
import { events } from '@tongxin/events/schema';
import { expertRequests } from '@tongxin/experts/schema';
import { journal, matters } from '@tongxin/matters/schema';
import { members } from '@tongxin/members/schema';
import { turns } from '@tongxin/rotas/schema';
import { and, asc, eq, exists, isNull, lte, ne, not, sql, type SQL } from 'drizzle-orm';
import { inviters, type ListQuiet, type QuietIn } from '../rules/index.ts';
import { one, page, serving, wasAt } from './asked-along.ts';
import { ensureOffice } from './owed.ts';
import { db, within, type Span } from './span.ts';

/**
 * Something is recorded of the member in this time: at an event or a session, on duty, written down for a resident, or
 * advised as an expert.
 */
function didSomething(ctx: Context, span: Span): SQL {
  const satIn = db(ctx)
    .select(one)
    .from(sessionInvitees)
    .innerJoin(sessions, eq(sessions.matterId, sessionInvitees.sessionId))
    .where(
      and(
        eq(sessionInvitees.memberId, members.id),
        eq(sessionInvitees.attended, 'yes'),
        within(sessions.startsAt, span),
      ),
    );
  const onDuty = db(ctx)
    .select(one)
    .from(turns)
    .innerJoin(matters, eq(matters.id, turns.matterId))
    .where(and(eq(turns.memberId, members.id), eq(matters.state, 'logged'), within(turns.startsAt, span)));
  const wroteDown = db(ctx)
    .select(one)
    .from(journal)
    .where(
      and(
        eq(journal.accountId, members.accountId),
        eq(journal.role, 'member'),
        eq(journal.move, 'open'),
        eq(journal.kind, 'issue'),
        within(journal.at, span),
      ),
    );
  const advised = db(ctx)
    .select(one)
    .from(expertRequests)
    .where(and(eq(expertRequests.memberId, members.id), within(expertRequests.advisedAt, span)));
  return sql`(${wasAt(ctx, span)} or ${exists(satIn)} or ${exists(onDuty)} or ${exists(wroteDown)} or ${exists(advised)})`;
}

/** Both days are part of it. */
function spanOf({ from, until }: Pick<QuietIn, 'from' | 'until'>): Span {
  return { from: startOfDay(from), until: startOfDay(until.add({ days: 1 })) };
}

/**
 * Active members of one committee of whom nothing is recorded in a period, by name, 20 a page. For the committee's
 * office and the municipal one. Refuses: record.not_found.
 */
export async function listQuiet(ctx: Context, { divisionCode, after, ...period }: ListQuiet) {
  await ensureOffice(ctx, divisionCode, inviters);
  return page(ctx, and(serving(ctx, divisionCode), not(didSomething(ctx, spanOf(period)))), after);
}

/**
 * For a period, each committee that the asking office may see here, the municipal one's first and then by code: how many
 * members serve, of how many nothing is recorded (as `listQuiet` lists them), and whether an event was held in the
 * county at all. Refuses: record.not_found.
 */
export async function quietByCommittee(ctx: Context, { divisionCode, ...period }: QuietIn) {
  await ensureOffice(ctx, divisionCode, inviters);
  const span = spanOf(period);
  const counties =
    divisionCode.length === 6
      ? []
      : await db(ctx)
          .select({ code: divisions.code })
          .from(divisions)
          .where(
            and(
              eq(divisions.cityCode, divisionCode),
              eq(divisions.level, 'county'),
              isNull(divisions.validTo),
            ),
          )
          .orderBy(asc(divisions.code))
          .limit(100);
  const codes = [divisionCode, ...counties.map(({ code }) => code)];
  const rows: { divisionCode: string; members: number; quiet: number; held: boolean }[] = [];
  for (const code of codes) {
    const [row] = await db(ctx)
      .select({
        members: sql<number>`count(*)::int`,
        quiet: sql<number>`(count(*) filter (where not ${didSomething(ctx, span)}))::int`,
      })
      .from(members)
      .where(and(eq(members.active, true), serving(ctx, code)));
    rows.push({ divisionCode: code, ...row!, held: await somethingHeld(ctx, code, span) });
  }
  return rows;
}

/** Whether a county held an event or a session in this time, or the city one of its own. */
async function somethingHeld(ctx: Context, code: string, span: Span): Promise<boolean> {
  const place =
    code.length === 4
      ? and(eq(events.cityCode, code), isNull(events.countyCode))
      : eq(events.countyCode, code);
  const [event] = await db(ctx)
    .select({ id: events.matterId })
    .from(events)
    .where(
      and(
        place,
        sql`${events.publishedAt} is not null`,
        isNull(events.cancelledAt),
        within(events.startsAt, span),
        lte(events.endsAt, ctx.now()),
      ),
    )
    .limit(1);
  if (event !== undefined || code.length === 4) return event !== undefined;
  const [session] = await db(ctx)
    .select({ id: sessions.matterId })
    .from(sessions)
    .innerJoin(matters, eq(matters.id, sessions.matterId))
    .where(
      and(
        eq(sessions.countyCode, code),
        isNull(sessions.cancelledAt),
        within(sessions.startsAt, span),
        ne(matters.state, 'noticed'),
      ),
    )
    .limit(1);
  return session !== undefined;
}
