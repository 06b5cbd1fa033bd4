import { instant, period } from '@tongxin/db';
import { matters } from '@tongxin/matters/schema';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';

/**
 * Who and what is taken when, and by which matter. `bookings_no_overlap_excl` (in the migration) refuses a second
 * booking of the same hall, host or member for overlapping time; a check before it would only be a guess.
 */
export const bookings = pgTable(
  'bookings',
  {
    id: uuid('id').primaryKey(),
    resourceKind: text('resource_kind', { enum: ['platform', 'member', 'account'] }).notNull(),
    resourceId: uuid('resource_id').notNull(),
    during: period('during').notNull(),
    matterId: uuid('matter_id').notNull(),
    releasedAt: instant('released_at'),
  },
  (table) => [
    check('bookings_resource_kind_check', sql`${table.resourceKind} in ('platform','member','account')`),
    check('bookings_during_check', sql`lower(${table.during}) < upper(${table.during})`),
    foreignKey({ name: 'bookings_matter_id_fk', columns: [table.matterId], foreignColumns: [matters.id] }),
    index('bookings_matter_id_idx').on(table.matterId),
  ],
);
