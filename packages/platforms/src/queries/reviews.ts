import { civilDay } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { and, asc, eq, inArray, lte } from 'drizzle-orm';
import { reviewNoticeDays } from '../rules/index.ts';
import { demonstrations, platforms } from '../schema.ts';
import { examples } from './platforms.ts';

/**
 * Demonstration sites whose yearly review is due within a month or is late, the longest due first, at most 200. For the
 * city's office, whose review it is.
 */
export async function listReviewsDue(ctx: Context) {
  const today = civilDay(ctx.now());
  const rows = await (ctx.tx ?? ctx.municipality.db)
    .select({
      id: platforms.id,
      name: platforms.name,
      placeCode: platforms.placeCode,
      dueOn: demonstrations.reviewDueOn,
    })
    .from(demonstrations)
    .innerJoin(platforms, eq(platforms.id, demonstrations.platformId))
    .where(
      and(
        eq(platforms.cityCode, ctx.municipality.code),
        inArray(demonstrations.state, [...examples]),
        lte(demonstrations.reviewDueOn, today.add({ days: reviewNoticeDays })),
      ),
    )
    .orderBy(asc(demonstrations.reviewDueOn), asc(platforms.id))
    .limit(200);
  return rows.map(({ dueOn, ...row }) => ({
    ...row,
    dueOn,
    isLate: dueOn !== null && Temporal.PlainDate.compare(dueOn, today) < 0,
  }));
}
