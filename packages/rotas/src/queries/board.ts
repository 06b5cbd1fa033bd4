import { startOfDay } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { and, asc, count, desc, eq, gte, inArray, lt } from 'drizzle-orm';
import type { Board } from '../rules/index.ts';
import { receptions, rotas, turns, turnSwaps } from '../schema.ts';
import { boardSite } from './site.ts';
import { movesOf, turnRows, withNames } from './turn-rows.ts';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;
const turnsAMonth = 500;

/**
 * A month of a site for its host and the offices above: every turn by time with who is there, how many visitors came,
 * whether a swap is being asked for, and what the actor may do with it. At most 500.
 * Refuses: rotas.not_found for everybody else.
 */
export async function board(ctx: Context, { platformId, month }: Board) {
  const site = await boardSite(ctx, platformId);
  const first = month.toPlainDate({ day: 1 });
  const rows = await turnRows(ctx)
    .where(
      and(
        eq(turns.platformId, platformId),
        gte(turns.startsAt, startOfDay(first)),
        lt(turns.startsAt, startOfDay(first.add({ months: 1 }))),
      ),
    )
    .orderBy(asc(turns.startsAt), asc(turns.placeNo), asc(turns.matterId))
    .limit(turnsAMonth);
  const ids = rows.map(({ id }) => id);
  const [named, visitors, asked] = await Promise.all([
    withNames(ctx, rows),
    visitorsOf(ctx, ids),
    openSwapsOf(ctx, ids),
  ]);
  return {
    site: { id: site.id, name: site.name },
    turns: named.map((turn) => ({
      ...turn,
      visitors: visitors.get(turn.id) ?? 0,
      swapAsked: asked.has(turn.id),
      may: movesOf(turn, ctx.actor, ctx.now()),
    })),
  };
}

/** How many visitors were recorded at each of these turns. */
export async function visitorsOf(ctx: Context, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db(ctx)
    .select({ turnId: receptions.turnId, visitors: count() })
    .from(receptions)
    .where(inArray(receptions.turnId, [...ids]))
    .groupBy(receptions.turnId)
    .orderBy(asc(receptions.turnId))
    .limit(ids.length);
  return new Map(rows.map(({ turnId, visitors }) => [turnId, visitors]));
}

async function openSwapsOf(ctx: Context, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db(ctx)
    .select({ turnId: turnSwaps.turnId })
    .from(turnSwaps)
    .where(and(inArray(turnSwaps.turnId, [...ids]), eq(turnSwaps.state, 'asked')))
    .orderBy(asc(turnSwaps.turnId))
    .limit(ids.length);
  return new Set(rows.map(({ turnId }) => turnId));
}

/** The rotas of a site, the latest first, at most 50. Refuses: rotas.not_found. */
export async function rotasOf(ctx: Context, { platformId }: { platformId: string }) {
  await boardSite(ctx, platformId);
  const rows = await db(ctx)
    .select({
      id: rotas.id,
      pattern: rotas.pattern,
      onHoliday: rotas.onHoliday,
      fromOn: rotas.fromOn,
      untilOn: rotas.untilOn,
      startTime: rotas.startTime,
      endTime: rotas.endTime,
      perTurn: rotas.perTurn,
      publishedAt: rotas.publishedAt,
    })
    .from(rotas)
    .where(eq(rotas.platformId, platformId))
    .orderBy(desc(rotas.fromOn), desc(rotas.id))
    .limit(50);
  return rows;
}
