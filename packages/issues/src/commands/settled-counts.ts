import type { Tx } from '@tongxin/db';
import { sql } from 'drizzle-orm';
import type { ClosingClass } from '../rules/index.ts';
import { settledCounts } from '../schema.ts';

type Levels = { cityCode: string; countyCode: string; townshipCode: string };
type Page = { closingClass: ClosingClass | null } | undefined;

/**
 * Keeps the counts of settled matters in step with a published page that is written, in the same transaction: from
 * what the page said before (undefined when there was none) to what it says now. Whoever calls has locked the matter.
 */
export async function recountSettled(
  tx: Tx,
  { cityCode, countyCode, townshipCode }: Levels,
  before: Page,
  now: Page,
): Promise<void> {
  const was = before?.closingClass ?? null;
  const is = now?.closingClass ?? null;
  if (was === is) return;
  // In one order everywhere, so that two who publish at once wait for one another and for nothing else.
  const rows = [cityCode, countyCode, townshipCode].flatMap((divisionCode) =>
    [
      { divisionCode, closingClass: was, amount: -1 },
      { divisionCode, closingClass: is, amount: 1 },
    ]
      .filter((row): row is typeof row & { closingClass: ClosingClass } => row.closingClass !== null)
      .toSorted((a, b) => (a.closingClass < b.closingClass ? -1 : 1)),
  );
  await tx
    .insert(settledCounts)
    .values(rows)
    .onConflictDoUpdate({
      target: [settledCounts.divisionCode, settledCounts.closingClass],
      set: { amount: sql`${settledCounts.amount} + excluded.amount` },
    });
}
