import { holds, pageOf } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { getDivision } from '@tongxin/divisions/queries';
import { codesOf } from '@tongxin/divisions/rules';
import { matters } from '@tongxin/matters/schema';
import { and, asc, desc, eq, gt, lte, sql, type SQL } from 'drizzle-orm';
import { boardReaders, longestHours, type ListMine, type ListTurns } from '../rules/index.ts';
import { turns } from '../schema.ts';
import { movesOf, turnRows, withNames } from './turn-rows.ts';

const pageSize = 20;
const levelColumns = {
  4: turns.cityCode,
  6: turns.countyCode,
  9: turns.townshipCode,
  12: turns.villageCode,
} as const;

/**
 * The turns of a division for the offices that read there: what goes on or is to come by time, or what is over, newest first;
 * 20 a page. Nobody else gets any. Refuses: divisions.not_found.
 */
export async function listTurns(ctx: Context, { divisionCode, state, when, after }: ListTurns) {
  const place = await getDivision(ctx, divisionCode);
  const column = levelColumns[divisionCode.length as keyof typeof levelColumns];
  if (
    column === undefined ||
    holds(ctx.actor, boardReaders, { divisionCodes: codesOf(place) }) === undefined
  ) {
    return { rows: [], next: null };
  }
  const found = await turnRows(ctx)
    .where(
      and(
        eq(column, divisionCode),
        state === undefined ? undefined : eq(matters.state, state),
        ...timeOf(ctx, when, after),
      ),
    )
    .orderBy(...orderOf(when))
    .limit(pageSize + 1);
  const page = pageOf(found, pageSize, cursorOf);
  const rows = await withNames(ctx, page.rows);
  return { ...page, rows: rows.map((row) => ({ ...row, may: movesOf(row, ctx.actor, ctx.now()) })) };
}

type When = ListMine['when'];

/** What goes on or is to come, or what is over; from the last row of the page before on. */
export function timeOf(ctx: Context, when: When, after: ListMine['after']): (SQL | undefined)[] {
  const coming = when === 'upcoming';
  const last = after && sql`(${after.startsAt}::timestamptz, ${after.id}::uuid)`;
  return [
    coming ? gt(turns.endsAt, ctx.now()) : lte(turns.endsAt, ctx.now()),
    // No turn is longer than half a day, so the index finds where to begin.
    coming ? gt(turns.startsAt, ctx.now().subtract({ hours: longestHours })) : undefined,
    last &&
      (coming
        ? sql`(${turns.startsAt}, ${turns.matterId}) > ${last}`
        : sql`(${turns.startsAt}, ${turns.matterId}) < ${last}`),
  ];
}

export const orderOf = (when: When): [SQL, SQL] =>
  when === 'upcoming'
    ? [asc(turns.startsAt), asc(turns.matterId)]
    : [desc(turns.startsAt), desc(turns.matterId)];

export const cursorOf = ({ startsAt, id }: { startsAt: Temporal.Instant; id: string }) => ({
  startsAt: startsAt.toString(),
  id,
});
