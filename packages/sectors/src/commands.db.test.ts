import { system } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSectors } from './commands.ts';
import { listSectors } from './queries.ts';
import { nationalSectors } from './rules.ts';

let database: TestDatabase;
let ctx: Context;
beforeAll(async () => {
  database = await testDatabase();
  ctx = { municipality: database, actor: system, now: () => Temporal.Instant.from('2026-11-21T07:00:00Z') };
});
afterAll(() => database.close());

const kept = async () =>
  (await listSectors(ctx)).map((row) => ({
    ...row,
    validFrom: row.validFrom.toString(),
    validTo: row.validTo?.toString() ?? null,
  }));

describe('the sectors of a municipality', () => {
  it('are the national list from the first day on', async () => {
    expect(await kept()).toEqual(nationalSectors);
    expect(await loadSectors(ctx)).toBe(0);
  });

  it('are brought to a changed list without losing one, and once when two load at the same time', async () => {
    const [first, ...others] = nationalSectors;
    const changed = [{ ...first!, validTo: '2028-01-01' }, ...others];
    const counts = await Promise.all([loadSectors(ctx, changed), loadSectors(ctx, changed)]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await kept()).toHaveLength(nationalSectors.length);
    expect((await kept())[0]).toMatchObject({ code: '01', validTo: '2028-01-01' });
  });
});
