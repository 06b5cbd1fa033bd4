import type { Context } from '@tongxin/db';
import { matters } from '@tongxin/matters/schema';
import { platforms } from '@tongxin/platforms/schema';
import { and, asc, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import { dutyRole, longestHours, type NextTurns } from '../rules/index.ts';
import { rotas, turns } from '../schema.ts';
import { turnRows, withNames } from './turn-rows.ts';

const shown = 10;

/**
 * Who is at a site next, for everybody: the turns of its published rotas that are not over, by time, at most ten, each
 * with the name of the member and the role. A turn that nobody is on is not promised to anybody, nor one at a site that
 * is closed. Never a telephone.
 */
export async function nextTurns(ctx: Context, { platformId }: NextTurns) {
  const rows = await turnRows(ctx)
    .where(
      and(
        eq(turns.platformId, platformId),
        eq(turns.cityCode, ctx.municipality.code),
        // No turn is longer than half a day, so the index finds where to begin.
        gt(turns.startsAt, ctx.now().subtract({ hours: longestHours })),
        gt(turns.endsAt, ctx.now()),
        isNull(platforms.closedOn),
        isNotNull(turns.memberId),
        isNotNull(rotas.publishedAt),
        eq(matters.state, 'staffed'),
      ),
    )
    .orderBy(asc(turns.startsAt), asc(turns.matterId))
    .limit(shown);
  const named = await withNames(ctx, rows);
  return named.map(({ startsAt, endsAt, memberName }) => ({ startsAt, endsAt, memberName, role: dutyRole }));
}
