import { instant, quoted } from '@tongxin/db';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { importKinds, importStates } from './rules.ts';

/** Files that were sent to fill a list, and how far their rows have come. The file itself goes when they are done. */
export const imports = pgTable(
  'imports',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind', { enum: importKinds }).notNull(),
    divisionCode: text('division_code').notNull(),
    /** What the bytes are: the same file sent twice is one import. */
    sha256: text('sha256').notNull(),
    /** Whether no later run of the same file followed. One does when this one had something to complain about. */
    latest: boolean('latest').notNull().default(true),
    storedName: text('stored_name').notNull(),
    fileName: text('file_name').notNull(),
    state: text('state', { enum: importStates }).notNull(),
    /** The role that its sender sent it by, and the sender; null for the house itself. */
    role: text('role'),
    actorId: uuid('actor_id'),
    sentAt: instant('sent_at').notNull(),
    endedAt: instant('ended_at'),
    /** Rows below the heading that hold anything; null until they are counted. */
    rows: integer('rows'),
    rowsDone: integer('rows_done').notNull().default(0),
    added: integer('added').notNull().default(0),
    changed: integer('changed').notNull().default(0),
    same: integer('same').notNull().default(0),
    refusedRows: integer('refused_rows').notNull().default(0),
    /** Why the file as a whole was refused, and where in it. */
    refusal: text('refusal'),
    refusalPlace: text('refusal_place'),
  },
  (table) => [
    check('imports_kind_check', sql`${table.kind} in (${quoted(importKinds)})`),
    check('imports_state_check', sql`${table.state} in (${quoted(importStates)})`),
    uniqueIndex('imports_latest_key')
      .on(table.kind, table.divisionCode, table.sha256)
      .where(sql`latest`),
    index('imports_division_code_idx').on(table.divisionCode, table.kind, table.sentAt, table.id),
    // The few that have not ended, for the worker that looks after them.
    index('imports_unended_idx')
      .on(table.sentAt)
      .where(sql`ended_at is null`),
  ],
);

/** What is wrong with a row that was not entered. It names row, column and reason, never what stood there. */
export const importFindings = pgTable(
  'import_findings',
  {
    id: uuid('id').primaryKey(),
    importId: uuid('import_id').notNull(),
    rowNo: integer('row_no').notNull(),
    /** The column's key; null when it is the row as a whole. */
    columnKey: text('column_key'),
    code: text('code').notNull(),
    facts: jsonb('facts').$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    foreignKey({
      name: 'import_findings_import_id_fk',
      columns: [table.importId],
      foreignColumns: [imports.id],
    }),
    index('import_findings_import_id_idx').on(table.importId, table.rowNo, table.id),
  ],
);
