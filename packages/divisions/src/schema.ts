import { day } from '@tongxin/db';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgTable, text } from 'drizzle-orm/pg-core';

/**
 * Where things are: city, county, township, village by official code. A reference table that every municipality
 * reads. The parent is stored, because special zones are not contained in the code they start with; each
 * ancestor has its own column, because a list of one level must be one index range.
 */
export const divisions = pgTable(
  'divisions',
  {
    code: text('code').primaryKey(),
    name: text('name').notNull(),
    level: text('level', { enum: ['province', 'city', 'county', 'township', 'village'] }).notNull(),
    parentCode: text('parent_code'),
    cityCode: text('city_code'),
    countyCode: text('county_code'),
    townshipCode: text('township_code'),
    validFrom: day('valid_from').notNull(),
    /** The first day on which it no longer exists. */
    validTo: day('valid_to'),
    succeededBy: text('succeeded_by'),
  },
  (table) => [
    check('divisions_level_check', sql`${table.level} in ('province','city','county','township','village')`),
    check(
      'divisions_code_check',
      sql`${table.code} ~ '^[0-9]{2}([0-9]{2}([0-9]{2}([0-9]{3}([0-9]{3})?)?)?)?$'`,
    ),
    foreignKey({
      name: 'divisions_parent_code_fk',
      columns: [table.parentCode],
      foreignColumns: [table.code],
    }),
    index('divisions_parent_code_idx').on(table.parentCode, table.code),
    index('divisions_city_code_idx').on(table.cityCode, table.level, table.code),
  ],
);
