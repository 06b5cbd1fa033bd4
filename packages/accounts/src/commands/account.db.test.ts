import { newId, system } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { beiyuan, dongyang, hengdian, makeDivisions, suxi, yiwu } from '@tongxin/divisions/testing';
import { organisations } from '@tongxin/organisations/schema';
import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { passwordMatches } from '../password.ts';
import { accountJournal, accounts, credentials, grants, signIns, twoFactors } from '../schema.ts';
import { actorWith, makeAccount, testKeys } from '../testing.ts';
import {
  changePassword,
  createAccount,
  disableAccount,
  enableAccount,
  grantRole,
  resetTotp,
  revokeGrant,
  setPassword,
  setPhone,
} from './index.ts';

const now = Temporal.Instant.from('2026-11-21T07:00:00Z');
const strange = '0190a000-0000-7000-8000-0000000000ff';
const department = newId<'organisation'>();
const cityDepartment = newId<'organisation'>();

let database: TestDatabase;
let house: Context;

beforeAll(async () => {
  database = await testDatabase();
  house = { municipality: database, actor: system, now: () => now, keys: testKeys };
  await makeDivisions(house);
  await database.db.insert(organisations).values([
    { id: department, kind: 'department', name: '义乌市住建局', divisionCode: yiwu },
    { id: cityDepartment, kind: 'department', name: '金华市住建局', divisionCode: '3307' },
  ]);
});
afterAll(() => database.close());

const as = (actor: Context['actor']): Context => ({ ...house, actor });
async function countyOffice() {
  return as(await makeAccount(house, { grants: [{ role: 'county_office', divisionCode: yiwu }] }));
}
async function cityOffice() {
  return as(await makeAccount(house, { grants: [{ role: 'city_office', divisionCode: '3307' }] }));
}
const refused = (code: string) => expect.objectContaining({ code });

async function journalOf(accountId: string) {
  return database.db
    .select({
      action: accountJournal.action,
      actorId: accountJournal.actorId,
      reason: accountJournal.reason,
      facts: accountJournal.facts,
    })
    .from(accountJournal)
    .where(eq(accountJournal.accountId, accountId))
    .orderBy(asc(accountJournal.id));
}

async function signedIn(accountId: string): Promise<void> {
  const at = now.toString();
  await database.db.insert(signIns).values({
    id: newId(),
    userId: accountId,
    token: newId(),
    expiresAt: now.add({ hours: 1 }).toString(),
    createdAt: at,
    updatedAt: at,
  });
}
const signInCount = (accountId: string) => database.db.$count(signIns, eq(signIns.userId, accountId));

describe('making an account', () => {
  it('writes it with a hashed password, a hashed telephone and an entry', async () => {
    const office = await countyOffice();
    const wish = {
      name: '演示主持人',
      divisionCode: suxi,
      username: 'suxi.host',
      password: '樟树今年开花很早呀',
      phone: '13900000001',
      reason: '新到任',
    };
    const { accountId } = await createAccount(office, wish);
    const [row] = await database.db
      .select({
        username: accounts.username,
        hash: accounts.phoneHash,
        tail: accounts.phoneTail,
        password: credentials.password,
      })
      .from(accounts)
      .innerJoin(credentials, eq(credentials.userId, accounts.id))
      .where(eq(accounts.id, accountId));
    expect(row).toMatchObject({ username: 'suxi.host', tail: '0001' });
    expect(row?.hash).not.toContain('139');
    expect(row?.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwordMatches(row!.password, '樟树今年开花很早呀')).toBe(true);
    expect(await journalOf(accountId)).toEqual([
      {
        action: 'created',
        actorId: office.actor.kind === 'account' ? office.actor.accountId : '',
        reason: '新到任',
        facts: { divisionCode: suxi },
      },
    ]);
  });

  it('is refused outside one’s own places, and to those who look after nothing', async () => {
    const wish = { name: '演示主持人', divisionCode: hengdian, phone: '13900000002', reason: '新到任' };
    await expect(createAccount(await countyOffice(), wish)).rejects.toEqual(
      refused('accounts.beyond_own_scope'),
    );
    const host = actorWith([{ role: 'host', divisionCode: hengdian }]);
    await expect(createAccount(as(host), wish)).rejects.toEqual(refused('accounts.role_not_yours'));
    await expect(createAccount(as({ kind: 'anonymous' }), wish)).rejects.toEqual(
      refused('accounts.not_found'),
    );
    await expect(createAccount(house, { ...wish, divisionCode: '990101' })).rejects.toEqual(
      refused('divisions.not_found'),
    );
  });

  it('under one name or telephone succeeds for exactly one of many at once', async () => {
    const named = (index: number) =>
      createAccount(house, {
        name: `演示${index}`,
        divisionCode: suxi,
        username: 'only.one',
        password: '樟树今年开花很早呀',
        reason: '新到任',
      });
    const byName = await Promise.allSettled(Array.from({ length: 12 }, (_, index) => named(index)));
    const lost = byName.filter((result) => result.status === 'rejected');
    expect(lost).toHaveLength(11);
    for (const { reason } of lost) expect(reason).toEqual(refused('accounts.username_taken'));
    const called = () =>
      createAccount(house, { name: '演示', divisionCode: suxi, phone: '13900000003', reason: '新到任' });
    const byPhone = await Promise.allSettled(Array.from({ length: 12 }, called));
    expect(byPhone.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of byPhone)
      if (result.status === 'rejected') expect(result.reason).toEqual(refused('accounts.phone_taken'));
  });
});

describe('granting a role', () => {
  it('writes the grant and an entry, and ends the sign-ins', async () => {
    const office = await countyOffice();
    const person = await makeAccount(house, { divisionCode: suxi });
    await signedIn(person.accountId);
    const { grantId } = await grantRole(office, {
      accountId: person.accountId as never,
      role: 'host',
      divisionCode: suxi,
      lastDay: '2026-12-31',
      reason: '代班',
    });
    const [row] = await database.db
      .select({
        role: grants.role,
        validFrom: grants.validFrom,
        validTo: grants.validTo,
        grantedBy: grants.grantedBy,
      })
      .from(grants)
      .where(eq(grants.id, grantId));
    expect(row).toEqual({
      role: 'host',
      validFrom: now,
      // The whole of the last day in the city.
      validTo: Temporal.Instant.from('2026-12-31T16:00:00Z'),
      grantedBy: office.actor.kind === 'account' ? office.actor.accountId : '',
    });
    expect(await signInCount(person.accountId)).toBe(0);
    const [entry] = await journalOf(person.accountId);
    expect(entry).toMatchObject({
      action: 'granted',
      reason: '代班',
      facts: { role: 'host', divisionCode: suxi },
    });
  });

  it('over a unit is judged by where the unit works', async () => {
    const person = await makeAccount(house, { divisionCode: yiwu });
    const wish = { accountId: person.accountId as never, role: 'department_clerk', reason: '经办' } as const;
    await grantRole(await countyOffice(), { ...wish, organisationId: department });
    await expect(
      grantRole(await countyOffice(), { ...wish, organisationId: cityDepartment }),
    ).rejects.toEqual(refused('accounts.beyond_own_scope'));
    await expect(grantRole(await countyOffice(), { ...wish, organisationId: strange })).rejects.toEqual(
      refused('organisations.not_found'),
    );
  });

  it('is refused for strangers, oneself, other roles, other scopes and days gone by', async () => {
    const office = await countyOffice();
    const person = await makeAccount(house, { divisionCode: suxi });
    const wish = {
      accountId: person.accountId as never,
      role: 'host',
      divisionCode: suxi,
      reason: '到任',
    } as const;
    const faraway = await makeAccount(house, { divisionCode: hengdian });
    await expect(grantRole(office, { ...wish, accountId: faraway.accountId as never })).rejects.toEqual(
      refused('accounts.not_found'),
    );
    await expect(grantRole(office, { ...wish, accountId: strange as never })).rejects.toEqual(
      refused('accounts.not_found'),
    );
    const self = office.actor.kind === 'account' ? office.actor.accountId : '';
    await expect(grantRole(office, { ...wish, accountId: self as never })).rejects.toEqual(
      refused('accounts.own_account'),
    );
    await expect(grantRole(office, { ...wish, role: 'city_office', divisionCode: '3307' })).rejects.toEqual(
      refused('accounts.role_not_yours'),
    );
    await expect(grantRole(office, { ...wish, divisionCode: hengdian })).rejects.toEqual(
      refused('accounts.beyond_own_scope'),
    );
    await expect(grantRole(office, { ...wish, divisionCode: yiwu })).rejects.toEqual(
      refused('accounts.wrong_scope'),
    );
    await expect(grantRole(office, { ...wish, lastDay: '2026-11-20' })).rejects.toEqual(
      refused('accounts.period'),
    );
    expect(await journalOf(person.accountId)).toEqual([]);
  });

  it('twice at once gives it once; again for later days is another grant', async () => {
    const office = await countyOffice();
    const person = await makeAccount(house, { divisionCode: suxi });
    const wish = {
      accountId: person.accountId as never,
      role: 'host',
      divisionCode: suxi,
      lastDay: '2026-12-31',
      reason: '到任',
    } as const;
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => grantRole(office, wish)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toEqual(refused('accounts.already_granted'));
    await grantRole(office, { ...wish, firstDay: '2027-01-01', lastDay: '2027-12-31' });
    expect(await journalOf(person.accountId)).toHaveLength(2);
  });
});

describe('taking a role back', () => {
  async function hosted() {
    const person = await makeAccount(house, { grants: [{ role: 'host', divisionCode: suxi }] });
    const [row] = await database.db
      .select({ id: grants.id })
      .from(grants)
      .where(eq(grants.accountId, person.accountId));
    return { person, grantId: row!.id };
  }

  it('ends it and the sign-ins, and writes an entry', async () => {
    const { person, grantId } = await hosted();
    await signedIn(person.accountId);
    await revokeGrant(await countyOffice(), { grantId, reason: '调离' });
    const [row] = await database.db
      .select({ revokedAt: grants.revokedAt })
      .from(grants)
      .where(eq(grants.id, grantId));
    expect(row?.revokedAt).toEqual(now);
    expect(await signInCount(person.accountId)).toBe(0);
    expect(await journalOf(person.accountId)).toMatchObject([
      { action: 'revoked', reason: '调离', facts: { role: 'host' } },
    ]);
  });

  it('is refused for grants of other places, higher roles and one’s own', async () => {
    const { grantId } = await hosted();
    const other = as(
      await makeAccount(house, { grants: [{ role: 'county_office', divisionCode: dongyang }] }),
    );
    await expect(revokeGrant(other, { grantId, reason: '调离' })).rejects.toEqual(
      refused('accounts.grant_not_found'),
    );
    await expect(revokeGrant(other, { grantId: strange, reason: '调离' })).rejects.toEqual(
      refused('accounts.grant_not_found'),
    );
    const higher = await makeAccount(house, {
      divisionCode: yiwu,
      grants: [{ role: 'auditor', divisionCode: yiwu }],
    });
    const [held] = await database.db
      .select({ id: grants.id })
      .from(grants)
      .where(eq(grants.accountId, higher.accountId));
    await expect(revokeGrant(await countyOffice(), { grantId: held!.id, reason: '调离' })).rejects.toEqual(
      refused('accounts.role_not_yours'),
    );
    const city = await makeAccount(house, {
      divisionCode: yiwu,
      grants: [{ role: 'host', divisionCode: hengdian }],
    });
    const [abroad] = await database.db
      .select({ id: grants.id })
      .from(grants)
      .where(eq(grants.accountId, city.accountId));
    await expect(revokeGrant(await countyOffice(), { grantId: abroad!.id, reason: '调离' })).rejects.toEqual(
      refused('accounts.beyond_own_scope'),
    );
  });

  it('succeeds once of many at once', async () => {
    const { person, grantId } = await hosted();
    const office = await countyOffice();
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, () => revokeGrant(office, { grantId, reason: '调离' })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toEqual(refused('accounts.grant_ended'));
    expect(await journalOf(person.accountId)).toHaveLength(1);
  });
});

describe('a password', () => {
  it('is set by the office, which ends the sign-ins and leaves an entry without it', async () => {
    const person = await makeAccount(house, { divisionCode: beiyuan, password: 'the first password' });
    await signedIn(person.accountId);
    await setPassword(await countyOffice(), {
      accountId: person.accountId,
      password: 'the second password',
      reason: '忘记了',
    });
    const [row] = await database.db
      .select({ password: credentials.password })
      .from(credentials)
      .where(eq(credentials.userId, person.accountId));
    expect(await passwordMatches(row!.password, 'the second password')).toBe(true);
    expect(await signInCount(person.accountId)).toBe(0);
    const entries = await journalOf(person.accountId);
    expect(entries).toMatchObject([{ action: 'password_set', reason: '忘记了', facts: {} }]);
  });

  it('of somebody who holds more than the office could give is not theirs to set', async () => {
    const person = await makeAccount(house, {
      divisionCode: yiwu,
      password: 'the first password',
      grants: [{ role: 'city_office', divisionCode: '3307' }],
    });
    const wish = { accountId: person.accountId, password: 'the second password', reason: '忘记了' };
    await expect(setPassword(await countyOffice(), wish)).rejects.toEqual(refused('accounts.above_you'));
    await setPassword(await cityOffice(), wish);
    const member = await makeAccount(house, { divisionCode: yiwu });
    await expect(setPassword(await countyOffice(), { ...wish, accountId: member.accountId })).rejects.toEqual(
      refused('accounts.no_username'),
    );
  });

  it('is changed by whoever knows it, five tries at a time', async () => {
    const person = await makeAccount(house, { divisionCode: yiwu, password: 'the first password' });
    const own = as(person);
    await signedIn(person.accountId);
    await changePassword(own, { current: 'the first password', next: 'the second password' });
    expect(await signInCount(person.accountId)).toBe(0);
    expect(await journalOf(person.accountId)).toMatchObject([
      { action: 'password_set', actorId: person.accountId },
    ]);
    const wrong = () => changePassword(own, { current: 'something else', next: 'the third password' });
    for (let index = 0; index < 4; index += 1)
      await expect(wrong()).rejects.toEqual(refused('accounts.password_wrong'));
    await expect(wrong()).rejects.toEqual(refused('accounts.sign_in_locked'));
    await expect(changePassword(as({ kind: 'anonymous' }), { current: '', next: '' })).rejects.toEqual(
      refused('accounts.not_signed_in'),
    );
    const member = await makeAccount(house, { divisionCode: yiwu });
    await expect(changePassword(as(member), { current: 'x', next: 'the third password' })).rejects.toEqual(
      refused('accounts.no_username'),
    );
  });

  it('set by two offices at once is one of the two, with both entries', async () => {
    const person = await makeAccount(house, { divisionCode: yiwu, password: 'the first password' });
    const office = await countyOffice();
    const both = ['the second password', 'the third password'];
    await Promise.all(
      both.map((password) => setPassword(office, { accountId: person.accountId, password, reason: '重设' })),
    );
    const [row] = await database.db
      .select({ password: credentials.password })
      .from(credentials)
      .where(eq(credentials.userId, person.accountId));
    const matching = await Promise.all(both.map((password) => passwordMatches(row!.password, password)));
    expect(matching.filter(Boolean)).toHaveLength(1);
    expect(await journalOf(person.accountId)).toHaveLength(2);
  });
});

describe('a telephone', () => {
  it('given to many accounts at once goes to one', async () => {
    const office = await countyOffice();
    const people = await Promise.all(
      Array.from({ length: 8 }, () => makeAccount(house, { divisionCode: yiwu })),
    );
    const results = await Promise.allSettled(
      people.map(({ accountId }) => setPhone(office, { accountId, phone: '13900000021', reason: '换号' })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toEqual(refused('accounts.phone_taken'));
    }
  });

  it('is set by the office, once per number', async () => {
    const person = await makeAccount(house, { divisionCode: yiwu });
    const other = await makeAccount(house, { divisionCode: yiwu });
    const office = await countyOffice();
    await signedIn(person.accountId);
    await setPhone(office, { accountId: person.accountId, phone: '13900000011', reason: '换号' });
    expect(await signInCount(person.accountId)).toBe(0);
    expect(await journalOf(person.accountId)).toMatchObject([{ action: 'phone_set', facts: {} }]);
    await expect(
      setPhone(office, { accountId: other.accountId, phone: '13900000011', reason: '换号' }),
    ).rejects.toEqual(refused('accounts.phone_taken'));
    await expect(
      setPhone(as({ kind: 'anonymous' }), {
        accountId: other.accountId,
        phone: '13900000012',
        reason: '换号',
      }),
    ).rejects.toEqual(refused('accounts.not_found'));
  });
});

describe('an authenticator', () => {
  it('taken off by two at once is taken off once', async () => {
    const person = await makeAccount(house, { divisionCode: yiwu, twoFactorEnabled: true });
    const office = await countyOffice();
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, () => resetTotp(office, { accountId: person.accountId, reason: '手机丢失' })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await journalOf(person.accountId)).toHaveLength(1);
  });

  it('is taken off by the office, which ends the sign-ins', async () => {
    const person = await makeAccount(house, { divisionCode: yiwu, twoFactorEnabled: true });
    await database.db
      .insert(twoFactors)
      .values({ id: newId(), userId: person.accountId, secret: 'sealed', backupCodes: 'sealed' });
    await signedIn(person.accountId);
    const office = await countyOffice();
    await resetTotp(office, { accountId: person.accountId, reason: '手机丢失' });
    expect(await database.db.$count(twoFactors, eq(twoFactors.userId, person.accountId))).toBe(0);
    expect(await signInCount(person.accountId)).toBe(0);
    expect(await journalOf(person.accountId)).toMatchObject([{ action: 'totp_reset', reason: '手机丢失' }]);
    await expect(resetTotp(office, { accountId: person.accountId, reason: '手机丢失' })).rejects.toEqual(
      refused('accounts.no_totp'),
    );
    await expect(resetTotp(as(person), { accountId: person.accountId, reason: '手机丢失' })).rejects.toEqual(
      refused('accounts.not_found'),
    );
  });
});

describe('closing an account', () => {
  it('ends its sign-ins, and opening it again gives the grants back', async () => {
    const person = await makeAccount(house, { grants: [{ role: 'host', divisionCode: suxi }] });
    const office = await countyOffice();
    await signedIn(person.accountId);
    await disableAccount(office, { accountId: person.accountId, reason: '离任' });
    expect(await signInCount(person.accountId)).toBe(0);
    await expect(disableAccount(office, { accountId: person.accountId, reason: '离任' })).rejects.toEqual(
      refused('accounts.already_disabled'),
    );
    await enableAccount(office, { accountId: person.accountId, reason: '回任' });
    await expect(enableAccount(office, { accountId: person.accountId, reason: '回任' })).rejects.toEqual(
      refused('accounts.not_disabled'),
    );
    expect((await journalOf(person.accountId)).map(({ action }) => action)).toEqual(['disabled', 'enabled']);
  });

  it('is refused for the accounts of other places and of higher roles', async () => {
    const faraway = await makeAccount(house, { grants: [{ role: 'host', divisionCode: hengdian }] });
    const higher = await makeAccount(house, {
      divisionCode: yiwu,
      grants: [{ role: 'operator', divisionCode: '3307' }],
    });
    await expect(
      disableAccount(await countyOffice(), { accountId: faraway.accountId, reason: '离任' }),
    ).rejects.toEqual(refused('accounts.not_found'));
    await expect(
      disableAccount(await cityOffice(), { accountId: higher.accountId, reason: '离任' }),
    ).rejects.toEqual(refused('accounts.above_you'));
  });

  it('by two at once happens once', async () => {
    const person = await makeAccount(house, { divisionCode: yiwu });
    const office = await countyOffice();
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, () =>
        disableAccount(office, { accountId: person.accountId, reason: '离任' }),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await journalOf(person.accountId)).toHaveLength(1);
  });
});

it('the account’s record cannot be rewritten by the application', async () => {
  const change = database.db.update(accountJournal).set({ reason: 'nothing happened' });
  await expect(change).rejects.toMatchObject({ cause: { code: '42501' } });
  await expect(database.db.delete(accountJournal)).rejects.toMatchObject({ cause: { code: '42501' } });
});
