import { testKeys } from '@tongxin/accounts/testing';
import { system } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { contextOf } from '@tongxin/matters/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { planYears, type CountyYears } from '../plan/city.ts';
import { demoSignIns } from '../sign-ins.ts';
import { knownCalendar, officialMap } from '../testing.ts';
import { tellDemoCity } from './tell-city.ts';

const now = Temporal.Instant.from('2026-11-21T09:20:00+08:00');

let database: TestDatabase;
let owner: pg.Client;
let years: CountyYears[];
const heard: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  const ctx = { ...contextOf(database, system, now), keys: testKeys };
  await tellDemoCity(ctx, { small: true, progress: (line) => heard.push(line) });
  years = planYears({ map: await officialMap(), calendar: knownCalendar(), now, small: true }).counties;
  owner = new pg.Client({
    connectionString: database.ownerUrl,
    options: '-c search_path=m3307,m3307_vault,public',
  });
  await owner.connect();
}, 60_000);
afterAll(async () => {
  await owner.end();
  await database.close();
});

async function ask(statement: string): Promise<Record<string, string>> {
  const { rows } = await owner.query<{ name: string; count: string }>(statement);
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}

const tally = (states: readonly string[]) => {
  const counts: Record<string, string> = {};
  for (const state of states.filter((one) => one !== 'nothing' && one !== 'none'))
    counts[state] = String(Number(counts[state] ?? 0) + 1);
  return counts;
};

const stands = (kind: string) =>
  ask(`select state as name, count(*) from matters where kind = '${kind}' group by state`);

test('every matter, session and line has come just so far as was planned', async () => {
  const all = years.flatMap((county) => county.years);
  const sittings = all.flatMap((year) => year.sittings);
  const issues = all.flatMap(({ singles }) => singles);
  const talked = sittings.flatMap(({ topics }) =>
    topics.flatMap((topic) => [...topic.issues, ...topic.chorus]),
  );
  expect(await stands('issue')).toEqual(tally([...issues, ...talked].map(({ state }) => state)));
  expect(await stands('session')).toEqual(tally(sittings.map(({ state }) => state)));
  expect(await stands('outcome_line')).toEqual(
    tally(sittings.flatMap(({ lines }) => lines.map(({ state }) => state))),
  );
});

test('nobody is notified of what happened long ago', async () => {
  expect(await ask('select task as name, count(*) from outbox group by task')).toEqual({});
  expect(await ask('select unit_id::text as name, count(*) from notices group by unit_id')).toEqual({});
});

test('every sign-in that is printed exists', async () => {
  const names = Object.keys(
    await ask('select username as name, count(*) from accounts where username is not null group by username'),
  );
  expect(names.toSorted()).toEqual(
    demoSignIns()
      .map(({ name }) => name)
      .toSorted(),
  );
});

test('the journal tells the year in its own time', async () => {
  const when = await ask(
    `select case when at < '2025-11-20' then 'early' when at > '2026-11-20T16:00:00Z' then 'late' else 'within' end as name,
            count(*) from journal group by 1`,
  );
  expect(Object.keys(when)).toEqual(['within']);
});

test('the telling says how far it is', () => {
  expect(heard[0]).toContain('plan of the year');
  expect(heard.at(-1)).toMatch(/^(\d+) of \1 steps/);
});
