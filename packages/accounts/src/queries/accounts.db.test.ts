import { anonymous, newId, system } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { hengdian, makeDivisions, suxi, yiwu } from '@tongxin/divisions/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grantRole, revokeGrant } from '../commands/index.ts';
import { outgoingCodes } from '../schema.ts';
import { actorWith, makeAccount, testKeys } from '../testing.ts';
import {
  findAccountByName,
  getAccount,
  getMe,
  listAccounts,
  listGrants,
  listOutgoingCodes,
} from './index.ts';

const now = Temporal.Instant.from('2026-11-21T07:00:00Z');
let database: TestDatabase;
let house: Context;

beforeAll(async () => {
  database = await testDatabase();
  house = { municipality: database, actor: system, now: () => now, keys: testKeys };
  await makeDivisions(house);
});
afterAll(() => database.close());

const as = (actor: Context['actor']): Context => ({ ...house, actor });
const countyOffice = () => as(actorWith([{ role: 'county_office', divisionCode: yiwu }]));
const cityOffice = () => as(actorWith([{ role: 'city_office', divisionCode: '3307' }]));

describe('the list of accounts', () => {
  it('shows an office the accounts of its places, page by page, by name', async () => {
    for (const name of ['名丙', '名甲', '名乙', '名甲'])
      await makeAccount(house, { name, divisionCode: suxi });
    const faraway = await makeAccount(house, { name: '名丁', divisionCode: hengdian });
    const seen: string[] = [];
    let after: { name: string; id: never } | undefined;
    for (let page = 0; page < 3; page += 1) {
      const { accounts, next } = await listAccounts(countyOffice(), { search: '名', limit: 2, after });
      seen.push(...accounts.map(({ name }) => name));
      if (next === null) break;
      after = next as never;
    }
    expect(seen).toEqual(['名丙', '名乙', '名甲', '名甲'].toSorted());
    const all = await listAccounts(cityOffice(), { search: '名', limit: 50 });
    expect(all.accounts.map(({ id }) => id)).toContain(faraway.accountId);
  });

  it('shows nothing to hosts, members, clerks of units and strangers', async () => {
    const others = [
      actorWith([{ role: 'host', divisionCode: suxi }]),
      actorWith([{ role: 'member', divisionCode: yiwu }]),
      actorWith([]),
      anonymous,
    ];
    for (const actor of others) expect((await listAccounts(as(actor), { limit: 50 })).accounts).toEqual([]);
  });

  it('finds by role held today, and says who may look after whom', async () => {
    const host = await makeAccount(house, {
      name: '演示主持',
      grants: [{ role: 'host', divisionCode: suxi }],
    });
    const both = await makeAccount(house, {
      name: '演示主持兼',
      divisionCode: yiwu,
      grants: [
        { role: 'host', divisionCode: suxi },
        { role: 'city_office', divisionCode: '3307' },
      ],
    });
    const { accounts } = await listAccounts(countyOffice(), { role: 'host', limit: 50 });
    const byId = new Map(accounts.map((account) => [account.id, account]));
    expect(byId.get(host.accountId)?.may.administer).toEqual({ allowed: true });
    expect(byId.get(host.accountId)?.grants).toMatchObject([{ role: 'host', divisionName: '苏溪镇' }]);
    expect(byId.get(both.accountId)?.may.administer).toEqual({ allowed: false, code: 'accounts.above_you' });
  });

  it('takes a search that looks like a pattern as it is', async () => {
    await makeAccount(house, { name: '100%_名', divisionCode: suxi });
    expect((await listAccounts(countyOffice(), { search: '100%_', limit: 5 })).accounts).toHaveLength(1);
    expect((await listAccounts(countyOffice(), { search: '%', limit: 5 })).accounts).toHaveLength(0);
  });
});

describe('one account', () => {
  it('is shown with every grant and its record, also after the grant has ended', async () => {
    const { accountId } = await makeAccount(house, { divisionCode: suxi });
    const { grantId } = await grantRole(house, {
      accountId: accountId as never,
      role: 'host',
      divisionCode: suxi,
      reason: '到任',
    });
    await revokeGrant(house, { grantId, reason: '调离' });
    const account = await getAccount(countyOffice(), accountId);
    expect(account.grants).toMatchObject([{ role: 'host', reason: '到任', revokedAt: now }]);
    expect(account.history.map(({ action }) => action)).toEqual(['revoked', 'granted']);
  });

  it('of another place is not there', async () => {
    const { accountId } = await makeAccount(house, { divisionCode: hengdian });
    await expect(getAccount(countyOffice(), accountId)).rejects.toMatchObject({ code: 'accounts.not_found' });
    await expect(listGrants(countyOffice(), accountId)).rejects.toMatchObject({ code: 'accounts.not_found' });
    await expect(listGrants(as(anonymous), accountId)).rejects.toMatchObject({ code: 'accounts.not_found' });
  });
});

describe('who am I', () => {
  it('is nobody before signing in', async () => {
    expect(await getMe(as(anonymous), { demo: true, phone: true, outbox: true })).toEqual({
      demo: true,
      phone: true,
      outbox: true,
      account: null,
    });
  });

  it('says what one holds now, and that resting grants wait for the authenticator', async () => {
    const host = await makeAccount(house, {
      name: '演示主持',
      password: 'a long password',
      grants: [{ role: 'host', divisionCode: suxi }],
    });
    await grantRole(house, {
      accountId: host.accountId as never,
      role: 'member',
      divisionCode: yiwu,
      firstDay: '2027-01-01',
      reason: '下年',
    });
    const { account } = await getMe(as(host));
    expect(account).toMatchObject({
      name: '演示主持',
      hasPassword: true,
      hasTotp: false,
      needsTotp: false,
      grants: [{ role: 'host', divisionCode: suxi, divisionName: '苏溪镇' }],
    });
    const resting = await getMe(as({ ...host, grants: [] }));
    expect(resting.account?.needsTotp).toBe(true);
    const member = await makeAccount(house, { divisionCode: yiwu });
    expect((await getMe(as(member))).account?.needsTotp).toBe(false);
  });
});

it('an account is found by its user name, in capitals or not', async () => {
  const { accountId } = await makeAccount(house, { divisionCode: yiwu, username: 'found.by-name' });
  expect((await findAccountByName(house, 'Found.By-Name'))?.id).toBe(accountId);
  expect(await findAccountByName(house, 'found')).toBeNull();
});

it('the outbox shows codes to developers and nobody anywhere else', async () => {
  await database.db
    .insert(outgoingCodes)
    .values({ id: newId(), phone: '13900000009', code: '123456', createdAt: now });
  expect(await listOutgoingCodes(as(anonymous), { outbox: true })).toMatchObject([
    { phone: '13900000009', code: '123456' },
  ]);
  for (const closed of [{ outbox: false }, undefined]) {
    await expect(listOutgoingCodes(house, closed)).rejects.toMatchObject({ code: 'accounts.outbox_closed' });
  }
});
