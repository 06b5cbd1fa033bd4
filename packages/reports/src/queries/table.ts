import type { Context, Tx } from '@tongxin/db';
import { divisions } from '@tongxin/divisions/schema';
import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import { boundsOf, measures, type AskTable, type Measure } from '../rules/index.ts';
import { readCounts, shownAs, type Counts } from './counts.ts';
import { atOneMoment } from './moment.ts';
import { sliceFor, type Slice } from './scope.ts';

export type Numbers = Record<Measure, number | null>;

/**
 * The table of a division for a period: one row per division inside it, by code, and their total. A city has a row
 * per county, a county one per township, a township one row for itself. Divisions that no longer exist have a row
 * while they have numbers. Every number is of the same moment and equals the list that `openNumber` opens.
 * Refuses: reports.not_found.
 */
export async function reportTable(ctx: Context, { divisionCode, period }: AskTable) {
  return atOneMoment(ctx, async (tx, inside) => {
    const slice = await sliceFor(inside, divisionCode);
    const counts = await readCounts(tx, inside, { slice, bounds: boundsOf(period) });
    const rows = await rowDivisions(tx, slice, [...counts.keys()]);
    return {
      division: { code: slice.code, name: slice.name, level: slice.level },
      period,
      asOf: ctx.now(),
      measures,
      rows: rows.map(({ code, name }) => ({ code, name, numbers: numbersOf(counts, [code]) })),
      total: numbersOf(counts, [...counts.keys()]),
    };
  });
}

export type ReportTable = Awaited<ReturnType<typeof reportTable>>;

function numbersOf(counts: Counts, codes: readonly string[]): Numbers {
  const of = (measure: Measure) =>
    shownAs(
      measure,
      codes.flatMap((code) => counts.get(code)?.get(measure) ?? []),
    );
  return Object.fromEntries(measures.map((measure) => [measure, of(measure)])) as Numbers;
}

async function rowDivisions(tx: Tx, { level, code }: Slice, counted: string[]) {
  const inside = {
    city: and(eq(divisions.cityCode, code), eq(divisions.level, 'county')),
    county: and(eq(divisions.countyCode, code), eq(divisions.level, 'township')),
    township: eq(divisions.code, code),
  }[level];
  return tx
    .select({ code: divisions.code, name: divisions.name })
    .from(divisions)
    .where(or(and(inside, isNull(divisions.validTo)), inArray(divisions.code, counted)))
    .orderBy(asc(divisions.code))
    .limit(2000);
}
