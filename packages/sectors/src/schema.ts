import { day } from '@tongxin/db';
import { sql } from 'drizzle-orm';
import { check, pgTable, text } from 'drizzle-orm/pg-core';

/** The sectors (界别) that members come from, each from when until when: the national list, as `loadSectors` keeps it. */
export const sectors = pgTable(
  'sectors',
  {
    code: text('code').primaryKey(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
    validFrom: day('valid_from').notNull(),
    /** The first day on which it is no longer on the list. */
    validTo: day('valid_to'),
  },
  (table) => [
    check('sectors_code_check', sql`${table.code} ~ '^[0-9]{2}$'`),
    check('sectors_valid_to_check', sql`${table.validTo} is null or ${table.validTo} > ${table.validFrom}`),
  ],
);
