import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { resealIdentities, revealIdentity } from '@tongxin/issues/commands';
import { makeIssue, makeIssueIn, sceneOf, type Scene } from '@tongxin/issues/testing';
import { contextOf, makeTown } from '@tongxin/matters/testing';
import { system } from '@tongxin/core';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { readConfig } from '../env.ts';
import { commands } from './index.ts';

const contact = { name: '演示居民甲', phone: '139 0000 7788', address: '演示地址' };
const kept = 7;
/** The key of the tests, `test`, and the one that takes over from it. */
const [older, newer] = [7, 8].map((byte) => Buffer.alloc(32, byte).toString('base64'));

let database: TestDatabase;
let scene: Scene;
let folder: string;
let matterId: string;
beforeAll(async () => {
  database = await testDatabase();
  scene = sceneOf(database, await makeTown(database));
  folder = await mkdtemp(join(tmpdir(), 'tongxin-'));
  const issues = await Promise.all(
    Array.from({ length: kept }, () => makeIssueIn(scene, 'accepted', { contact })),
  );
  matterId = issues[0]!.id;
  await makeIssue(scene);
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

let said: string[] = [];
beforeEach(() => {
  said = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  return () => vi.restoreAllMocks();
});

/** The configuration of an operator who has set these keys. */
const configWith = (keys: Record<string, string | undefined>) =>
  readConfig({
    DATABASE_URL: database.ownerUrl,
    DATA_DIR: folder,
    SEAL_KEY: newer,
    RECEIPT_KEY: newer,
    TELEPHONE_KEY: newer,
    AUTH_SECRET: newer,
    ...keys,
  });
const reseal = (keys: Record<string, string | undefined>) =>
  commands['vault reseal']!.run({ config: configWith(keys), flags: {}, words: [] });
const both = { VAULT_KEY: newer, VAULT_KEY_ID: 'k2', VAULT_KEYS_OLD: `test:${older}` };
const onlyNew = { VAULT_KEY: newer, VAULT_KEY_ID: 'k2' };

async function keyIds(): Promise<string[]> {
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ key_id: string }>('select key_id from m3307_vault.identities');
  await owner.end();
  return rows.map((row) => row.key_id);
}
const reveal = (keys: Record<string, string | undefined>) =>
  revealIdentity(
    { ...contextOf(database, scene.people.host), keys: configWith(keys).keys },
    { id: matterId, reason: '约居民到现场看灯。' },
  );

it('without the key that older identities lie under, resealing stops and leaves everything as it was', async () => {
  await expect(reseal(onlyNew)).rejects.toThrow('the vault key test is not configured');
  expect(new Set(await keyIds())).toEqual(new Set(['test']));
});

it('a resealing that was cut short goes on where it stopped, and the old key is not needed afterwards', async () => {
  const ctx = { ...contextOf(database, system), keys: configWith(both).keys };
  await resealIdentities(ctx, { limit: 3 });
  expect((await keyIds()).toSorted()).toEqual(['k2', 'k2', 'k2', 'test', 'test', 'test', 'test']);
  expect(await reveal(both)).toEqual(contact);
  expect(await reseal(both)).toBe(0);
  expect(said).toEqual([`${kept} identities, 4 brought under k2 now, none under another key`]);
  expect(await keyIds()).toEqual(Array.from({ length: kept }, () => 'k2'));
  expect(await reveal(onlyNew)).toEqual(contact);
});

it('resealing again, with the old key gone, changes nothing', async () => {
  expect(await reseal(onlyNew)).toBe(0);
  expect(said).toEqual([`${kept} identities, 0 brought under k2 now, none under another key`]);
});
