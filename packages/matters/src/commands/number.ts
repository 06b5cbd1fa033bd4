import type { Tx } from '@tongxin/db';
import { sql } from 'drizzle-orm';
import type { MatterKind } from '../rules/index.ts';
import { numberSeries } from '../schema.ts';

/** The next number of an organ's yearly series. Gap-free: a transaction that fails gives its number back. */
export async function nextNumber(tx: Tx, series: Series): Promise<number> {
  return takeNumbers(tx, { ...series, count: 1 });
}

type Series = { organ: string; year: number; kind: MatterKind };

/** Takes so many numbers of a series that follow one another, and says the last of them. */
export async function takeNumbers(
  tx: Tx,
  { organ, year, kind, count }: Series & { count: number },
): Promise<number> {
  const [row] = await tx
    .insert(numberSeries)
    .values({ organ, year, kind, last: count })
    .onConflictDoUpdate({
      target: [numberSeries.organ, numberSeries.year, numberSeries.kind],
      set: { last: sql`${numberSeries.last} + ${count}` },
    })
    .returning({ last: numberSeries.last });
  return row!.last;
}
