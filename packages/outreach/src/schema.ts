import { day, instant, quoted } from '@tongxin/db';
import { events } from '@tongxin/events/schema';
import { matters } from '@tongxin/matters/schema';
import { organisations } from '@tongxin/organisations/schema';
import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { leadSubjects, services } from './rules/index.ts';

/** What a visit between committees may lead to. State, owner and date are its matter's; who is contacted is a post. */
export const leads = pgTable(
  'leads',
  {
    matterId: uuid('matter_id').primaryKey(),
    eventId: uuid('event_id').notNull(),
    subject: text('subject', { enum: leadSubjects }).notNull(),
    organisation: text('organisation').notNull(),
    what: text('what').notNull(),
    contactPost: text('contact_post'),
    /** The day of the last follow-up, or on which it was entered. */
    lastOn: day('last_on').notNull(),
    nextOn: day('next_on'),
  },
  (table) => [
    check('leads_subject_check', sql`${table.subject} in (${quoted(leadSubjects)})`),
    foreignKey({ name: 'leads_matter_id_fk', columns: [table.matterId], foreignColumns: [matters.id] }),
    foreignKey({ name: 'leads_event_id_fk', columns: [table.eventId], foreignColumns: [events.matterId] }),
    index('leads_event_idx').on(table.eventId, table.matterId),
  ],
);

/** What was done about a lead, in order. */
export const leadFollowUps = pgTable(
  'lead_follow_ups',
  {
    leadId: uuid('lead_id').notNull(),
    seq: smallint('seq').notNull(),
    onDay: day('on_day').notNull(),
    what: text('what').notNull(),
    nextOn: day('next_on'),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ name: 'lead_follow_ups_pkey', columns: [table.leadId, table.seq] }),
    foreignKey({
      name: 'lead_follow_ups_lead_id_fk',
      columns: [table.leadId],
      foreignColumns: [leads.matterId],
    }),
  ],
);

/** What a committee brings to villages: a line of its menu. The row says who put it there and who took it down. */
export const outreachOffers = pgTable(
  'outreach_offers',
  {
    id: uuid('id').primaryKey(),
    /** The office that keeps it. */
    organisationId: uuid('organisation_id').notNull(),
    cityCode: text('city_code').notNull(),
    /** Null for what the city's committee brings. */
    countyCode: text('county_code'),
    service: text('service', { enum: services }).notNull(),
    title: text('title').notNull(),
    what: text('what').notNull(),
    team: text('team').notNull(),
    addedAt: instant('added_at').notNull(),
    /** No foreign keys: facts outlive accounts. */
    addedBy: uuid('added_by'),
    endedAt: instant('ended_at'),
    endedBy: uuid('ended_by'),
  },
  (table) => [
    check('outreach_offers_service_check', sql`${table.service} in (${quoted(services)})`),
    foreignKey({
      name: 'outreach_offers_organisation_id_fk',
      columns: [table.organisationId],
      foreignColumns: [organisations.id],
    }),
    uniqueIndex('outreach_offers_organisation_id_title_key')
      .on(table.organisationId, table.title)
      .where(sql`ended_at is null`),
  ],
);

/** What a village ordered. State, owner and date are its matter's; people are counted and never named. */
export const villageOrders = pgTable(
  'village_orders',
  {
    matterId: uuid('matter_id').primaryKey(),
    offerId: uuid('offer_id').notNull(),
    cityCode: text('city_code').notNull(),
    countyCode: text('county_code').notNull(),
    townshipCode: text('township_code').notNull(),
    askedAt: instant('asked_at').notNull(),
    wishedOn: day('wished_on').notNull(),
    expected: integer('expected').notNull(),
    words: text('words'),
    /** Null until the village has a day. */
    comesOn: day('comes_on'),
    servedOn: day('served_on'),
    people: integer('people'),
    servedWords: text('served_words'),
  },
  (table) => [
    check('village_orders_expected_check', sql`${table.expected} >= 0`),
    check('village_orders_people_check', sql`${table.people} >= 0`),
    check('village_orders_served_check', sql`(${table.servedOn} is null) = (${table.people} is null)`),
    foreignKey({
      name: 'village_orders_matter_id_fk',
      columns: [table.matterId],
      foreignColumns: [matters.id],
    }),
    foreignKey({
      name: 'village_orders_offer_id_fk',
      columns: [table.offerId],
      foreignColumns: [outreachOffers.id],
    }),
    index('village_orders_city_idx').on(table.cityCode, table.askedAt, table.matterId),
    index('village_orders_county_idx').on(table.countyCode, table.askedAt, table.matterId),
    index('village_orders_township_idx').on(table.townshipCode, table.askedAt, table.matterId),
  ],
);
