import { instant } from '@tongxin/db';
import { sql } from 'drizzle-orm';
import { bigint, check, date, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

/**
 * How much each division adds to each measure in each month, folded from the journal up to the mark. A division's
 * row stands under the division that contains it, so that one table is one range of the key; the city's own numbers
 * are the sums over its counties. Can be thrown away and folded again at any time.
 */
export const rollupMonths = pgTable(
  'rollup_months',
  {
    /** The county of a township, the city of a county. */
    parentCode: text('parent_code').notNull(),
    /** The first day of the month, in the city's zone. */
    month: date('month', { mode: 'string' }).notNull(),
    measure: text('measure').notNull(),
    divisionCode: text('division_code').notNull(),
    /** For measures kept as a histogram, the value that was seen; 0 for sums. */
    value: integer('value').notNull(),
    amount: bigint('amount', { mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({
      name: 'rollup_months_pkey',
      columns: [table.parentCode, table.month, table.measure, table.divisionCode, table.value],
    }),
    check('rollup_months_month_check', sql`extract(day from ${table.month}) = 1`),
  ],
);

/** How far into the journal a fold has come: everything up to `position` is in the roll-up, nothing after it. */
export const foldMarks = pgTable('fold_marks', {
  name: text('name').primaryKey(),
  position: bigint('position', { mode: 'bigint' }).notNull(),
  foldedAt: instant('folded_at').notNull(),
});
