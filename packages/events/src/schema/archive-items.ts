import { instant, quoted } from '@tongxin/db';
import { files } from '@tongxin/files/schema';
import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, pgTable, smallint, text, unique, uuid } from 'drizzle-orm/pg-core';
import { archiveKinds } from '../rules/names.ts';
import { events } from './events.ts';

/**
 * What is kept of an event: photos with captions, texts, findings, and addresses where media tell of it. Each has a
 * number of its event's own series; one that was taken out keeps its number and says why, and has no photo any more.
 */
export const archiveItems = pgTable(
  'archive_items',
  {
    id: uuid('id').primaryKey(),
    eventId: uuid('event_id').notNull(),
    itemNo: smallint('item_no').notNull(),
    kind: text('kind', { enum: archiveKinds }).notNull(),
    /** A photo's caption, or what a text or a link is called. */
    title: text('title').notNull(),
    fileId: uuid('file_id'),
    body: text('body'),
    url: text('url'),
    /** On the event's public page, when it has one. */
    published: boolean('published').notNull().default(false),
    addedAt: instant('added_at').notNull(),
    /** No foreign key: facts outlive accounts. */
    addedBy: uuid('added_by'),
    removedAt: instant('removed_at'),
    removeReason: text('remove_reason'),
  },
  (table) => [
    unique('archive_items_event_id_item_no_key').on(table.eventId, table.itemNo),
    unique('archive_items_file_id_key').on(table.fileId),
    check('archive_items_kind_check', sql`${table.kind} in (${quoted(archiveKinds)})`),
    check(
      'archive_items_content_check',
      sql`(${table.kind} = 'photo' and ${table.removedAt} is null) = (${table.fileId} is not null)
          and (${table.kind} = 'link') = (${table.url} is not null)
          and (${table.kind} in ('text','finding')) = (${table.body} is not null)`,
    ),
    check('archive_items_removed_check', sql`${table.removedAt} is null or not ${table.published}`),
    foreignKey({
      name: 'archive_items_event_id_fk',
      columns: [table.eventId],
      foreignColumns: [events.matterId],
    }),
    foreignKey({ name: 'archive_items_file_id_fk', columns: [table.fileId], foreignColumns: [files.id] }),
  ],
);
