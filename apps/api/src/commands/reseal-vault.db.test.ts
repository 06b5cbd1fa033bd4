import { system } from '@tongxin/core';
import { resealIdentities, revealIdentity } from '@tongxin/issues/commands';
import { makeIssue, makeIssueIn, sceneOf, type Scene } from '@tongxin/issues/testing';
import { contextOf, makeTown } from '@tongxin/matters/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openOperator, type Operator } from './operator-scene.ts';

const contact = { name: '演示居民甲', phone: '139 0000 7788', address: '演示地址' };
const kept = 7;
/** The key of the tests, `test`, and the one that takes over from it. */
const [older, newer] = [7, 8].map((byte) => Buffer.alloc(32, byte).toString('base64'));
const both = { VAULT_KEY: newer, VAULT_KEY_ID: 'k2', VAULT_KEYS_OLD: `test:${older}` };
const onlyNew = { VAULT_KEY: newer, VAULT_KEY_ID: 'k2' };

let operator: Operator;
let scene: Scene;
let matterId: string;
beforeAll(async () => {
  operator = await openOperator();
  scene = sceneOf(operator.database, await makeTown(operator.database));
  const issues = await Promise.all(
    Array.from({ length: kept }, () => makeIssueIn(scene, 'accepted', { contact })),
  );
  matterId = issues[0]!.id;
  await makeIssue(scene);
});
afterAll(() => operator.close());

const reseal = (set: Record<string, string | undefined>) => operator.run('vault reseal', { set });

async function keyIds(): Promise<string[]> {
  const owner = new pg.Client({ connectionString: operator.database.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ key_id: string }>('select key_id from m3307_vault.identities');
  await owner.end();
  return rows.map((row) => row.key_id);
}
const reveal = (keys: Record<string, string | undefined>) =>
  revealIdentity(
    { ...contextOf(operator.database, scene.people.host), keys: operator.configWith(keys).keys },
    { id: matterId, reason: '约居民到现场看灯。' },
  );

it('without the key that older identities lie under, resealing stops and leaves everything as it was', async () => {
  await expect(reseal(onlyNew)).rejects.toThrow('the vault key test is not configured');
  expect(new Set(await keyIds())).toEqual(new Set(['test']));
});

it('a resealing that was cut short goes on where it stopped, and the old key is not needed afterwards', async () => {
  const ctx = { ...contextOf(operator.database, system), keys: operator.configWith(both).keys };
  await resealIdentities(ctx, { limit: 3 });
  expect((await keyIds()).toSorted()).toEqual(['k2', 'k2', 'k2', 'test', 'test', 'test', 'test']);
  expect(await reveal(both)).toEqual(contact);
  expect(await reseal(both)).toMatchObject({
    code: 0,
    said: [`${kept} identities, 4 brought under k2 now, none under another key`],
    progress: [`\r${kept} identities looked at, 4 brought under k2`, '\n'],
  });
  expect(await keyIds()).toEqual(Array.from({ length: kept }, () => 'k2'));
  expect(await reveal(onlyNew)).toEqual(contact);
});

it('resealing again, with the old key gone, changes nothing', async () => {
  expect(await reseal(onlyNew)).toMatchObject({
    code: 0,
    said: [`${kept} identities, 0 brought under k2 now, none under another key`],
  });
});
