import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Config } from 'drizzle-kit';

/** The three sets of tables, each migrated on its own: what all cities read, what one city keeps, who its residents are. */
export const sets = ['reference', 'municipality', 'vault'] as const;
export type Set = (typeof sets)[number];

const root = fileURLToPath(new URL('../../../', import.meta.url));
const owners: Record<Exclude<Set, 'municipality'>, string[]> = {
  reference: ['packages/divisions/src/schema.ts', 'packages/matters/src/calendar-schema.ts'],
  vault: ['packages/issues/src/vault-schema.ts'],
};

/** The files whose tables belong to a set: a city's are all those that nobody else claims. */
export function schemaFiles(set: Set): string[] {
  const claimed = Object.values(owners).flat();
  const named = set === 'municipality' ? null : owners[set];
  const patterns = named ?? ['packages/{*,base/*}/src/schema.ts', 'packages/*/src/schema/index.ts'];
  const files = globSync(patterns, { cwd: root }).toSorted();
  return named ? files : files.filter((file) => !claimed.includes(file));
}

/** Where the migrations live; below it one folder per set. */
export const migrations = 'packages/base/db/migrations';

/** What drizzle-kit works with; MIGRATIONS_FOLDER leads it to a copy. */
export function configOf(set: Set): Config {
  const folder = process.env.MIGRATIONS_FOLDER ?? migrations;
  return { dialect: 'postgresql', schema: schemaFiles(set), out: `${folder}/${set}` };
}
