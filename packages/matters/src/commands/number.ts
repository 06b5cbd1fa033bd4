import type { Tx } from '@tongxin/db';
import { sql } from 'drizzle-orm';
import type { MatterKind } from '../rules/index.ts';
import { numberSeries } from '../schema.ts';

/** The next number of an organ's yearly series. Gap-free: a transaction that fails gives its number back. */
export async function nextNumber(
  tx: Tx,
  { organ, year, kind }: { organ: string; year: number; kind: MatterKind },
): Promise<number> {
  const [row] = await tx
    .insert(numberSeries)
    .values({ organ, year, kind, last: 1 })
    .onConflictDoUpdate({
      target: [numberSeries.organ, numberSeries.year, numberSeries.kind],
      set: { last: sql`${numberSeries.last} + 1` },
    })
    .returning({ last: numberSeries.last });
  return row!.last;
}
