import { instant } from '@tongxin/db';
import { matters } from '@tongxin/matters/schema';
import { organisations } from '@tongxin/organisations/schema';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { noticeEvents } from './rules.ts';

/** What a unit is told, in the office's own list. Says which matter and why, never what it is about. */
export const notices = pgTable(
  'notices',
  {
    id: uuid('id').primaryKey(),
    matterId: uuid('matter_id').notNull(),
    unitId: uuid('unit_id').notNull(),
    event: text('event', { enum: noticeEvents }).notNull(),
    at: instant('at').notNull(),
    seenAt: instant('seen_at'),
  },
  (table) => [
    check('notices_event_check', sql`${table.event} in ('turn','reminded','escalated','unstaffed')`),
    foreignKey({ name: 'notices_matter_id_fk', columns: [table.matterId], foreignColumns: [matters.id] }),
    foreignKey({ name: 'notices_unit_id_fk', columns: [table.unitId], foreignColumns: [organisations.id] }),
    index('notices_unit_idx').on(table.unitId, table.at, table.id),
  ],
);
