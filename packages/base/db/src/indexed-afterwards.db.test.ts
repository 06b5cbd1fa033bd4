import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexedAfterwards } from './indexed-afterwards.ts';
import { schemaOf } from './migrate.ts';
import { testDatabase, type TestDatabase } from './testing.ts';

const municipality = '3307';
const filling = () => ({ ownerUrl: database.ownerUrl, municipality, tables: ['letters'] });

let database: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
  database = await testDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(`
    set search_path = ${schemaOf(municipality)};
    create table letters (id int primary key, number int constraint letters_number_key unique, place text);
    create index letters_place_idx on letters (place, id) where number > 0;
    create table parcels (id int primary key, place text);
    create index parcels_place_idx on parcels (place)`);
});
afterAll(async () => {
  await owner.end();
  await database.close();
});

async function indexes(): Promise<string[]> {
  const { rows } = await owner.query<{ indexdef: string }>(
    `select indexdef from pg_indexes where tablename in ('letters', 'parcels') order by indexname`,
  );
  return rows.map(({ indexdef }) => indexdef);
}

describe('filling tables that are indexed afterwards', () => {
  it('leaves the keys while the work runs, touches no other table, and gives everything back as it was', async () => {
    const before = await indexes();
    expect(before).toHaveLength(5);
    const answer = await indexedAfterwards(filling(), async () => {
      const during = await indexes();
      expect(during).toEqual(before.filter((one) => !one.includes('letters_place_idx')));
      await owner.query(`insert into letters values (1, 7, '白龙桥镇')`);
      await expect(owner.query(`insert into letters values (2, 7, '蒋堂镇')`)).rejects.toThrow(
        'letters_number_key',
      );
      return 'told';
    });
    expect(answer).toBe('told');
    expect(await indexes()).toEqual(before);
  });

  it('gives them back when the work fails, and says why it failed', async () => {
    const before = await indexes();
    const failing = indexedAfterwards(filling(), () => Promise.reject(new Error('the ink ran out')));
    await expect(failing).rejects.toThrow('the ink ran out');
    expect(await indexes()).toEqual(before);
  });
});
