import { day, instant, quoted } from '@tongxin/db';
import { matters } from '@tongxin/matters/schema';
import { members } from '@tongxin/members/schema';
import { organisations } from '@tongxin/organisations/schema';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { teamActions, uses } from './rules/index.ts';

/** A team of experts of one field (专家服务团), of the city or of a county. */
export const expertTeams = pgTable(
  'expert_teams',
  {
    id: uuid('id').primaryKey(),
    /** The office that keeps it. */
    organisationId: uuid('organisation_id').notNull(),
    cityCode: text('city_code').notNull(),
    /** Null for teams of the city. */
    countyCode: text('county_code'),
    name: text('name').notNull(),
    field: text('field').notNull(),
    fromOn: day('from_on').notNull(),
    /** The first day without it. */
    toOn: day('to_on'),
  },
  (table) => [
    foreignKey({
      name: 'expert_teams_organisation_id_fk',
      columns: [table.organisationId],
      foreignColumns: [organisations.id],
    }),
    uniqueIndex('expert_teams_place_name_key')
      .on(sql`coalesce(${table.countyCode}, ${table.cityCode})`, table.name)
      .where(sql`to_on is null`),
    index('expert_teams_county_idx').on(table.countyCode, table.name, table.id),
    index('expert_teams_city_idx').on(table.cityCode, table.name, table.id),
  ],
);

/** Who is in a team: a member, or somebody from outside by name and post. Never a telephone. */
export const expertTeamMembers = pgTable(
  'expert_team_members',
  {
    id: uuid('id').primaryKey(),
    teamId: uuid('team_id').notNull(),
    memberId: uuid('member_id'),
    name: text('name'),
    post: text('post'),
    isLead: boolean('is_lead').notNull(),
    fromOn: day('from_on').notNull(),
    /** The first day outside the team. */
    toOn: day('to_on'),
  },
  (table) => [
    check('expert_team_members_who_check', sql`(${table.memberId} is null) = (${table.name} is not null)`),
    check('expert_team_members_post_check', sql`(${table.name} is null) = (${table.post} is null)`),
    foreignKey({
      name: 'expert_team_members_team_id_fk',
      columns: [table.teamId],
      foreignColumns: [expertTeams.id],
    }),
    foreignKey({
      name: 'expert_team_members_member_id_fk',
      columns: [table.memberId],
      foreignColumns: [members.id],
    }),
    uniqueIndex('expert_team_members_team_id_member_id_key')
      .on(table.teamId, table.memberId)
      .where(sql`to_on is null`),
    // A team has one lead at a time.
    uniqueIndex('expert_team_members_lead_key')
      .on(table.teamId)
      .where(sql`is_lead and to_on is null`),
    index('expert_team_members_member_id_idx').on(table.memberId),
  ],
);

/** What was done to a team, when and by whom. Append-only. */
export const expertTeamJournal = pgTable(
  'expert_team_journal',
  {
    id: uuid('id').primaryKey(),
    at: instant('at').notNull(),
    action: text('action', { enum: teamActions }).notNull(),
    /** No foreign keys: history outlives what it is about. */
    teamId: uuid('team_id').notNull(),
    /** Null when the house itself acted. */
    actorId: uuid('actor_id'),
    /** Ids and names of fields. */
    facts: jsonb('facts').$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    check('expert_team_journal_action_check', sql`${table.action} in (${quoted(teamActions)})`),
    index('expert_team_journal_team_id_idx').on(table.teamId, table.at, table.id),
  ],
);

/** A request for an expert. Its state, owner and date are its matter's; nothing here is about a resident. */
export const expertRequests = pgTable(
  'expert_requests',
  {
    matterId: uuid('matter_id').primaryKey(),
    cityCode: text('city_code').notNull(),
    countyCode: text('county_code'),
    townshipCode: text('township_code'),
    askedAt: instant('asked_at').notNull(),
    field: text('field').notNull(),
    purpose: text('purpose').notNull(),
    wishedOn: day('wished_on').notNull(),
    aboutId: uuid('about_id'),
    /** Null while nobody is found. */
    personId: uuid('person_id'),
    /** The person, where they are a member. */
    memberId: uuid('member_id'),
    visitOn: day('visit_on'),
    advice: text('advice'),
    advisedAt: instant('advised_at'),
    used: text('used', { enum: uses }),
    useWords: text('use_words'),
    thanks: text('thanks'),
  },
  (table) => [
    check(
      'expert_requests_levels_check',
      sql`${table.townshipCode} is null or ${table.countyCode} is not null`,
    ),
    check('expert_requests_used_check', sql`${table.used} in (${quoted(uses)})`),
    check('expert_requests_person_check', sql`${table.memberId} is null or ${table.personId} is not null`),
    check('expert_requests_advice_check', sql`(${table.advice} is null) = (${table.advisedAt} is null)`),
    foreignKey({
      name: 'expert_requests_matter_id_fk',
      columns: [table.matterId],
      foreignColumns: [matters.id],
    }),
    foreignKey({
      name: 'expert_requests_about_id_fk',
      columns: [table.aboutId],
      foreignColumns: [matters.id],
    }),
    foreignKey({
      name: 'expert_requests_person_id_fk',
      columns: [table.personId],
      foreignColumns: [expertTeamMembers.id],
    }),
    foreignKey({
      name: 'expert_requests_member_id_fk',
      columns: [table.memberId],
      foreignColumns: [members.id],
    }),
    index('expert_requests_city_idx').on(table.cityCode, table.askedAt, table.matterId),
    index('expert_requests_county_idx').on(table.countyCode, table.askedAt, table.matterId),
    index('expert_requests_township_idx').on(table.townshipCode, table.askedAt, table.matterId),
    index('expert_requests_member_idx').on(table.memberId, table.askedAt, table.matterId),
    index('expert_requests_about_idx').on(table.aboutId),
  ],
);
