import { eq } from 'drizzle-orm';
import { hengdian, suxi, yiwu } from '@tongxin/divisions/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { passwordMatches } from '../password.ts';
import { accountJournal, accounts, credentials } from '../schema.ts';
import { actorWith, makeAccount } from '../testing.ts';
import { openScene, refused, type Scene } from './account-scene.ts';
import { createAccount, disableAccount, enableAccount } from './index.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

describe('making an account', () => {
  it('writes it with a hashed password, a hashed telephone and an entry', async () => {
    const office = await scene.countyOffice();
    const wish = {
      name: '演示主持人',
      divisionCode: suxi,
      username: 'suxi.host',
      password: '樟树今年开花很早呀',
      phone: '13900000001',
      reason: '新到任',
    };
    const { accountId } = await createAccount(office, wish);
    const [row] = await scene.database.db
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
    expect(await scene.journalOf(accountId)).toEqual([
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
    await expect(createAccount(await scene.countyOffice(), wish)).rejects.toEqual(
      refused('accounts.beyond_own_scope'),
    );
    const host = actorWith([{ role: 'host', divisionCode: hengdian }]);
    await expect(createAccount(scene.as(host), wish)).rejects.toEqual(refused('accounts.role_not_yours'));
    await expect(createAccount(scene.as({ kind: 'anonymous' }), wish)).rejects.toEqual(
      refused('accounts.not_found'),
    );
    await expect(createAccount(scene.house, { ...wish, divisionCode: '990101' })).rejects.toEqual(
      refused('divisions.not_found'),
    );
  });

  it('under one name or telephone succeeds for exactly one of many at once', async () => {
    const named = (index: number) =>
      createAccount(scene.house, {
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
      createAccount(scene.house, {
        name: '演示',
        divisionCode: suxi,
        phone: '13900000003',
        reason: '新到任',
      });
    const byPhone = await Promise.allSettled(Array.from({ length: 12 }, called));
    expect(byPhone.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of byPhone)
      if (result.status === 'rejected') expect(result.reason).toEqual(refused('accounts.phone_taken'));
  });
});

describe('closing an account', () => {
  it('ends its sign-ins, and opening it again gives the grants back', async () => {
    const person = await makeAccount(scene.house, { grants: [{ role: 'host', divisionCode: suxi }] });
    const office = await scene.countyOffice();
    await scene.signedIn(person.accountId);
    await disableAccount(office, { accountId: person.accountId, reason: '离任' });
    expect(await scene.signInCount(person.accountId)).toBe(0);
    await expect(disableAccount(office, { accountId: person.accountId, reason: '离任' })).rejects.toEqual(
      refused('accounts.already_disabled'),
    );
    await enableAccount(office, { accountId: person.accountId, reason: '回任' });
    await expect(enableAccount(office, { accountId: person.accountId, reason: '回任' })).rejects.toEqual(
      refused('accounts.not_disabled'),
    );
    expect((await scene.journalOf(person.accountId)).map(({ action }) => action)).toEqual([
      'disabled',
      'enabled',
    ]);
  });

  it('is refused for the accounts of other places and of higher roles', async () => {
    const faraway = await makeAccount(scene.house, { grants: [{ role: 'host', divisionCode: hengdian }] });
    const higher = await makeAccount(scene.house, {
      divisionCode: yiwu,
      grants: [{ role: 'operator', divisionCode: '3307' }],
    });
    await expect(
      disableAccount(await scene.countyOffice(), { accountId: faraway.accountId, reason: '离任' }),
    ).rejects.toEqual(refused('accounts.not_found'));
    await expect(
      disableAccount(await scene.cityOffice(), { accountId: higher.accountId, reason: '离任' }),
    ).rejects.toEqual(refused('accounts.above_you'));
  });

  it('by two at once happens once', async () => {
    const person = await makeAccount(scene.house, { divisionCode: yiwu });
    const office = await scene.countyOffice();
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, () =>
        disableAccount(office, { accountId: person.accountId, reason: '离任' }),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await scene.journalOf(person.accountId)).toHaveLength(1);
  });
});

it('the account’s record cannot be rewritten by the application', async () => {
  const change = scene.database.db.update(accountJournal).set({ reason: 'nothing happened' });
  await expect(change).rejects.toMatchObject({ cause: { code: '42501' } });
  await expect(scene.database.db.delete(accountJournal)).rejects.toMatchObject({ cause: { code: '42501' } });
});
