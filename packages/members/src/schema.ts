import { divisions } from '@tongxin/divisions/schema';
import { organisations } from '@tongxin/organisations/schema';
import { boolean, foreignKey, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';

/** CPPCC members: part-time, by sector. No points, no ranking, no sensitive attributes. */
export const members = pgTable(
  'members',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    sector: text('sector').notNull(),
    /** The committee's office that keeps the membership. */
    organisationId: uuid('organisation_id').notNull(),
    cityCode: text('city_code').notNull(),
    /** Null for members of the municipal committee. */
    countyCode: text('county_code'),
    accountId: uuid('account_id'),
    active: boolean('active').notNull().default(true),
  },
  (table) => [
    foreignKey({
      name: 'members_organisation_id_fk',
      columns: [table.organisationId],
      foreignColumns: [organisations.id],
    }),
    foreignKey({ name: 'members_city_code_fk', columns: [table.cityCode], foreignColumns: [divisions.code] }),
    foreignKey({
      name: 'members_county_code_fk',
      columns: [table.countyCode],
      foreignColumns: [divisions.code],
    }),
    index('members_city_idx').on(table.cityCode, table.name, table.id),
    index('members_county_idx').on(table.countyCode, table.name, table.id),
    unique('members_account_id_key').on(table.accountId),
  ],
);
