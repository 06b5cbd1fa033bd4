import { civilDay, startOfDay } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { and, gte, lt, type AnyColumn, type SQL } from 'drizzle-orm';
import { firstRecordYear } from '../rules/index.ts';

export const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

/** A stretch of time; its end is not part of it. */
export type Span = { from: Temporal.Instant; until: Temporal.Instant };

export const thisYear = (ctx: Context) => civilDay(ctx.now()).year;

/** A year by the city's clock. */
export function yearSpan(year: number): Span {
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  return { from: startOfDay(first), until: startOfDay(first.add({ years: 1 })) };
}

/** All the years that a record can have. */
export function everyYear(ctx: Context): Span {
  return { from: yearSpan(firstRecordYear).from, until: yearSpan(thisYear(ctx)).until };
}

export function within(column: AnyColumn, { from, until }: Span): SQL | undefined {
  return and(gte(column, from), lt(column, until));
}
