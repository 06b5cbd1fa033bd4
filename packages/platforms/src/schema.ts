import { divisions } from '@tongxin/divisions/schema';
import { organisations } from '@tongxin/organisations/schema';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core';

/** Where people meet: the deliberation hall of a township. Public, so no private telephone is ever here. */
export const platforms = pgTable(
  'platforms',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind', { enum: ['hall'] }).notNull(),
    name: text('name').notNull(),
    organisationId: uuid('organisation_id').notNull(),
    cityCode: text('city_code').notNull(),
    countyCode: text('county_code').notNull(),
    townshipCode: text('township_code').notNull(),
    address: text('address').notNull(),
    seats: smallint('seats').notNull(),
    openHours: text('open_hours').notNull(),
  },
  (table) => [
    check('platforms_kind_check', sql`${table.kind} in ('hall')`),
    check('platforms_seats_check', sql`${table.seats} > 0`),
    foreignKey({
      name: 'platforms_organisation_id_fk',
      columns: [table.organisationId],
      foreignColumns: [organisations.id],
    }),
    foreignKey({
      name: 'platforms_township_code_fk',
      columns: [table.townshipCode],
      foreignColumns: [divisions.code],
    }),
    index('platforms_county_idx').on(table.countyCode, table.name, table.id),
    index('platforms_township_idx').on(table.townshipCode, table.name, table.id),
    index('platforms_city_idx').on(table.cityCode, table.name, table.id),
  ],
);
