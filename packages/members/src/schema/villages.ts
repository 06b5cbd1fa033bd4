import { day } from '@tongxin/db';
import { divisions } from '@tongxin/divisions/schema';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { members } from './people.ts';

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
