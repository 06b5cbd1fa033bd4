import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Operations, TownEnvironment } from './operations.ts';
import { step } from './progress.ts';

/** Kept beside the data: a demo city that was begun, and whether it was finished. */
type Mark = 'begun' | 'complete' | null;

function markFile(dataDir: string): string {
  return join(dataDir, 'demo-city');
}

function readMark(dataDir: string): Mark {
  const file = markFile(dataDir);
  return existsSync(file) ? (readFileSync(file, 'utf8').trim() as Mark) : null;
}

/** Whether the town of this data folder is the invented one, which every page then says. */
export function isDemo(dataDir: string): boolean {
  return readMark(dataDir) === 'complete';
}

/** Empties the database when the last filling was interrupted: half a city would be taken for a whole one. */
export async function clearHalfFilled(dataDir: string, databaseUrl: string): Promise<void> {
  if (readMark(dataDir) !== 'begun') return;
  const address = new URL(databaseUrl);
  const name = pg.escapeIdentifier(address.pathname.slice(1));
  address.pathname = '/postgres';
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  try {
    await client.query(`drop database ${name} with (force)`);
    await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
}

/** A server of one's own is not ours to empty. */
function refuseHalfFilled({ DATA_DIR: dataDir }: TownEnvironment): void {
  if (readMark(dataDir) !== 'begun') return;
  throw new Error(
    'The last start was interrupted while it filled this database with the demo city. ' +
      'Make the database anew (drop database, create database) and start again.',
  );
}

/** Fills an empty town with the demo city. */
export async function fillWithDemo(
  operations: Operations,
  env: TownEnvironment,
  small: boolean,
): Promise<void> {
  if (!(await operations.isEmpty(env))) return refuseHalfFilled(env);
  writeFileSync(markFile(env.DATA_DIR), 'begun\n');
  const title = small ? 'small demo city' : 'demo city';
  await step(title, (progress) => operations.seedDemo({ ...env, DEMO: '1' }, { small, progress }));
  writeFileSync(markFile(env.DATA_DIR), 'complete\n');
}
