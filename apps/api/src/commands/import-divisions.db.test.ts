import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { readConfig } from '../env.ts';
import { commands } from './index.ts';

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'tongxin-'));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

let said: string[] = [];
let progress: string[] = [];
beforeEach(() => {
  [said, progress] = [[], []];
  const listen = (line: string) => void said.push(line);
  vi.spyOn(console, 'log').mockImplementation(listen);
  vi.spyOn(console, 'error').mockImplementation(listen);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => progress.push(String(text)) > 0);
  return () => vi.restoreAllMocks();
});

const run = (flags: Record<string, unknown>) => {
  const secret = Buffer.alloc(32, 1).toString('base64');
  const config = readConfig({
    DATABASE_URL: database.ownerUrl,
    DATA_DIR: folder,
    VAULT_KEY: secret,
    SEAL_KEY: secret,
    RECEIPT_KEY: secret,
    TELEPHONE_KEY: secret,
    AUTH_SECRET: secret,
  });
  return commands['divisions import']!.run({ config, flags, words: [] });
};

it('the places of a city come in once, with the progress and the count of each level', async () => {
  expect(await run({ city: '3307' })).toBe(0);
  expect(said).toEqual([
    'province  new 1, changed 0, closed 0, as before 0',
    'city      new 1, changed 0, closed 0, as before 0',
    'county    new 9, changed 0, closed 0, as before 0',
    'township  new 146, changed 0, closed 0, as before 0',
    'village   new 3300, changed 0, closed 0, as before 0',
  ]);
  expect(progress.at(-2)).toBe('\r665276 of 665276 rows read');
  said = [];
  expect(await run({ city: '3307' })).toBe(0);
  expect(said.at(-1)).toBe('village   new 0, changed 0, closed 0, as before 3300');
});

it('a city that the list does not have is refused with a sentence', async () => {
  expect(await run({ city: '9999' })).toBe(1);
  expect(said).toEqual([
    'The list of divisions has no city with this code. Write its four digits; Jinhua is 3307.',
  ]);
});

it('nothing comes in until somebody says what', async () => {
  expect(await run({})).toBe(2);
  expect(said).toEqual(['Say which: --city 3307, or --all.']);
});
