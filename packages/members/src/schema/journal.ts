import { instant, quoted } from '@tongxin/db';
import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { journalActions } from '../rules/index.ts';

/** What was done to a member, a group or a village, when, by whom and why. Append-only. */
export const memberJournal = pgTable(
  'member_journal',
  {
    id: uuid('id').primaryKey(),
    at: instant('at').notNull(),
    action: text('action', { enum: journalActions }).notNull(),
    /** No foreign keys: history outlives what it is about. */
    memberId: uuid('member_id'),
    groupId: uuid('group_id'),
    organisationId: uuid('organisation_id'),
    /** Null when the house itself acted. */
    actorId: uuid('actor_id'),
    reason: text('reason'),
    /** Never a particular, a code of a QR or a telephone. */
    facts: jsonb('facts').$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    check('member_journal_action_check', sql`${table.action} in (${quoted(journalActions)})`),
    index('member_journal_member_id_idx').on(table.memberId, table.at, table.id),
    index('member_journal_group_id_idx').on(table.groupId, table.at, table.id),
  ],
);
