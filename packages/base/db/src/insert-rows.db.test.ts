import { sql } from 'drizzle-orm';
import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day, insertRows, instant, period } from './index.ts';
import { testDatabase, type TestDatabase } from './testing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const told = pgTable('told', {
  id: uuid('id').notNull(),
  title: text('title').notNull(),
  from: day('from_on'),
  at: instant('at'),
  during: period('during'),
  tags: text('tags').array(),
  facts: jsonb('facts'),
  count: integer('how_many').notNull().default(7),
});

/** Begins a transaction with an empty table of its own and leaves nothing behind. */
async function within(work: (tx: Parameters<typeof insertRows>[0]) => Promise<void>) {
  const leave = new Error('leave nothing behind');
  const left = database.db.transaction(async (tx) => {
    await tx.execute(sql`create temporary table told (id uuid not null, title text not null, from_on date,
      at timestamptz(3), during tstzrange, tags text[], facts jsonb, how_many int not null default 7) on commit drop`);
    await work(tx);
    throw leave;
  });
  await expect(left).rejects.toBe(leave);
}

const at = Temporal.Instant.from('2026-12-01T01:02:03.456Z');
const full = {
  id: crypto.randomUUID(),
  title: '一句“话”, \\ with "signs" and {braces}',
  from: Temporal.PlainDate.from('2026-12-01'),
  at,
  during: { start: at, end: at.add({ hours: 2 }) },
  tags: ['a,b', '"c"', '丁'],
  facts: { nested: [1, '二', null], text: 'null' },
};
const empty = { from: null, at: null, during: null, tags: null, facts: null };

describe('many rows at once', () => {
  it('are read back as they were given, and what no row names is as the table has it', async () => {
    await within(async (tx) => {
      const bare = { id: crypto.randomUUID(), title: '' };
      await insertRows(tx, told, [full, bare]);
      const rows = await tx.select().from(told).orderBy(told.title);
      expect(rows).toEqual([
        { ...empty, ...bare, count: 7 },
        { ...full, count: 7 },
      ]);
    });
  });

  it('are all written, however many, and none is no statement', async () => {
    await within(async (tx) => {
      const many = Array.from({ length: 4001 }, (_, count) => ({ ...full, id: crypto.randomUUID(), count }));
      await insertRows(tx, told, many);
      await insertRows(tx, told, []);
      const { rows } = await tx.execute(sql`select count(distinct how_many)::int as many from told`);
      expect(rows).toEqual([{ many: 4001 }]);
    });
  });

  it('leave out what is there already where that is wanted, and tell how many were written', async () => {
    await within(async (tx) => {
      await tx.execute(sql`alter table told add primary key (id)`);
      const other = { ...full, id: crypto.randomUUID() };
      expect(await insertRows(tx, told, [full])).toBe(1);
      expect(await insertRows(tx, told, [full, other], { orNothing: true })).toBe(1);
      const { rows } = await tx.execute(sql`select count(*)::int as many from told`);
      expect(rows).toEqual([{ many: 2 }]);
    });
  });

  it('obey the rules of the table, all or none', async () => {
    await within(async (tx) => {
      const titleless = { ...full, title: null as unknown as string };
      await expect(tx.transaction((own) => insertRows(own, told, [full, titleless]))).rejects.toThrow();
      const { rows } = await tx.execute(sql`select count(*)::int as many from told`);
      expect(rows).toEqual([{ many: 0 }]);
    });
  });
});
