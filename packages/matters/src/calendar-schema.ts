import { day } from '@tongxin/db';
import { sql } from 'drizzle-orm';
import { boolean, check, pgTable, text } from 'drizzle-orm/pg-core';

/**
 * Days that differ from the plain week: holidays, and weekends that are worked to make up for them. A reference
 * table that every municipality reads; one official notice a year.
 */
export const calendarDays = pgTable(
  'calendar_days',
  {
    day: day('day').primaryKey(),
    kind: text('kind', { enum: ['holiday', 'working'] }).notNull(),
    name: text('name').notNull(),
    source: text('source').notNull(),
    /** Entered before the official notice; the notice replaces it. */
    provisional: boolean('provisional').notNull(),
  },
  (table) => [check('calendar_days_kind_check', sql`${table.kind} in ('holiday','working')`)],
);
