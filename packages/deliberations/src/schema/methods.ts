import { instant } from '@tongxin/db';
import { divisions } from '@tongxin/divisions/schema';
import { sql } from 'drizzle-orm';
import { check, foreignKey, jsonb, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import type { MethodStep } from '../rules/index.ts';

/**
 * How a committee talks things over (工作法): the name under which it invites, who always has a seat, what its steps are
 * called and in which order. A change is a further version; the versions before it stay with their sessions.
 * Append-only.
 */
export const methods = pgTable(
  'methods',
  {
    /** Whose: a county's code, or the city's for the counties that have none of their own. */
    divisionCode: text('division_code').notNull(),
    version: smallint('version').notNull(),
    brand: text('brand').notNull(),
    lead: text('lead').notNull(),
    fixedSeats: jsonb('fixed_seats').$type<string[]>().notNull(),
    steps: jsonb('steps').$type<MethodStep[]>().notNull(),
    savedAt: instant('saved_at').notNull(),
    savedBy: uuid('saved_by').notNull(),
  },
  (table) => [
    primaryKey({ name: 'methods_pkey', columns: [table.divisionCode, table.version] }),
    check('methods_version_check', sql`${table.version} > 0`),
    foreignKey({
      name: 'methods_division_code_fk',
      columns: [table.divisionCode],
      foreignColumns: [divisions.code],
    }),
  ],
);
