import { day, instant, quoted } from '@tongxin/db';
import { matters } from '@tongxin/matters/schema';
import { members } from '@tongxin/members/schema';
import { organisations } from '@tongxin/organisations/schema';
import { platforms } from '@tongxin/platforms/schema';
import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { researchWays, sessionModes, topicSources } from '../rules/index.ts';
import { methods } from './methods.ts';

/** Where something that is talked over lies. */
export const levels = {
  cityCode: text('city_code').notNull(),
  countyCode: text('county_code').notNull(),
  townshipCode: text('township_code').notNull(),
};

/** What is talked about. Its title and summary are written by the host for the public. */
export const topics = pgTable(
  'topics',
  {
    matterId: uuid('matter_id').primaryKey(),
    ...levels,
    title: text('title').notNull(),
    summary: text('summary').notNull(),
    source: text('source', { enum: topicSources }).notNull(),
    sessionId: uuid('session_id'),
    /** Its place on the agenda of that session, from 1. */
    agendaNo: smallint('agenda_no'),
  },
  (table) => [
    check('topics_agenda_no_check', sql`(${table.sessionId} is null) = (${table.agendaNo} is null)`),
    foreignKey({ name: 'topics_matter_id_fk', columns: [table.matterId], foreignColumns: [matters.id] }),
    foreignKey({ name: 'topics_session_id_fk', columns: [table.sessionId], foreignColumns: [matters.id] }),
    check('topics_source_check', sql`${table.source} in ('resident','member','department','party')`),
    index('topics_session_id_idx').on(table.sessionId),
  ],
);

/** A sitting: public from the moment it is scheduled, so nothing here is about a resident. */
export const sessions = pgTable(
  'sessions',
  {
    matterId: uuid('matter_id').primaryKey(),
    ...levels,
    platformId: uuid('platform_id').notNull(),
    title: text('title').notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    mode: text('mode', { enum: sessionModes }).notNull(),
    onlineUrl: text('online_url'),
    convenorId: uuid('convenor_id').notNull(),
    residentSeats: smallint('resident_seats').notNull(),
    seatsTaken: smallint('seats_taken').notNull().default(0),
    /** Goes up with each change of time or place; calendars need it. */
    sequence: integer('sequence').notNull().default(0),
    residentsPresent: smallint('residents_present'),
    /** The way of working that held when it was scheduled; null where no office had written one down. */
    methodOf: text('method_of'),
    methodVersion: smallint('method_version'),
    /** Which of its fixed seats were filled, by name; null until the host has written it down. */
    fixedSeatsFilled: jsonb('fixed_seats_filled').$type<string[]>(),
    cancelledAt: instant('cancelled_at'),
    cancelReason: text('cancel_reason'),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [
    foreignKey({ name: 'sessions_matter_id_fk', columns: [table.matterId], foreignColumns: [matters.id] }),
    foreignKey({
      name: 'sessions_platform_id_fk',
      columns: [table.platformId],
      foreignColumns: [platforms.id],
    }),
    foreignKey({
      name: 'sessions_convenor_id_fk',
      columns: [table.convenorId],
      foreignColumns: [members.id],
    }),
    foreignKey({
      name: 'sessions_method_fk',
      columns: [table.methodOf, table.methodVersion],
      foreignColumns: [methods.divisionCode, methods.version],
    }),
    check('sessions_method_check', sql`(${table.methodOf} is null) = (${table.methodVersion} is null)`),
    check('sessions_period_check', sql`${table.endsAt} > ${table.startsAt}`),
    check('sessions_seats_check', sql`${table.seatsTaken} between 0 and ${table.residentSeats}`),
    check('sessions_mode_check', sql`${table.mode} in ('onsite','online','hybrid')`),
    index('sessions_city_idx').on(table.cityCode, table.startsAt, table.matterId),
    index('sessions_county_idx').on(table.countyCode, table.startsAt, table.matterId),
    index('sessions_township_idx').on(table.townshipCode, table.startsAt, table.matterId),
    index('sessions_platform_idx').on(table.platformId, table.startsAt),
    index('sessions_method_idx').on(table.methodOf, table.startsAt, table.matterId),
  ],
);

/** Members and units asked to come, and whether they came: a fact written by the host. */
export const sessionInvitees = pgTable(
  'session_invitees',
  {
    sessionId: uuid('session_id').notNull(),
    kind: text('kind', { enum: ['member', 'organisation'] }).notNull(),
    memberId: uuid('member_id'),
    organisationId: uuid('organisation_id'),
    inviteeId: uuid('invitee_id').notNull(),
    attended: text('attended', { enum: ['yes', 'no', 'leave'] }),
  },
  (table) => [
    primaryKey({ name: 'session_invitees_pkey', columns: [table.sessionId, table.inviteeId] }),
    foreignKey({
      name: 'session_invitees_session_id_fk',
      columns: [table.sessionId],
      foreignColumns: [sessions.matterId],
    }),
    foreignKey({
      name: 'session_invitees_member_id_fk',
      columns: [table.memberId],
      foreignColumns: [members.id],
    }),
    foreignKey({
      name: 'session_invitees_organisation_id_fk',
      columns: [table.organisationId],
      foreignColumns: [organisations.id],
    }),
    check(
      'session_invitees_kind_check',
      sql`(${table.kind} = 'member' and ${table.memberId} = ${table.inviteeId} and ${table.organisationId} is null)
       or (${table.kind} = 'organisation' and ${table.organisationId} = ${table.inviteeId} and ${table.memberId} is null)`,
    ),
    check('session_invitees_attended_check', sql`${table.attended} in ('yes','no','leave')`),
    index('session_invitees_member_id_idx').on(table.memberId, table.sessionId),
  ],
);

/** A seat taken by a resident who gives no name: the ticket is all there is. */
export const sessionSeats = pgTable(
  'session_seats',
  {
    ticket: text('ticket').primaryKey(),
    sessionId: uuid('session_id').notNull(),
    takenAt: instant('taken_at').notNull(),
    givenBackAt: instant('given_back_at'),
    attended: text('attended', { enum: ['yes', 'no'] }),
  },
  (table) => [
    foreignKey({
      name: 'session_seats_session_id_fk',
      columns: [table.sessionId],
      foreignColumns: [sessions.matterId],
    }),
    check('session_seats_attended_check', sql`${table.attended} in ('yes','no')`),
    index('session_seats_session_id_idx').on(table.sessionId, table.takenAt),
  ],
);

/** One point of the minutes. */
export type Point = { text: string };

/** Minutes before they are published. Row-level security: levels. */
export const minutesDrafts = pgTable(
  'minutes_drafts',
  {
    sessionId: uuid('session_id').primaryKey(),
    ...levels,
    agreed: jsonb('agreed').$type<Point[]>().notNull(),
    notAgreed: jsonb('not_agreed').$type<Point[]>().notNull(),
    summary: text('summary').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (table) => [
    foreignKey({
      name: 'minutes_drafts_session_id_fk',
      columns: [table.sessionId],
      foreignColumns: [sessions.matterId],
    }),
  ],
);

/**
 * Minutes as the public reads them, after the redaction check. A correction is a further version with its reason;
 * the versions before it stay. Append-only.
 */
export const publishedMinutes = pgTable(
  'published_minutes',
  {
    sessionId: uuid('session_id').notNull(),
    version: smallint('version').notNull(),
    agreed: jsonb('agreed').$type<Point[]>().notNull(),
    notAgreed: jsonb('not_agreed').$type<Point[]>().notNull(),
    summary: text('summary').notNull(),
    publishedAt: instant('published_at').notNull(),
    /** Why this version differs from the one before; null for the first. */
    changeReason: text('change_reason'),
  },
  (table) => [
    primaryKey({ name: 'published_minutes_pkey', columns: [table.sessionId, table.version] }),
    check('published_minutes_change_check', sql`(${table.version} = 1) = (${table.changeReason} is null)`),
    foreignKey({
      name: 'published_minutes_session_id_fk',
      columns: [table.sessionId],
      foreignColumns: [sessions.matterId],
    }),
  ],
);

/** What was looked at before a topic was talked over: a visit, a look at the books, a question to those who know. */
export const researchNotes = pgTable(
  'research_notes',
  {
    id: uuid('id').primaryKey(),
    topicId: uuid('topic_id').notNull(),
    onDay: day('on_day').notNull(),
    way: text('way', { enum: researchWays }).notNull(),
    /** In the host's words, for everybody who works with the topic; nothing of a resident's. */
    words: text('words').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    foreignKey({
      name: 'research_notes_topic_id_fk',
      columns: [table.topicId],
      foreignColumns: [topics.matterId],
    }),
    check('research_notes_way_check', sql`${table.way} in (${quoted(researchWays)})`),
    index('research_notes_topic_id_idx').on(table.topicId, table.onDay, table.id),
  ],
);
