import { accountJournal, accounts } from '@tongxin/accounts/schema';
import { makeAccount, testKeys } from '@tongxin/accounts/testing';
import { system } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { makeDivisions, suxi } from '@tongxin/divisions/testing';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openOperator, type Operator } from './operator-scene.ts';

let operator: Operator;
let house: Context;
beforeAll(async () => {
  operator = await openOperator();
  const now = () => Temporal.Now.instant();
  house = { municipality: operator.database, actor: system, now, keys: testKeys };
  await makeDivisions(house);
});
afterAll(() => operator.close());

const reset = (...words: string[]) => operator.run('authenticator reset', { words });
const host = (username: string, twoFactorEnabled: boolean) =>
  makeAccount(house, {
    username,
    twoFactorEnabled,
    name: '演示主持人',
    grants: [{ role: 'host', divisionCode: suxi }],
  });

it('the operator takes an authenticator off, and the account’s record says why', async () => {
  const { accountId } = await host('suxi.host', true);
  expect(await reset('Suxi.Host', 'telephone', 'lost')).toMatchObject({
    code: 0,
    said: ['演示主持人 sets up a new authenticator at the next sign-in'],
  });
  const [account] = await operator.database.db
    .select({ on: accounts.twoFactorEnabled })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  expect(account).toEqual({ on: false });
  const entries = await operator.database.db
    .select({ action: accountJournal.action, reason: accountJournal.reason })
    .from(accountJournal)
    .where(eq(accountJournal.accountId, accountId));
  expect(entries).toEqual([{ action: 'totp_reset', reason: 'telephone lost' }]);
});

it('an account that nobody has or that has none is named, and a reason is asked for', async () => {
  await host('without.one', false);
  expect(await reset('nobody.here', 'lost')).toMatchObject({
    code: 1,
    said: ['Nobody has the user name nobody.here.'],
  });
  const none = await reset('without.one', 'lost');
  expect([none.code, none.said[0]]).toEqual([1, expect.stringContaining('authenticator')]);
  expect((await reset('without.one')).code).toBe(2);
});
