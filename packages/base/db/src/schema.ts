import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';

/** What was sent once and what it was answered, so that a repeat changes nothing. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    key: text('key').primaryKey(),
    fingerprint: text('fingerprint').notNull(),
    answer: jsonb('answer'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('idempotency_keys_created_at_idx').on(table.createdAt)],
);

/**
 * Work that a transaction has promised and the worker will do. Written in the transaction of its cause, so it
 * exists exactly when the cause does; handed to the job queue, which lives outside the municipality's schema.
 */
export const outbox = pgTable(
  'outbox',
  {
    id: uuid('id').primaryKey(),
    task: text('task').notNull(),
    payload: jsonb('payload').notNull(),
    runAt: instant('run_at')
      .notNull()
      .default(sql`now()`),
    attempts: smallint('attempts').notNull().default(0),
  },
  (table) => [index('outbox_run_at_idx').on(table.runAt)],
);
