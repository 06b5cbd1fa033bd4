import { day, instant } from '@tongxin/db';
import { matters } from '@tongxin/matters/schema';
import { members } from '@tongxin/members/schema';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgTable, smallint, text, unique, uuid } from 'drizzle-orm/pg-core';

/** Leaders or staff of a committee visit a member. State, owner and date are the matter's. */
export const memberVisits = pgTable(
  'member_visits',
  {
    matterId: uuid('matter_id').primaryKey(),
    memberId: uuid('member_id').notNull(),
    cityCode: text('city_code').notNull(),
    /** Null where the city's committee visits. */
    countyCode: text('county_code'),
    visitOn: day('visit_on').notNull(),
    /** Null until somebody was there. */
    visitedOn: day('visited_on'),
    /** Who goes, by post and name. */
    visitors: text('visitors').notNull(),
  },
  (table) => [
    foreignKey({
      name: 'member_visits_matter_id_fk',
      columns: [table.matterId],
      foreignColumns: [matters.id],
    }),
    foreignKey({
      name: 'member_visits_member_id_fk',
      columns: [table.memberId],
      foreignColumns: [members.id],
    }),
    index('member_visits_city_idx').on(table.cityCode, table.visitOn, table.matterId),
    index('member_visits_county_idx').on(table.countyCode, table.visitOn, table.matterId),
    index('member_visits_member_idx').on(table.memberId, table.visitOn, table.matterId),
  ],
);

/** What the member asked, a line each with its answer. Asking again is a line of its own. */
export const visitAsks = pgTable(
  'visit_asks',
  {
    id: uuid('id').primaryKey(),
    visitId: uuid('visit_id').notNull(),
    orderNo: smallint('order_no').notNull(),
    words: text('words').notNull(),
    askedOn: day('asked_on').notNull(),
    /** The line whose answer did not settle it. */
    followsId: uuid('follows_id'),
    answer: text('answer'),
    answeredAt: instant('answered_at'),
  },
  (table) => [
    unique('visit_asks_visit_id_order_no_key').on(table.visitId, table.orderNo),
    // A line is asked again once; what comes after hangs on the new line.
    unique('visit_asks_follows_id_key').on(table.followsId),
    check('visit_asks_answer_check', sql`(${table.answer} is null) = (${table.answeredAt} is null)`),
    foreignKey({
      name: 'visit_asks_visit_id_fk',
      columns: [table.visitId],
      foreignColumns: [memberVisits.matterId],
    }),
    foreignKey({ name: 'visit_asks_follows_id_fk', columns: [table.followsId], foreignColumns: [table.id] }),
  ],
);

/**
 * What the visitors write down for themselves: behind row-level security, for the office of the committee that visits
 * and for nobody else, the member and the offices above included. `office_code` is the committee's division.
 */
export const visitNotes = pgTable(
  'visit_notes',
  {
    visitId: uuid('visit_id').primaryKey(),
    officeCode: text('office_code').notNull(),
    note: text('note').notNull(),
    writtenAt: instant('written_at').notNull(),
  },
  (table) => [
    foreignKey({
      name: 'visit_notes_visit_id_fk',
      columns: [table.visitId],
      foreignColumns: [memberVisits.matterId],
    }),
  ],
);
