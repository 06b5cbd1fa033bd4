import { queueRole, queueSchema } from '@tongxin/db';
import { Logger, run, runMigrations, type Runner, type Task, type TaskList } from 'graphile-worker';
import pg from 'pg';
import { withoutValues } from '../without-values.ts';

/** Connections of the role that owns the job queue and nothing else. */
function queuePool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, options: `-c role=${queueRole}` });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Brings the queue's own tables up to date. Runs with the owner's address. */
export async function migrateQueue(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(
      `do $$ begin execute format('grant create on database %I to ${queueRole}', current_database()); end $$`,
    );
  } finally {
    await owner.end();
  }
  const pool = queuePool(ownerUrl, 1);
  try {
    await runMigrations({ pgPool: pool, schema: queueSchema, logger });
  } finally {
    await pool.end();
  }
}

/** Says only what went wrong; a line for every job would drown it. */
const logger = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') console.error(`queue: ${message}`);
});

/** The queue keeps and prints why a job failed: it is told without what the job was about. */
function guarded(task: Task): Task {
  return async (payload, helpers) => {
    try {
      return await task(payload, helpers);
    } catch (error) {
      throw withoutValues(error);
    }
  };
}

/** Takes jobs from the queue until stopped. A failed job comes back later, at most 25 times. */
export async function startQueue(url: string, tasks: TaskList): Promise<{ stop(): Promise<void> }> {
  const pool = queuePool(url, 4);
  const runner: Runner = await run({
    pgPool: pool,
    schema: queueSchema,
    logger,
    taskList: Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, guarded(task!)])),
    concurrency: 2,
    pollInterval: 2000,
    noHandleSignals: true,
    crontab: '',
  });
  return {
    async stop() {
      await runner.stop();
      await pool.end();
    },
  };
}
