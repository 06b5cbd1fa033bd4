import { day, quoted } from '@tongxin/db';
import { organisations } from '@tongxin/organisations/schema';
import { sectors } from '@tongxin/sectors/schema';
import { sql } from 'drizzle-orm';
import {
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
import { activityCategories, groupKinds } from '../rules/index.ts';
import { members } from './people.ts';

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
    check('groups_kind_check', sql`${table.kind} in (${quoted(groupKinds)})`),
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
