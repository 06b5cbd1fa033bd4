import { system } from '@tongxin/core';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { transact, type Context } from './index.ts';
import { testDatabase, type TestDatabase } from './testing.ts';

let database: TestDatabase;
let ctx: Context;
beforeAll(async () => {
  database = await testDatabase();
  ctx = { municipality: database, actor: system, now: () => Temporal.Now.instant() };
});
afterAll(() => database.close());

async function drop(pid: number) {
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query('select pg_terminate_backend($1, 5000)', [pid]);
  await owner.end();
}

it('a connection that the server drops between two statements fails its own work and nothing else', async () => {
  const dropped = transact(ctx, async (tx) => {
    const { rows } = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    await drop(rows[0]!.pid);
    // The news of it arrives while nothing is asked.
    await new Promise((resume) => setTimeout(resume, 200));
    await tx.execute(sql`select 1`);
  });
  await expect(dropped).rejects.toThrow();
  const { rows } = await transact(ctx, (tx) => tx.execute(sql`select 1 as alive`));
  expect(rows).toEqual([{ alive: 1 }]);
});
