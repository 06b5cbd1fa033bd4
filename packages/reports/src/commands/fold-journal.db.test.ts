import { system } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { contextOf, makeTown } from '@tongxin/matters/testing';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openRecords, type Told } from '../testing.ts';
import { foldJournal } from './index.ts';

let database: TestDatabase;
let records: Awaited<ReturnType<typeof openRecords>>;
beforeAll(async () => {
  database = await testDatabase();
  records = await openRecords(database, await makeTown(database));
});
afterAll(async () => {
  await records.close();
  await database.close();
});

const fold = () => foldJournal(contextOf(database, system));
const issue = (at: string, move = 'open'): Told => ({
  kind: 'issue',
  townshipCode: '330702001',
  openedAt: '2026-11-01T00:00:00Z',
  entries: [{ move, at }],
});

async function rollup() {
  const { rows } = await database.db.execute<{ row: string }>(
    sql`select concat_ws(' ', parent_code, division_code, month, measure, value, amount) as row
          from rollup_months order by row limit 100`,
  );
  return rows.map(({ row }) => row);
}

it('adds each settled entry once, to the county and to the township, in the month of its civil day', async () => {
  await records.tell([
    issue('2026-10-31T15:59:59.999Z'),
    issue('2026-10-31T16:00:00Z'),
    issue('2026-11-05T00:00:00Z', 'close'),
  ]);
  expect(await fold()).toBe(3);
  const folded = [
    '3307 330702 2026-10-01 received 0 1',
    '3307 330702 2026-11-01 issues_closed 0 1',
    '3307 330702 2026-11-01 median_days 4 1',
    '3307 330702 2026-11-01 received 0 1',
  ];
  const townships = folded.map((row) => row.replace('3307 330702', '330702 330702001'));
  expect(await rollup()).toEqual([...folded, ...townships]);
  expect(await fold()).toBe(0);
  expect(await rollup()).toEqual([...folded, ...townships]);
});

it('leaves entries alone before which another may still appear', async () => {
  const before = await rollup();
  await records.tell([issue('2026-11-06T00:00:00Z')], { settled: false });
  expect(await fold()).toBe(0);
  expect(await rollup()).toEqual(before);
});

it('takes 5,000 at a time, and two at once take turns', async () => {
  const entries = Array.from({ length: 11_000 }, () => ({ move: 'open', at: '2026-09-10T00:00:00Z' }));
  await records.tell([{ ...issue('2026-09-10T00:00:00Z'), entries }]);
  const counts = await Promise.all([fold(), fold(), fold(), fold()]);
  // The one entry of the test before is settled now, because those after it are.
  expect(counts.toSorted((a, b) => b - a)).toEqual([5000, 5000, 1001, 0]);
  expect(await rollup()).toContain('3307 330702 2026-09-01 received 0 11000');
});
