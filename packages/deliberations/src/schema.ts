import { day, instant } from '@tongxin/db';
import { closingClasses } from '@tongxin/issues/rules';
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
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { lineKinds, lineReplyClasses, sessionModes, topicSources } from './rules/index.ts';

const levels = {
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
    check('sessions_period_check', sql`${table.endsAt} > ${table.startsAt}`),
    check('sessions_seats_check', sql`${table.seatsTaken} between 0 and ${table.residentSeats}`),
    check('sessions_mode_check', sql`${table.mode} in ('onsite','online','hybrid')`),
    index('sessions_city_idx').on(table.cityCode, table.startsAt, table.matterId),
    index('sessions_county_idx').on(table.countyCode, table.startsAt, table.matterId),
    index('sessions_township_idx').on(table.townshipCode, table.startsAt, table.matterId),
    index('sessions_platform_idx').on(table.platformId, table.startsAt),
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

/** What was agreed: who does what by when, and how one will see that it is done. Public once the minutes are. */
export const outcomeLines = pgTable(
  'outcome_lines',
  {
    matterId: uuid('matter_id').primaryKey(),
    ...levels,
    sessionId: uuid('session_id').notNull(),
    topicId: uuid('topic_id').notNull(),
    lineNo: smallint('line_no').notNull(),
    suggestion: text('suggestion').notNull(),
    kind: text('kind', { enum: lineKinds }).notNull(),
    unitId: uuid('unit_id').notNull(),
    /** The day by which it is to be done; lines due in a period are counted by it. */
    dueOn: day('due_on').notNull(),
    measure: text('measure').notNull(),
    replyClass: text('reply_class', { enum: lineReplyClasses }),
    reportText: text('report_text'),
    /** Goes up each time the residents' word sends it back to be done again. */
    round: smallint('round').notNull().default(1),
    /** What the residents said in the last round, written when the line is struck off and public from then on. */
    closingClass: text('closing_class', { enum: closingClasses }),
    judgedYes: smallint('judged_yes'),
    judgedPartly: smallint('judged_partly'),
    judgedNo: smallint('judged_no'),
    judgedSilent: smallint('judged_silent'),
  },
  (table) => [
    unique('outcome_lines_session_id_line_no_key').on(table.sessionId, table.lineNo),
    foreignKey({
      name: 'outcome_lines_matter_id_fk',
      columns: [table.matterId],
      foreignColumns: [matters.id],
    }),
    foreignKey({
      name: 'outcome_lines_session_id_fk',
      columns: [table.sessionId],
      foreignColumns: [sessions.matterId],
    }),
    foreignKey({
      name: 'outcome_lines_topic_id_fk',
      columns: [table.topicId],
      foreignColumns: [topics.matterId],
    }),
    foreignKey({
      name: 'outcome_lines_unit_id_fk',
      columns: [table.unitId],
      foreignColumns: [organisations.id],
    }),
    check(
      'outcome_lines_kind_check',
      sql`${table.kind} in ('policy','project','funds','measure','explanation')`,
    ),
    check(
      'outcome_lines_reply_class_check',
      sql`${table.replyClass} in ('solved','being_solved','planned','cannot')`,
    ),
    check(
      'outcome_lines_closing_class_check',
      sql`${table.closingClass} in ('solved','partly','disagreed','explained','unrated')`,
    ),
    check(
      'outcome_lines_judged_check',
      sql`num_nulls(${table.closingClass}, ${table.judgedYes}, ${table.judgedPartly}, ${table.judgedNo}, ${table.judgedSilent}) in (0, 5)`,
    ),
    index('outcome_lines_topic_id_idx').on(table.topicId),
    index('outcome_lines_city_due_idx').on(table.cityCode, table.dueOn, table.matterId),
    index('outcome_lines_county_due_idx').on(table.countyCode, table.dueOn, table.matterId),
    index('outcome_lines_township_due_idx').on(table.townshipCode, table.dueOn, table.matterId),
    index('outcome_lines_unit_idx').on(table.unitId, table.dueOn, table.matterId),
  ],
);

/** What the unit tells, in order, shown with the line: progress on the way, and each time it reports the line done. */
export const lineProgress = pgTable(
  'line_progress',
  {
    lineId: uuid('line_id').notNull(),
    seq: smallint('seq').notNull(),
    kind: text('kind', { enum: ['progress', 'report'] }).notNull(),
    replyClass: text('reply_class', { enum: lineReplyClasses }),
    text: text('text').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    check('line_progress_kind_check', sql`(${table.kind} = 'report') = (${table.replyClass} is not null)`),
    primaryKey({ name: 'line_progress_pkey', columns: [table.lineId, table.seq] }),
    foreignKey({
      name: 'line_progress_line_id_fk',
      columns: [table.lineId],
      foreignColumns: [outcomeLines.matterId],
    }),
  ],
);
