import pg from 'pg';
import { migrateAll as migrateTables, schemaOf } from '@tongxin/db';
import { seedDemo as seedDemoCity, demoSignIns } from './demo/seed.ts';
import { readConfig } from './env.ts';
import { startServing } from './serve.ts';
import { openTown } from './town.ts';
import { migrateQueue } from './worker/queue.ts';

/** What those who run the town ask of it: `pnpm start`, the container, the command line. */

type Environment = Record<string, string | undefined>;

export { demoSignIns };

/** Brings the tables of the municipality and of the job queue to the current form. */
export async function migrateAll(env: Environment): Promise<void> {
  const config = readConfig(env);
  await migrateTables(config.DATABASE_URL, config.MUNICIPALITY);
  await migrateQueue(config.DATABASE_URL);
}

/** Whether the municipality has no organisation yet, which is how every town begins. */
export async function isEmpty(env: Environment): Promise<boolean> {
  const config = readConfig(env);
  const client = new pg.Client({ connectionString: config.DATABASE_URL });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select exists (select 1 from ${schemaOf(config.MUNICIPALITY)}.organisations) as filled`,
    );
    return rows[0]?.filled === false;
  } finally {
    await client.end();
  }
}

/** Fills an empty town with the invented people and matters of the demo city. */
export async function seedDemo(
  env: Environment,
  how: { small: boolean; progress: (line: string) => void },
): Promise<void> {
  const town = await openTown(readConfig(env), { connections: 8 });
  try {
    await seedDemoCity(town, how);
  } finally {
    await town.municipality.close();
  }
}

/** Serves the town on a port until closed. */
export async function serve(env: Environment, { port }: { port: number }) {
  return startServing(readConfig(env), { port });
}
