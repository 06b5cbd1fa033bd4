import { day, instant } from '@tongxin/db';
import { divisions } from '@tongxin/divisions/schema';
import { files } from '@tongxin/files/schema';
import { members } from '@tongxin/members/schema';
import { organisations } from '@tongxin/organisations/schema';
import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { demonstrationStates, noHours, siteActions, siteRoles, type OpeningHours } from './rules/index.ts';

/**
 * Where people meet: one row for one room, whatever hangs beside its door. Its place is a village, a township, a
 * county or the city; what lies below that is null. Public, so no private telephone is ever here.
 */
export const platforms = pgTable(
  'platforms',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    organisationId: uuid('organisation_id').notNull(),
    cityCode: text('city_code').notNull(),
    countyCode: text('county_code'),
    townshipCode: text('township_code'),
    villageCode: text('village_code'),
    /** The site's own place: the lowest of the four. A place sorts before all that lies in it. */
    placeCode: text('place_code')
      .notNull()
      .generatedAlwaysAs(sql`coalesce(village_code, township_code, county_code, city_code)`),
    address: text('address').notNull(),
    seats: smallint('seats').notNull(),
    hours: jsonb('hours').$type<OpeningHours>().notNull().default(noHours),
    /** What the hours do not say; the whole opening hours of halls that were there before hours were data. */
    hoursNote: text('open_hours'),
    services: text('services').array().notNull().default([]),
    leadPost: text('lead_post'),
    authorityDocument: text('authority_document'),
    rules: text('rules'),
    photoId: uuid('photo_id'),
    version: integer('version').notNull().default(1),
    closedOn: day('closed_on'),
    closedReason: text('closed_reason'),
  },
  (table) => [
    check('platforms_seats_check', sql`${table.seats} >= 0`),
    check(
      'platforms_levels_check',
      sql`(${table.countyCode} is not null or ${table.townshipCode} is null)
        and (${table.townshipCode} is not null or ${table.villageCode} is null)`,
    ),
    check('platforms_closed_check', sql`(${table.closedOn} is null) = (${table.closedReason} is null)`),
    foreignKey({
      name: 'platforms_organisation_id_fk',
      columns: [table.organisationId],
      foreignColumns: [organisations.id],
    }),
    foreignKey({
      name: 'platforms_place_code_fk',
      columns: [table.placeCode],
      foreignColumns: [divisions.code],
    }),
    foreignKey({ name: 'platforms_photo_id_fk', columns: [table.photoId], foreignColumns: [files.id] }),
    index('platforms_city_idx').on(table.cityCode, table.placeCode, table.name, table.id),
    index('platforms_county_idx').on(table.countyCode, table.placeCode, table.name, table.id),
    index('platforms_township_idx').on(table.townshipCode, table.placeCode, table.name, table.id),
    index('platforms_village_idx').on(table.villageCode, table.name, table.id),
  ],
);

/** What a site is, each with the words on its plaque. Three plaques in one room are one site and three rows here. */
export const platformRoles = pgTable(
  'platform_roles',
  {
    id: uuid('id').primaryKey(),
    platformId: uuid('platform_id').notNull(),
    role: text('role', { enum: siteRoles }).notNull(),
    plaqueName: text('plaque_name').notNull(),
    /** Null where nobody remembers. */
    sinceOn: day('since_on'),
    /** The first day without it. */
    untilOn: day('until_on'),
  },
  (table) => [
    check(
      'platform_roles_role_check',
      sql`${table.role} in ('hall','studio','contact_point','parlour','committee_window','county_window','liaison_station','work_station','deliberation_room','activity_centre','sector_station','community_station','bookroom','service_station','monitoring_point')`,
    ),
    foreignKey({
      name: 'platform_roles_platform_id_fk',
      columns: [table.platformId],
      foreignColumns: [platforms.id],
    }),
    uniqueIndex('platform_roles_current_key')
      .on(table.platformId, table.role)
      .where(sql`until_on is null`),
    index('platform_roles_platform_id_idx').on(table.platformId),
  ],
);

/** Which member stands behind which site. One current row per member; those that ended stay. */
export const placements = pgTable(
  'placements',
  {
    id: uuid('id').primaryKey(),
    memberId: uuid('member_id').notNull(),
    platformId: uuid('platform_id').notNull(),
    cityCode: text('city_code').notNull(),
    countyCode: text('county_code'),
    townshipCode: text('township_code'),
    villageCode: text('village_code'),
    fromOn: day('from_on').notNull(),
    /** The first day without it. */
    toOn: day('to_on'),
    reason: text('reason').notNull(),
    endReason: text('end_reason'),
  },
  (table) => [
    check('placements_period_check', sql`${table.toOn} is null or ${table.toOn} >= ${table.fromOn}`),
    check('placements_end_check', sql`(${table.toOn} is null) = (${table.endReason} is null)`),
    foreignKey({ name: 'placements_member_id_fk', columns: [table.memberId], foreignColumns: [members.id] }),
    foreignKey({
      name: 'placements_platform_id_fk',
      columns: [table.platformId],
      foreignColumns: [platforms.id],
    }),
    uniqueIndex('placements_current_key')
      .on(table.memberId)
      .where(sql`to_on is null`),
    index('placements_platform_id_idx').on(table.platformId),
    index('placements_member_id_idx').on(table.memberId, table.fromOn),
    index('placements_city_idx')
      .on(table.cityCode)
      .where(sql`to_on is null`),
    index('placements_county_idx')
      .on(table.countyCode)
      .where(sql`to_on is null`),
    index('placements_township_idx')
      .on(table.townshipCode)
      .where(sql`to_on is null`),
  ],
);

/** Sites held up as an example: nobody's before a sponsor, a guarantor committee, a task force and a plan are named. */
export const demonstrations = pgTable(
  'demonstrations',
  {
    id: uuid('id').primaryKey(),
    platformId: uuid('platform_id').notNull(),
    state: text('state', { enum: demonstrationStates }).notNull(),
    sponsor: text('sponsor'),
    guarantorId: uuid('guarantor_organisation_id'),
    taskForce: text('task_force'),
    plan: text('plan'),
    nominatedOn: day('nominated_on').notNull(),
    /** When it was made one. */
    activeOn: day('active_on'),
    reviewedOn: day('reviewed_on'),
    /** By when it is looked at again. */
    reviewDueOn: day('review_due_on'),
    reviewReason: text('review_reason'),
  },
  (table) => [
    check('demonstrations_state_check', sql`${table.state} in ('nominated','active','kept','removed')`),
    check(
      'demonstrations_four_check',
      sql`${table.state} in ('nominated','removed') or (${table.sponsor} is not null
        and ${table.guarantorId} is not null and ${table.taskForce} is not null and ${table.plan} is not null
        and ${table.activeOn} is not null and ${table.reviewDueOn} is not null)`,
    ),
    foreignKey({
      name: 'demonstrations_platform_id_fk',
      columns: [table.platformId],
      foreignColumns: [platforms.id],
    }),
    foreignKey({
      name: 'demonstrations_guarantor_organisation_id_fk',
      columns: [table.guarantorId],
      foreignColumns: [organisations.id],
    }),
    uniqueIndex('demonstrations_current_key')
      .on(table.platformId)
      .where(sql`state <> 'removed'`),
    index('demonstrations_platform_id_idx').on(table.platformId),
  ],
);

/** What was done to a site, when, by whom and why. Append-only. */
export const platformHistory = pgTable(
  'platform_history',
  {
    id: uuid('id').primaryKey(),
    platformId: uuid('platform_id').notNull(),
    at: instant('at').notNull(),
    action: text('action', { enum: siteActions }).notNull(),
    /** Null when the house itself acted. No foreign key: history outlives accounts. */
    actorId: uuid('actor_id'),
    reason: text('reason'),
    /** What it was about: a role, a member, the fields that changed. */
    facts: jsonb('facts').$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    check(
      'platform_history_action_check',
      sql`${table.action} in ('added','edited','role_added','role_ended','member_placed','member_left','nominated','demonstration_saved','demonstration_active','demonstration_kept','demonstration_removed','rota_made','rota_published','rota_ended','closed','reopened')`,
    ),
    index('platform_history_platform_id_idx').on(table.platformId, table.at, table.id),
  ],
);
