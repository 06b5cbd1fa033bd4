import { instant } from '@tongxin/db';
import { customType, pgTable, text, uuid } from 'drizzle-orm/pg-core';

const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value),
});

/**
 * Who told it, when they chose to say so: name, telephone, address, encrypted together under a key that is not in
 * the database. Lives in a schema of its own, under a role of its own, one row at a time: row-level security shows
 * only the row whose matter this transaction has said it is about to open. No foreign key leads here.
 */
export const identities = pgTable('identities', {
  matterId: uuid('matter_id').primaryKey(),
  keyId: text('key_id').notNull(),
  sealed: bytes('sealed').notNull(),
  keptAt: instant('kept_at').notNull(),
});
