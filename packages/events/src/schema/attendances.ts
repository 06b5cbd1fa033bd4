import { instant } from '@tongxin/db';
import { members } from '@tongxin/members/schema';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { attendanceStates, attendanceWays } from '../rules/names.ts';
import { events } from './events.ts';

/**
 * Who was there: a fact that the organiser writes, never the member. `at` is the moment itself, which a phone without
 * network keeps; `received_at` when it came here.
 */
export const attendances = pgTable(
  'attendances',
  {
    eventId: uuid('event_id').notNull(),
    memberId: uuid('member_id').notNull(),
    state: text('state', { enum: attendanceStates }).notNull(),
    at: instant('at').notNull(),
    receivedAt: instant('received_at').notNull(),
    how: text('how', { enum: attendanceWays }).notNull(),
    /** The account that wrote it; no foreign key: facts outlive accounts. */
    recordedBy: uuid('recorded_by'),
  },
  (table) => [
    primaryKey({ name: 'attendances_pkey', columns: [table.eventId, table.memberId] }),
    check('attendances_state_check', sql`${table.state} in ('attended','absent','leave')`),
    check('attendances_how_check', sql`${table.how} in ('scan','list','paper')`),
    foreignKey({
      name: 'attendances_event_id_fk',
      columns: [table.eventId],
      foreignColumns: [events.matterId],
    }),
    foreignKey({
      name: 'attendances_member_id_fk',
      columns: [table.memberId],
      foreignColumns: [members.id],
    }),
    index('attendances_member_id_idx').on(table.memberId, table.at, table.eventId),
  ],
);

/**
 * Why a member asks for leave: behind row-level security, for the office that decides and for the account that wrote
 * it, and for nobody else. `office_code` is the division of the deciding office.
 */
export const leaveReasons = pgTable(
  'leave_reasons',
  {
    eventId: uuid('event_id').notNull(),
    memberId: uuid('member_id').notNull(),
    /** Their first or their second asking. */
    askNo: smallint('ask_no').notNull(),
    accountId: uuid('account_id').notNull(),
    officeCode: text('office_code').notNull(),
    reason: text('reason').notNull(),
    askedAt: instant('asked_at').notNull(),
  },
  (table) => [
    primaryKey({ name: 'leave_reasons_pkey', columns: [table.eventId, table.memberId, table.askNo] }),
    foreignKey({
      name: 'leave_reasons_event_id_fk',
      columns: [table.eventId],
      foreignColumns: [events.matterId],
    }),
    foreignKey({
      name: 'leave_reasons_member_id_fk',
      columns: [table.memberId],
      foreignColumns: [members.id],
    }),
  ],
);
