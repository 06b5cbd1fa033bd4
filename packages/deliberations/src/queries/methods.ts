import { pageOf } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { matters } from '@tongxin/matters/schema';
import { platforms } from '@tongxin/platforms/schema';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { ListBrandSessions } from '../rules/index.ts';
import { methods, outcomeLines, sessions } from '../schema/index.ts';
import { pageSize } from './ground.ts';
import { beyond, noticeColumns, withSeatsLeft } from './sessions.ts';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

const columns = {
  divisionCode: methods.divisionCode,
  version: methods.version,
  brand: methods.brand,
  lead: methods.lead,
  fixedSeats: methods.fixedSeats,
  steps: methods.steps,
  savedAt: methods.savedAt,
};

/** The way of working that one committee has written down last; null when it has none. For everybody. */
export async function currentMethod(ctx: Context, divisionCode: string) {
  const [row] = await db(ctx)
    .select(columns)
    .from(methods)
    .where(eq(methods.divisionCode, divisionCode))
    .orderBy(desc(methods.version))
    .limit(1);
  return row ?? null;
}

/** The one that holds in a county: its own, else the city's, else none. For everybody. */
export async function methodFor(ctx: Context, place: { countyCode: string; cityCode: string }) {
  return (await currentMethod(ctx, place.countyCode)) ?? (await currentMethod(ctx, place.cityCode));
}

/** Every version that a committee has had, newest first, at most 100. For everybody. */
export async function methodHistory(ctx: Context, divisionCode: string) {
  return db(ctx)
    .select(columns)
    .from(methods)
    .where(eq(methods.divisionCode, divisionCode))
    .orderBy(desc(methods.version))
    .limit(100);
}

/**
 * The sessions held or to be held under a committee's brand, newest first, 20 a page, each with how many lines were
 * agreed and how many of them are struck off. For everybody; cancelled ones say so.
 */
export async function brandSessions(ctx: Context, { divisionCode, after }: ListBrandSessions) {
  const found = await db(ctx)
    .select({
      ...noticeColumns,
      lines: linesOf(ctx),
      closedLines: linesOf(ctx, 'closed'),
    })
    .from(sessions)
    .innerJoin(matters, eq(matters.id, sessions.matterId))
    .innerJoin(platforms, eq(platforms.id, sessions.platformId))
    .where(and(eq(sessions.methodOf, divisionCode), after === undefined ? undefined : beyond(after, false)))
    .orderBy(desc(sessions.startsAt), desc(sessions.matterId))
    .limit(pageSize + 1);
  const page = pageOf(found, pageSize, ({ startsAt, id }) => ({ startsAt: startsAt.toString(), id }));
  return { ...page, rows: page.rows.map(withSeatsLeft(ctx)) };
}

/** Agreed lines of the session of this row; of a page of twenty, by their index. */
function linesOf(ctx: Context, state?: 'closed') {
  const count = db(ctx)
    .select({ count: sql<number>`count(*)::int` })
    .from(outcomeLines)
    .where(
      and(
        eq(outcomeLines.sessionId, sessions.matterId),
        state === undefined
          ? undefined
          : sql`exists (select 1 from matters as line where line.id = ${outcomeLines.matterId} and line.state = ${state})`,
      ),
    );
  return sql<number>`(${count})`;
}

/** The way of working under which a session was announced; null where none held. For everybody. */
export async function methodOfSession(
  ctx: Context,
  session: { methodOf: string | null; methodVersion: number | null },
) {
  if (session.methodOf === null || session.methodVersion === null) return null;
  const [row] = await db(ctx)
    .select(columns)
    .from(methods)
    .where(and(eq(methods.divisionCode, session.methodOf), eq(methods.version, session.methodVersion)))
    .limit(1);
  return row ?? null;
}
