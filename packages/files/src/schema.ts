import { instant } from '@tongxin/db';
import { matters } from '@tongxin/matters/schema';
import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';

/**
 * Photos, re-encoded and without a trace of where and by whom they were taken. Row-level security lets in the
 * township and county of the matter and its resident, to evidence also its unit and the city; an upload that is not
 * attached yet belongs to nobody.
 */
export const files = pgTable(
  'files',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind', { enum: ['photo'] }).notNull(),
    /** Under this name and a size the storage keeps it: random, so that nobody finds it without the row. */
    name: text('name').notNull(),
    matterId: uuid('matter_id'),
    /** What it shows when it belongs to no matter: a public place. Such a photo is everybody's or nobody's. */
    subjectId: uuid('subject_id'),
    /** The unit that may see it besides the levels: set on evidence, never on what a resident sent. */
    handlerUnitId: uuid('handler_unit_id'),
    cityCode: text('city_code'),
    countyCode: text('county_code'),
    townshipCode: text('township_code'),
    villageCode: text('village_code'),
    /** Of the larger size that is kept; `sha256` is its fingerprint. */
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    bytes: integer('bytes').notNull(),
    sha256: text('sha256').notNull(),
    uploadedAt: instant('uploaded_at').notNull(),
    attachedAt: instant('attached_at'),
    published: boolean('published').notNull().default(false),
  },
  (table) => [
    unique('files_name_key').on(table.name),
    check('files_kind_check', sql`${table.kind} in ('photo')`),
    check(
      'files_attached_check',
      sql`(${table.matterId} is null and ${table.subjectId} is null) = (${table.attachedAt} is null)`,
    ),
    check('files_published_check', sql`${table.attachedAt} is not null or not ${table.published}`),
    check('files_subject_check', sql`${table.matterId} is null or ${table.subjectId} is null`),
    foreignKey({ name: 'files_matter_id_fk', columns: [table.matterId], foreignColumns: [matters.id] }),
    index('files_matter_id_idx').on(table.matterId),
    index('files_subject_id_idx')
      .on(table.subjectId)
      .where(sql`subject_id is not null`),
    index('files_unattached_idx')
      .on(table.uploadedAt)
      .where(sql`attached_at is null`),
  ],
);
