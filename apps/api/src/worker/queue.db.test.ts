import { system } from '@tongxin/core';
import { promise, relayOutbox, transact } from '@tongxin/db';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { contextOf } from '@tongxin/matters/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrateQueue, startQueue } from './queue.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await migrateQueue(database.ownerUrl);
});
afterAll(() => database.close());

const ctx = () => contextOf(database, system);
const promised = (payload: Record<string, unknown>, fail = false) =>
  transact(ctx(), async (tx) => {
    await promise(tx, { task: 'greet', payload });
    if (fail) throw new Error('undone');
  });

it('what a transaction promises is done once, also when two relays look at the same time', async () => {
  const done: unknown[] = [];
  for (let count = 0; count < 20; count += 1) await promised({ count });
  await promised({ count: 'never' }, true).catch(() => undefined);
  const taken = await Promise.all([relayOutbox(ctx()), relayOutbox(ctx()), relayOutbox(ctx())]);
  expect(taken.reduce((sum, one) => sum + one, 0)).toBe(20);
  const queue = await startQueue(database.ownerUrl, { greet: async (payload) => void done.push(payload) });
  await expect.poll(() => done.length, { timeout: 10_000 }).toBe(20);
  await queue.stop();
  expect(done).not.toContainEqual({ count: 'never' });
  expect(await relayOutbox(ctx())).toBe(0);
});

it('the application cannot look into the queue, and owns neither it nor any table', async () => {
  await expect(database.pool.query('select 1 from graphile_worker._private_jobs')).rejects.toMatchObject({
    code: '42501',
  });
  const { rows } = await database.pool.query(
    `select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = current_user`,
  );
  expect(rows).toEqual([]);
});
