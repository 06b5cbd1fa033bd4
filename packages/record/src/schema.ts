import { instant } from '@tongxin/db';
import { matters } from '@tongxin/matters/schema';
import { members } from '@tongxin/members/schema';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

/** A member says that a line of their own record is not right. State, owner and date are the matter's. */
export const recordObjections = pgTable(
  'record_objections',
  {
    matterId: uuid('matter_id').primaryKey(),
    memberId: uuid('member_id').notNull(),
    /** What the line comes from: the event, the session, the turn. */
    aboutId: uuid('about_id').notNull(),
    words: text('words').notNull(),
    raisedAt: instant('raised_at').notNull(),
    /** What the unit says that wrote the line down, also when it corrected it. */
    answer: text('answer'),
    answeredAt: instant('answered_at'),
  },
  (table) => [
    check('record_objections_answer_check', sql`(${table.answer} is null) = (${table.answeredAt} is null)`),
    foreignKey({
      name: 'record_objections_matter_id_fk',
      columns: [table.matterId],
      foreignColumns: [matters.id],
    }),
    foreignKey({
      name: 'record_objections_member_id_fk',
      columns: [table.memberId],
      foreignColumns: [members.id],
    }),
    foreignKey({
      name: 'record_objections_about_id_fk',
      columns: [table.aboutId],
      foreignColumns: [matters.id],
    }),
    // One at a time about a line; once it is answered the member may say more.
    uniqueIndex('record_objections_open_key')
      .on(table.memberId, table.aboutId)
      .where(sql`answered_at is null`),
    index('record_objections_member_idx').on(table.memberId, table.aboutId, table.raisedAt),
  ],
);
