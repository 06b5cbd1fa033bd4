import { instant, quoted } from '@tongxin/db';
import { matters } from '@tongxin/matters/schema';
import { groups, members } from '@tongxin/members/schema';
import { organisations } from '@tongxin/organisations/schema';
import { platforms } from '@tongxin/platforms/schema';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core';
import { answers, eventCategories, eventModes, signUps } from '../rules/names.ts';

/** What an organisation calls its events, each within one of the categories that reports count by. */
export const eventKinds = pgTable(
  'event_kinds',
  {
    id: uuid('id').primaryKey(),
    /** Null for a kind of the whole city. */
    organisationId: uuid('organisation_id'),
    category: text('category', { enum: eventCategories }).notNull(),
    name: text('name').notNull(),
    active: boolean('active').notNull().default(true),
    /** Who named it and who offers it no more; no foreign keys: facts outlive accounts. */
    addedAt: instant('added_at'),
    addedBy: uuid('added_by'),
    retiredAt: instant('retired_at'),
    retiredBy: uuid('retired_by'),
  },
  (table) => [
    unique('event_kinds_organisation_id_name_key').on(table.organisationId, table.name).nullsNotDistinct(),
    check('event_kinds_category_check', sql`${table.category} in (${quoted(eventCategories)})`),
    foreignKey({
      name: 'event_kinds_organisation_id_fk',
      columns: [table.organisationId],
      foreignColumns: [organisations.id],
    }),
  ],
);

type Checked = Record<
  'category' | 'mode' | 'signUp' | 'startsAt' | 'endsAt' | 'placesTaken' | 'capacity',
  AnyPgColumn
> &
  Record<'countyCode' | 'townshipCode', AnyPgColumn>;

const eventChecks = (table: Checked) => [
  check('events_category_check', sql`${table.category} in (${quoted(eventCategories)})`),
  check('events_mode_check', sql`${table.mode} in (${quoted(eventModes)})`),
  check('events_sign_up_check', sql`${table.signUp} in (${quoted(signUps)})`),
  check('events_period_check', sql`${table.endsAt} > ${table.startsAt}`),
  check('events_levels_check', sql`${table.townshipCode} is null or ${table.countyCode} is not null`),
  // The last place goes to one: the row refuses a count beyond it.
  check(
    'events_capacity_check',
    sql`${table.placesTaken} >= 0 and (${table.capacity} is null or ${table.placesTaken} <= ${table.capacity})`,
  ),
];

/** A dated activity of any kind. Its state, owner and date are its matter's; nothing here is about a resident. */
export const events = pgTable(
  'events',
  {
    matterId: uuid('matter_id').primaryKey(),
    kindId: uuid('kind_id'),
    category: text('category', { enum: eventCategories }).notNull(),
    title: text('title').notNull(),
    summary: text('summary'),
    /** Who speaks or teaches, with their post. */
    speaker: text('speaker'),
    cityCode: text('city_code').notNull(),
    /** Null for an event of the whole city, as the township is for one of a whole county. */
    countyCode: text('county_code'),
    townshipCode: text('township_code'),
    platformId: uuid('platform_id'),
    placeWords: text('place_words'),
    mode: text('mode', { enum: eventModes }).notNull(),
    onlineUrl: text('online_url'),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    answerBy: instant('answer_by'),
    mustAttend: boolean('must_attend').notNull(),
    signUp: text('sign_up', { enum: signUps }).notNull(),
    capacity: integer('capacity'),
    placesTaken: integer('places_taken').notNull().default(0),
    parentEventId: uuid('parent_event_id'),
    /** The members' group whose activity it is; null for what a whole committee or an office does. */
    groupId: uuid('group_id'),
    /** Others who were there, counted and not named. */
    othersPresent: integer('others_present'),
    /** Goes up with each change of time, place or cancellation; calendars need it. */
    sequence: integer('sequence').notNull().default(0),
    publishedAt: instant('published_at'),
    cancelledAt: instant('cancelled_at'),
    cancelReason: text('cancel_reason'),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [
    ...eventChecks(table),
    foreignKey({ name: 'events_matter_id_fk', columns: [table.matterId], foreignColumns: [matters.id] }),
    foreignKey({ name: 'events_kind_id_fk', columns: [table.kindId], foreignColumns: [eventKinds.id] }),
    foreignKey({
      name: 'events_platform_id_fk',
      columns: [table.platformId],
      foreignColumns: [platforms.id],
    }),
    foreignKey({
      name: 'events_parent_event_id_fk',
      columns: [table.parentEventId],
      foreignColumns: [table.matterId],
    }),
    foreignKey({ name: 'events_group_id_fk', columns: [table.groupId], foreignColumns: [groups.id] }),
    // In the order of the lists; the end is in them so that what is over already is passed by without being read.
    index('events_city_idx').on(table.cityCode, table.startsAt, table.matterId, table.endsAt),
    index('events_county_idx').on(table.countyCode, table.startsAt, table.matterId, table.endsAt),
    index('events_township_idx').on(table.townshipCode, table.startsAt, table.matterId, table.endsAt),
    index('events_platform_idx').on(table.platformId, table.startsAt, table.matterId, table.endsAt),
    index('events_category_idx').on(table.category, table.startsAt, table.matterId),
    index('events_kind_idx').on(table.kindId, table.startsAt, table.matterId),
    index('events_parent_idx').on(table.parentEventId),
    // What a group has done of what it owes.
    index('events_group_idx').on(table.groupId, table.category, table.startsAt, table.matterId),
    // What is not announced yet is little among very much.
    index('events_drafts_idx')
      .on(table.startsAt, table.matterId)
      .where(sql`published_at is null and cancelled_at is null`),
  ],
);

/** Sites that an event goes to see, besides the one where it is held: an inspection's route, a meeting on the spot. */
export const eventSites = pgTable(
  'event_sites',
  {
    eventId: uuid('event_id').notNull(),
    platformId: uuid('platform_id').notNull(),
  },
  (table) => [
    primaryKey({ name: 'event_sites_pkey', columns: [table.eventId, table.platformId] }),
    foreignKey({
      name: 'event_sites_event_id_fk',
      columns: [table.eventId],
      foreignColumns: [events.matterId],
    }),
    foreignKey({
      name: 'event_sites_platform_id_fk',
      columns: [table.platformId],
      foreignColumns: [platforms.id],
    }),
    index('event_sites_platform_idx').on(table.platformId, table.eventId),
  ],
);

/** Who is asked to come and what they said. Why somebody asks for leave is not here (`leave_reasons`). */
export const eventInvitees = pgTable(
  'event_invitees',
  {
    eventId: uuid('event_id').notNull(),
    inviteeId: uuid('invitee_id').notNull(),
    memberId: uuid('member_id'),
    organisationId: uuid('organisation_id'),
    answer: text('answer', { enum: answers }).notNull().default('waiting'),
    answeredAt: instant('answered_at'),
    leavesAsked: smallint('leaves_asked').notNull().default(0),
    decidedAt: instant('decided_at'),
    /** They put themselves down; nobody had asked them. */
    signedUp: boolean('signed_up').notNull().default(false),
  },
  (table) => [
    primaryKey({ name: 'event_invitees_pkey', columns: [table.eventId, table.inviteeId] }),
    check('event_invitees_answer_check', sql`${table.answer} in (${quoted(answers)})`),
    check(
      'event_invitees_invitee_check',
      sql`num_nonnulls(${table.memberId}, ${table.organisationId}) = 1
          and coalesce(${table.memberId}, ${table.organisationId}) = ${table.inviteeId}`,
    ),
    foreignKey({
      name: 'event_invitees_event_id_fk',
      columns: [table.eventId],
      foreignColumns: [events.matterId],
    }),
    foreignKey({
      name: 'event_invitees_member_id_fk',
      columns: [table.memberId],
      foreignColumns: [members.id],
    }),
    foreignKey({
      name: 'event_invitees_organisation_id_fk',
      columns: [table.organisationId],
      foreignColumns: [organisations.id],
    }),
    index('event_invitees_member_id_idx').on(table.memberId, table.eventId),
    // Units are few among very many members.
    index('event_invitees_organisation_id_idx')
      .on(table.organisationId, table.eventId)
      .where(sql`organisation_id is not null`),
  ],
);

/** The secret address of a person's own calendar. The token itself is not kept: reading this table opens nothing. */
export const calendarFeeds = pgTable(
  'calendar_feeds',
  {
    memberId: uuid('member_id').primaryKey(),
    tokenHash: text('token_hash').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  (table) => [
    unique('calendar_feeds_token_hash_key').on(table.tokenHash),
    foreignKey({
      name: 'calendar_feeds_member_id_fk',
      columns: [table.memberId],
      foreignColumns: [members.id],
    }),
  ],
);
