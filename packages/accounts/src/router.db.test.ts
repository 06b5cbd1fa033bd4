import { anonymous, system, type Actor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { makeDivisions, suxi, yiwu } from '@tongxin/divisions/testing';
import { callerFactory, type RequestContext } from '@tongxin/trpc';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountsRouter } from './router.ts';
import { actorWith, makeAccount, testKeys, type WantedGrant } from './testing.ts';

const now = Temporal.Instant.from('2026-11-21T07:00:00Z');
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await makeDivisions({ municipality: database });
});
afterAll(() => database.close());

const context = (actor: Actor): RequestContext => ({
  municipality: database,
  actor,
  now: () => now,
  keys: testKeys,
  house: { demo: true, phone: true, outbox: true },
});
const callerOf = callerFactory(accountsRouter);

type Procedure = (input?: unknown) => Promise<unknown>;
const names = Object.keys(accountsRouter._def.procedures);
const call = (actor: Actor, name: string, input?: unknown) =>
  (callerOf(context(actor)) as unknown as Record<string, Procedure>)[name]!(input).then(
    () => 'ok',
    (error: { code: string }) => error.code,
  );

/** An input that the door lets through; what is behind it may still say no. */
const inputs = (accountId: string): Record<string, unknown> => ({
  me: undefined,
  outbox: undefined,
  changePassword: { current: 'not this one', next: 'a new password' },
  list: {},
  get: { accountId },
  create: { name: '演示', divisionCode: suxi, phone: '13900000031', reason: '新到任' },
  grant: { accountId, role: 'host', divisionCode: suxi, reason: '到任' },
  revoke: { grantId: accountId, reason: '调离' },
  setPassword: { accountId, password: 'a new password', reason: '重设' },
  setPhone: { accountId, phone: '13900000032', reason: '换号' },
  resetTotp: { accountId, reason: '手机丢失' },
  disable: { accountId, reason: '离任' },
  enable: { accountId, reason: '回任' },
});

describe('the doors', () => {
  it('are all in this table', () => expect(Object.keys(inputs('')).toSorted()).toEqual(names.toSorted()));

  const open = ['me', 'outbox'];
  const grants: Record<string, WantedGrant> = {
    host: { role: 'host', divisionCode: suxi },
    member: { role: 'member', divisionCode: yiwu },
    department_clerk: { role: 'department_clerk', organisationId: '0190a000-0000-7000-8000-000000000001' },
  };

  it('are closed to whoever has not signed in, but for two', async () => {
    for (const name of names) {
      const answer = await call(anonymous, name, inputs('0190a000-0000-7000-8000-000000000001')[name]);
      expect([name, answer]).toEqual([name, open.includes(name) ? 'ok' : 'UNAUTHORIZED']);
    }
  });

  it.each(Object.keys(grants))('show a %s nothing but their own account', async (role) => {
    const other = await makeAccount(context(system), { divisionCode: suxi });
    for (const name of names) {
      if (open.includes(name) || name === 'changePassword') continue;
      expect([name, await call(actorWith([grants[role]!]), name, inputs(other.accountId)[name])]).toEqual([
        name,
        'NOT_FOUND',
      ]);
    }
  });

  it('let an auditor read and change nothing', async () => {
    const other = await makeAccount(context(system), { divisionCode: suxi });
    const auditor = actorWith([{ role: 'auditor', divisionCode: yiwu }]);
    for (const name of names) {
      if (open.includes(name) || name === 'changePassword') continue;
      const answer = await call(auditor, name, inputs(other.accountId)[name]);
      expect([name, answer]).toEqual([name, ['list', 'get'].includes(name) ? 'ok' : 'NOT_FOUND']);
    }
  });

  it('let no county’s office reach another county’s account, which is not there for them', async () => {
    const other = await makeAccount(context(system), { divisionCode: suxi });
    const office = actorWith([{ role: 'county_office', divisionCode: '330783' }]);
    for (const name of [
      'get',
      'grant',
      'revoke',
      'setPassword',
      'setPhone',
      'resetTotp',
      'disable',
      'enable',
    ]) {
      expect([name, await call(office, name, inputs(other.accountId)[name])]).toEqual([name, 'NOT_FOUND']);
    }
  });
});

describe('nonsense', () => {
  const texts = [
    '',
    ' ',
    '\u0000',
    '\ud800',
    '‮演示',
    "'; drop table accounts; --",
    '<script>1</script>',
    '🧧'.repeat(50),
    'x'.repeat(10_000),
  ];
  const values = [
    null,
    undefined,
    0,
    -1,
    1e308,
    Number.NaN,
    true,
    [],
    {},
    ...texts,
    '9999-12-31',
    '0000-01-01',
    '2026-02-30',
    ['__proto__'],
  ];

  it('in any field is refused or taken as text, and is never a fault', async () => {
    const operator = await makeAccount(context(system), {
      divisionCode: '3307',
      grants: [{ role: 'operator', divisionCode: '3307' }],
    });
    const extras: Record<string, object> = {
      list: { search: 'x', role: 'host', limit: 5, after: { name: 'x', id: operator.accountId } },
      create: { username: 'some.name', password: 'a long password' },
      grant: { firstDay: '2026-12-01', lastDay: '2026-12-31' },
    };
    for (const name of names) {
      const target = await makeAccount(context(system), { divisionCode: suxi });
      const whole = { ...(inputs(target.accountId)[name] as object | undefined), ...extras[name] };
      for (const value of values) {
        for (const field of [...Object.keys(whole), 'unknownField']) {
          const answer = await call(operator, name, { ...whole, [field]: value });
          expect([name, field, value, answer === 'INTERNAL_SERVER_ERROR']).toEqual([
            name,
            field,
            value,
            false,
          ]);
        }
        expect([name, value, (await call(operator, name, value)) === 'INTERNAL_SERVER_ERROR']).toEqual([
          name,
          value,
          false,
        ]);
        for (const part of ['name', 'id']) {
          const input = { after: { name: 'x', id: operator.accountId, [part]: value } };
          if (name === 'list')
            expect([part, value, (await call(operator, name, input)) === 'INTERNAL_SERVER_ERROR']).toEqual([
              part,
              value,
              false,
            ]);
        }
      }
    }
  });
});
