import { day, instant, quoted } from '@tongxin/db';
import { divisions } from '@tongxin/divisions/schema';
import { organisations } from '@tongxin/organisations/schema';
import { sectors } from '@tongxin/sectors/schema';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  jsonb,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { activityCategories, groupKinds, journalActions, partyAffiliations, sexes } from './rules/index.ts';

/** CPPCC members: one row per person of the municipality. No points, no ranking, no sensitive attributes. */
export const members = pgTable(
  'members',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    /** Post and unit (单位及职务) as papers print them. */
    dutyTitle: text('duty_title'),
    accountId: uuid('account_id'),
    /** What the member's public QR (民情码) leads residents by. */
    intakeCode: text('intake_code').notNull(),
    /** What the member's own QR says at a door. Only the member is shown it. */
    doorCode: text('door_code').notNull(),
    /** Has at least one membership that has not ended. */
    active: boolean('active').notNull().default(true),
  },
  (table) => [
    // By pinyin, as a register of names is read.
    index('members_name_idx').on(sql`${table.name} collate "zh-Hans-CN-x-icu"`, table.id),
    unique('members_account_id_key').on(table.accountId),
    unique('members_intake_code_key').on(table.intakeCode),
    unique('members_door_code_key').on(table.doorCode),
  ],
);

/** That a person is a member of a committee, from when until when. One person may have several. */
export const memberships = pgTable(
  'memberships',
  {
    id: uuid('id').primaryKey(),
    memberId: uuid('member_id').notNull(),
    /** The committee, or its office. */
    organisationId: uuid('organisation_id').notNull(),
    cityCode: text('city_code').notNull(),
    /** Null in the municipal committee. */
    countyCode: text('county_code'),
    termNo: smallint('term_no'),
    /** Null only where what was written before is no sector of the list: `sectorWords` keeps it. */
    sectorCode: text('sector_code'),
    sectorWords: text('sector_words'),
    isStanding: boolean('is_standing').notNull().default(false),
    /** Null for those whose beginning was never written down. */
    joinedOn: day('joined_on'),
    /** The first day on which it no longer holds. */
    leftOn: day('left_on'),
  },
  (table) => [
    check('memberships_left_on_check', sql`${table.leftOn} is null or ${table.leftOn} >= ${table.joinedOn}`),
    foreignKey({
      name: 'memberships_member_id_fk',
      columns: [table.memberId],
      foreignColumns: [members.id],
    }),
    foreignKey({
      name: 'memberships_organisation_id_fk',
      columns: [table.organisationId],
      foreignColumns: [organisations.id],
    }),
    foreignKey({
      name: 'memberships_city_code_fk',
      columns: [table.cityCode],
      foreignColumns: [divisions.code],
    }),
    foreignKey({
      name: 'memberships_county_code_fk',
      columns: [table.countyCode],
      foreignColumns: [divisions.code],
    }),
    foreignKey({
      name: 'memberships_sector_code_fk',
      columns: [table.sectorCode],
      foreignColumns: [sectors.code],
    }),
    // A person is a member of one committee once at a time.
    uniqueIndex('memberships_member_id_place_key')
      .on(table.memberId, sql`coalesce(${table.countyCode}, ${table.cityCode})`)
      .where(sql`left_on is null`),
    index('memberships_member_id_idx').on(table.memberId),
    index('memberships_county_idx').on(table.countyCode, table.sectorCode, table.memberId),
    index('memberships_city_idx')
      .on(table.cityCode, table.sectorCode, table.memberId)
      .where(sql`county_code is null`),
  ],
);

/**
 * What is restricted about a member. Behind row-level security: `doors` are the codes of the committees that the
 * member belongs to, and the member's own account is one more.
 */
export const memberParticulars = pgTable(
  'member_particulars',
  {
    memberId: uuid('member_id').primaryKey(),
    sex: text('sex', { enum: sexes }),
    birthYear: smallint('birth_year'),
    partyAffiliation: text('party_affiliation', { enum: partyAffiliations }),
    accountId: uuid('account_id'),
    doors: text('doors').array().notNull(),
  },
  (table) => [
    check('member_particulars_sex_check', sql`${table.sex} in ('female','male')`),
    check('member_particulars_birth_year_check', sql`${table.birthYear} between 1900 and 2100`),
    check(
      'member_particulars_party_affiliation_check',
      sql`${table.partyAffiliation} in ('cpc','minge','minmeng','minjian','minjin','nonggong','zhigong','jiusan','taimeng','none')`,
    ),
    foreignKey({
      name: 'member_particulars_member_id_fk',
      columns: [table.memberId],
      foreignColumns: [members.id],
    }),
  ],
);

/** Groups of members: of a sector, of a place, for study or an interest. */
export const groups = pgTable(
  'groups',
  {
    id: uuid('id').primaryKey(),
    /** The committee, or its office, that the group belongs to. */
    organisationId: uuid('organisation_id').notNull(),
    cityCode: text('city_code').notNull(),
    /** Null for groups of the municipal committee. */
    countyCode: text('county_code'),
    kind: text('kind', { enum: groupKinds }).notNull(),
    name: text('name').notNull(),
    sectorCode: text('sector_code'),
    /** Null while nobody convenes it. */
    convenorMemberId: uuid('convenor_member_id'),
    fromOn: day('from_on').notNull(),
    /** The first day without it. */
    toOn: day('to_on'),
  },
  (table) => [
    check('groups_kind_check', sql`${table.kind} in ('sector','ground','study','interest')`),
    check('groups_sector_code_check', sql`(${table.kind} = 'sector') = (${table.sectorCode} is not null)`),
    foreignKey({
      name: 'groups_organisation_id_fk',
      columns: [table.organisationId],
      foreignColumns: [organisations.id],
    }),
    foreignKey({
      name: 'groups_sector_code_fk',
      columns: [table.sectorCode],
      foreignColumns: [sectors.code],
    }),
    foreignKey({
      name: 'groups_convenor_member_id_fk',
      columns: [table.convenorMemberId],
      foreignColumns: [members.id],
    }),
    uniqueIndex('groups_place_name_key')
      .on(sql`coalesce(${table.countyCode}, ${table.cityCode})`, table.name)
      .where(sql`to_on is null`),
    index('groups_county_idx').on(table.countyCode, table.name, table.id),
    index('groups_city_idx').on(table.cityCode, table.name, table.id),
  ],
);

export const groupMembers = pgTable(
  'group_members',
  {
    id: uuid('id').primaryKey(),
    groupId: uuid('group_id').notNull(),
    memberId: uuid('member_id').notNull(),
    fromOn: day('from_on').notNull(),
    /** The first day outside the group. */
    toOn: day('to_on'),
  },
  (table) => [
    foreignKey({ name: 'group_members_group_id_fk', columns: [table.groupId], foreignColumns: [groups.id] }),
    foreignKey({
      name: 'group_members_member_id_fk',
      columns: [table.memberId],
      foreignColumns: [members.id],
    }),
    uniqueIndex('group_members_group_id_member_id_key')
      .on(table.groupId, table.memberId)
      .where(sql`to_on is null`),
    index('group_members_member_id_idx').on(table.memberId),
  ],
);

/**
 * How much of a category a group owes in a year: what its committee asks of every group, or what is set for one group
 * instead, also nothing. What is asked of every group is not asked of interest groups.
 */
export const groupMinimums = pgTable(
  'group_minimums',
  {
    organisationId: uuid('organisation_id').notNull(),
    /** Null for what is asked of every group. */
    groupId: uuid('group_id'),
    year: smallint('year').notNull(),
    category: text('category', { enum: activityCategories }).notNull(),
    amount: smallint('amount').notNull(),
  },
  (table) => [
    unique('group_minimums_organisation_id_year_category_group_id_key')
      .on(table.organisationId, table.year, table.category, table.groupId)
      .nullsNotDistinct(),
    check(
      'group_minimums_amount_check',
      sql`${table.amount} > 0 or (${table.amount} = 0 and ${table.groupId} is not null)`,
    ),
    foreignKey({ name: 'group_minimums_group_id_fk', columns: [table.groupId], foreignColumns: [groups.id] }),
    check('group_minimums_category_check', sql`${table.category} in (${quoted(activityCategories)})`),
    foreignKey({
      name: 'group_minimums_organisation_id_fk',
      columns: [table.organisationId],
      foreignColumns: [organisations.id],
    }),
  ],
);

/** One village, one member (一村一委员), with the past of it. */
export const villageMembers = pgTable(
  'village_members',
  {
    id: uuid('id').primaryKey(),
    villageCode: text('village_code').notNull(),
    townshipCode: text('township_code').notNull(),
    countyCode: text('county_code').notNull(),
    cityCode: text('city_code').notNull(),
    memberId: uuid('member_id').notNull(),
    fromOn: day('from_on').notNull(),
    /** The first day on which somebody else, or nobody, has it. */
    toOn: day('to_on'),
  },
  (table) => [
    check('village_members_to_on_check', sql`${table.toOn} is null or ${table.toOn} >= ${table.fromOn}`),
    foreignKey({
      name: 'village_members_village_code_fk',
      columns: [table.villageCode],
      foreignColumns: [divisions.code],
    }),
    foreignKey({
      name: 'village_members_member_id_fk',
      columns: [table.memberId],
      foreignColumns: [members.id],
    }),
    uniqueIndex('village_members_village_code_key')
      .on(table.villageCode)
      .where(sql`to_on is null`),
    index('village_members_member_id_idx').on(table.memberId),
    index('village_members_county_idx').on(table.countyCode, table.villageCode),
    index('village_members_township_idx').on(table.townshipCode, table.villageCode),
  ],
);

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
    check(
      'member_journal_action_check',
      sql`${table.action} in ('entered','changed','membership_added','membership_changed','membership_ended','account_linked','code_renewed','particulars_saved','village_given','village_taken','group_created','group_changed','group_ended','group_joined','group_left','minimum_set')`,
    ),
    index('member_journal_member_id_idx').on(table.memberId, table.at, table.id),
    index('member_journal_group_id_idx').on(table.groupId, table.at, table.id),
  ],
);
