import { expect, test } from 'vitest';
import { breaches, withoutSchema } from './migration-sql.ts';

test('a referenced table loses the schema that the generator wrote before it', () => {
  const sql = 'ALTER TABLE "links" ADD FOREIGN KEY ("from_id") REFERENCES "public"."matters"("id");';
  expect(withoutSchema(sql)).toBe(
    'ALTER TABLE "links" ADD FOREIGN KEY ("from_id") REFERENCES "matters"("id");',
  );
});

test.each([
  ['SELECT 1 FROM "public"."matters"', 'schema'],
  [`CREATE TYPE mood AS ENUM ('calm')`, 'enum'],
  ['create or replace trigger touch before update on matters', 'trigger'],
  ['CREATE MATERIALIZED VIEW totals AS SELECT 1', 'materialized'],
  ['CREATE TABLE t ("id" serial PRIMARY KEY)', 'runs out'],
  ['CREATE TABLE t ("id" integer GENERATED ALWAYS AS IDENTITY)', 'runs out'],
])('a migration with %s is refused', (sql, reason) => {
  expect(breaches(sql)).toEqual([expect.stringContaining(reason)]);
});

test('a bigint position, a comment about triggers and a serial number in a text are fine', () => {
  const sql = `-- no trigger here: create trigger x
    CREATE TABLE t ("seq" integer NOT NULL, "position" bigint GENERATED ALWAYS AS IDENTITY, "kind" text);`;
  expect(breaches(sql)).toEqual([]);
});
