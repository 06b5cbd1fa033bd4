import { instant, quoted } from '@tongxin/db';
import { matters } from '@tongxin/matters/schema';
import { organisations } from '@tongxin/organisations/schema';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { noticeEvents } from './rules.ts';

/** What a unit is told, in the office's own list, or a person in theirs. Says which matter and why, never what it is about. */
export const notices = pgTable(
  'notices',
  {
    id: uuid('id').primaryKey(),
    matterId: uuid('matter_id').notNull(),
    unitId: uuid('unit_id'),
    /** A person who signs in; no foreign key: facts outlive accounts. */
    accountId: uuid('account_id'),
    event: text('event', { enum: noticeEvents }).notNull(),
    at: instant('at').notNull(),
    seenAt: instant('seen_at'),
  },
  (table) => [
    check('notices_event_check', sql`${table.event} in (${quoted(noticeEvents)})`),
    check('notices_recipient_check', sql`num_nonnulls(${table.unitId}, ${table.accountId}) = 1`),
    foreignKey({ name: 'notices_matter_id_fk', columns: [table.matterId], foreignColumns: [matters.id] }),
    foreignKey({ name: 'notices_unit_id_fk', columns: [table.unitId], foreignColumns: [organisations.id] }),
    index('notices_unit_idx').on(table.unitId, table.at, table.id),
    index('notices_account_idx')
      .on(table.accountId, table.at, table.id)
      .where(sql`account_id is not null`),
  ],
);
