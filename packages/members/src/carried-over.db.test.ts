import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { makeDivisions, yiwu } from '@tongxin/divisions/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../../base/db/migrations/municipality/', import.meta.url));
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.sql'))
  .toSorted()
  .map((name) => readFileSync(`${folder}${name}`, 'utf8'));
const firstOfNetwork = files.findIndex((text) => text.includes('CREATE TABLE "memberships"'));

let database: TestDatabase;
let owner: pg.Client;
beforeAll(async () => {
  database = await testDatabase();
  await makeDivisions({ municipality: database });
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query('create schema m9907');
  await owner.query('set search_path = m9907, public');
});
afterAll(async () => {
  await owner.end();
  await database.close();
});

const run = async (texts: readonly string[]) => {
  for (const text of texts)
    for (const statement of text.split('--> statement-breakpoint')) await owner.query(statement);
};

it('members of a town that exists keep sector and office as a membership, and get their codes', async () => {
  await run(files.slice(0, firstOfNetwork));
  const office = 'a0000000-0000-7000-8000-000000000001';
  await owner.query(
    `insert into organisations (id, kind, name, division_code) values ($1, 'county_office', '办公室', $2)`,
    [office, yiwu],
  );
  const sectors = ['农业界', '农业', '中共', '侨联和台联', '环境资源界'];
  for (const [at, sector] of sectors.entries())
    await owner.query(
      `insert into members (id, name, sector, organisation_id, city_code, county_code, active)
       values (uuidv7(), $1, $2, $3, '3307', $4, $5)`,
      [`委员${at}`, sector, office, yiwu, at !== 2],
    );
  await run(files.slice(firstOfNetwork));
  const { rows } = await owner.query<Record<string, unknown>>(
    `select p.name, p.active, m.sector_code, m.sector_words, m.county_code, m.left_on is null as stands, m.organisation_id,
            p.intake_code, p.door_code, m.place_code, m.name = p.name as is_named
       from members p join memberships m on m.member_id = p.id order by p.name`,
  );
  expect(rows).toMatchObject([
    {
      sector_code: '22',
      sector_words: null,
      stands: true,
      county_code: yiwu,
      place_code: yiwu,
      is_named: true,
      organisation_id: office,
    },
    { sector_code: '22', stands: true },
    { sector_code: '01', active: false, stands: false },
    { sector_code: null, sector_words: '侨联和台联', stands: true },
    { sector_code: '29', stands: true },
  ]);
  expect(new Set(rows.map(({ intake_code: code }) => code)).size).toBe(sectors.length);
  for (const { intake_code: intake, door_code: door } of rows) {
    expect(intake).toMatch(/^[2-9A-Z]{10}$/);
    expect(door).toMatch(/^[2-9A-Z]{32}$/);
  }
});
