import { createAccount } from '@tongxin/accounts/commands';
import { findAccountByName, listGrants } from '@tongxin/accounts/queries';
import { testKeys } from '@tongxin/accounts/testing';
import { system, type Actor } from '@tongxin/core';
import { makeDivisions } from '@tongxin/divisions/testing';
import { accountOf } from '@tongxin/issues/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openOperator, type Operator } from './operator-scene.ts';

let operator: Operator;
beforeAll(async () => {
  operator = await openOperator();
  await makeDivisions(contextOf(system));
});
afterAll(() => operator.close());

const contextOf = (actor: Actor) => ({
  municipality: operator.database,
  actor,
  now: () => Temporal.Now.instant(),
  keys: testKeys,
});
const add = (...words: string[]) => operator.run('operator add', { words });

it('the first account of a new town is an operator’s, who may open the offices’ accounts', async () => {
  const { code, said } = await add('wang.ops', '演示运维');
  expect(code).toBe(0);
  expect(said[0]).toMatch(/演示运维 signs in at \/admin\/ as wang\.ops with the password\n\n {2}\S{20}\n/);
  const account = await findAccountByName(contextOf(system), 'wang.ops');
  const grants = await listGrants(contextOf(system), account!.id);
  expect(grants).toMatchObject([{ role: 'operator', divisionCode: '3307', organisationId: null }]);
  const made = await createAccount(
    contextOf(accountOf('operator', { divisionCode: grants[0]!.divisionCode! })),
    {
      name: '演示市办',
      username: 'city.office',
      password: 'a-long-password-of-the-test',
      divisionCode: '3307',
      reason: '开通账号',
    },
  );
  expect(made.accountId).toBeTypeOf('string');
});

it('a name that is taken, or none at all, makes nothing', async () => {
  expect((await add('wang.ops', '演示运维')).code).toBe(1);
  const unnamed = await add('li.ops');
  expect([unnamed.code, unnamed.said.at(-1)]).toEqual([2, 'Say who it is: operator add wang.ops 王工']);
  expect((await add()).code).toBe(2);
  expect(await findAccountByName(contextOf(system), 'li.ops')).toBeNull();
});
