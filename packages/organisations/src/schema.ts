import { divisions } from '@tongxin/divisions/schema';
import { sql } from 'drizzle-orm';
import { check, foreignKey, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { organisationKinds } from './rules.ts';

/** Who acts: offices of the CPPCC, township liaison groups, departments. The second tree, never mixed with places. */
export const organisations = pgTable(
  'organisations',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind', { enum: organisationKinds }).notNull(),
    name: text('name').notNull(),
    parentId: uuid('parent_id'),
    /** The division that it works for: a county for a county's department. */
    divisionCode: text('division_code').notNull(),
  },
  (table) => [
    check(
      'organisations_kind_check',
      sql`${table.kind} in ('city_office','county_office','township_group','department')`,
    ),
    foreignKey({ name: 'organisations_parent_id_fk', columns: [table.parentId], foreignColumns: [table.id] }),
    foreignKey({
      name: 'organisations_division_code_fk',
      columns: [table.divisionCode],
      foreignColumns: [divisions.code],
    }),
    unique('organisations_division_code_kind_name_key').on(table.divisionCode, table.kind, table.name),
  ],
);
