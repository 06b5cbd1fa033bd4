import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { openReceipt, submitIssue } from '@tongxin/issues/commands';
import { issueInput } from '@tongxin/issues/testing';
import { contextOf, makeTown } from '@tongxin/matters/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readConfig } from './env.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await makeTown(database);
});
afterAll(() => database.close());

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
/** A resident’s request to a server that was started with these secrets. */
const residentAt = (changed: Record<string, string>) => ({
  ...contextOf(database, { kind: 'anonymous' }),
  keys: readConfig({
    DATABASE_URL: database.ownerUrl,
    DATA_DIR: '/nowhere',
    VAULT_KEY: key(1),
    SEAL_KEY: key(2),
    RECEIPT_KEY: key(3),
    TELEPHONE_KEY: key(4),
    AUTH_SECRET: key(5),
    ...changed,
  }).keys,
});

it('a resident’s receipt still opens after the secret of the sign-ins was changed', async () => {
  const { id, receipt, pin } = await submitIssue(residentAt({}), issueInput());
  const changed = residentAt({ AUTH_SECRET: key(6) });
  expect(await openReceipt(changed, { receipt, pin })).toEqual({ matterId: id });
  await expect(openReceipt(residentAt({ RECEIPT_KEY: key(6) }), { receipt, pin })).rejects.toMatchObject({
    code: 'issues.receipt_or_pin',
  });
});
