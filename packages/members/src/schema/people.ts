import { day } from '@tongxin/db';
import { divisions } from '@tongxin/divisions/schema';
import { organisations } from '@tongxin/organisations/schema';
import { sectors } from '@tongxin/sectors/schema';
import { sql, type AnyColumn, type SQL } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { partyAffiliations, sexes } from '../rules/index.ts';

/** Names in the order of a register; by code point nobody finds anybody. */
export const byPinyin = (name: AnyColumn): SQL<string> => sql`${name} collate "zh-Hans-CN-x-icu"`;

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
    index('members_name_idx').on(byPinyin(table.name), table.id),
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
    /** The committee's own place: its county, or the city. */
    placeCode: text('place_code')
      .notNull()
      .generatedAlwaysAs(sql`coalesce(county_code, city_code)`),
    /** The member's name once more: lists are read in the order of names, a page at a time. */
    name: text('name').notNull().default(''),
    /** Whether the member stands behind a site, once more: whoever does not is on the gap list. */
    placed: boolean('placed').notNull().default(false),
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
      .on(table.memberId, table.placeCode)
      .where(sql`left_on is null`),
    index('memberships_member_id_idx').on(table.memberId),
    ...(['city', 'place'] as const).flatMap((level) => [
      index(`memberships_${level}_name_idx`)
        .on(table[`${level}Code`], byPinyin(table.name), table.memberId)
        .where(sql`left_on is null`),
      index(`memberships_${level}_sector_idx`)
        .on(table[`${level}Code`], table.sectorCode, byPinyin(table.name), table.memberId)
        .where(sql`left_on is null`),
      index(`memberships_${level}_gap_idx`)
        .on(table[`${level}Code`], byPinyin(table.name), table.memberId)
        .where(sql`left_on is null and not placed`),
    ]),
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
