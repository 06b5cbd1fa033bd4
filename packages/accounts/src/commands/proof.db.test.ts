import { newId } from '@tongxin/core';
import { beiyuan, yiwu } from '@tongxin/divisions/testing';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { passwordMatches } from '../password.ts';
import { credentials, twoFactors } from '../schema.ts';
import { makeAccount } from '../testing.ts';
import { openScene, refused, type Scene } from './account-scene.ts';
import { changePassword, resetTotp, setPassword, setPhone } from './index.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

describe('a password', () => {
  it('is set by the office, which ends the sign-ins and leaves an entry without it', async () => {
    const person = await makeAccount(scene.house, { divisionCode: beiyuan, password: 'the first password' });
    await scene.signedIn(person.accountId);
    await setPassword(await scene.countyOffice(), {
      accountId: person.accountId,
      password: 'the second password',
      reason: '忘记了',
    });
    const [row] = await scene.database.db
      .select({ password: credentials.password })
      .from(credentials)
      .where(eq(credentials.userId, person.accountId));
    expect(await passwordMatches(row!.password, 'the second password')).toBe(true);
    expect(await scene.signInCount(person.accountId)).toBe(0);
    const entries = await scene.journalOf(person.accountId);
    expect(entries).toMatchObject([{ action: 'password_set', reason: '忘记了', facts: {} }]);
  });

  it('of somebody who holds more than the office could give is not theirs to set', async () => {
    const person = await makeAccount(scene.house, {
      divisionCode: yiwu,
      password: 'the first password',
      grants: [{ role: 'city_office', divisionCode: '3307' }],
    });
    const wish = { accountId: person.accountId, password: 'the second password', reason: '忘记了' };
    await expect(setPassword(await scene.countyOffice(), wish)).rejects.toEqual(
      refused('accounts.above_you'),
    );
    await setPassword(await scene.cityOffice(), wish);
    const member = await makeAccount(scene.house, { divisionCode: yiwu });
    await expect(
      setPassword(await scene.countyOffice(), { ...wish, accountId: member.accountId }),
    ).rejects.toEqual(refused('accounts.no_username'));
  });

  it('is changed by whoever knows it, five tries at a time', async () => {
    const person = await makeAccount(scene.house, { divisionCode: yiwu, password: 'the first password' });
    const own = scene.as(person);
    await scene.signedIn(person.accountId);
    await changePassword(own, { current: 'the first password', next: 'the second password' });
    expect(await scene.signInCount(person.accountId)).toBe(0);
    expect(await scene.journalOf(person.accountId)).toMatchObject([
      { action: 'password_set', actorId: person.accountId },
    ]);
    const wrong = () => changePassword(own, { current: 'something else', next: 'the third password' });
    for (let index = 0; index < 4; index += 1)
      await expect(wrong()).rejects.toEqual(refused('accounts.password_wrong'));
    await expect(wrong()).rejects.toEqual(refused('accounts.sign_in_locked'));
    await expect(changePassword(scene.as({ kind: 'anonymous' }), { current: '', next: '' })).rejects.toEqual(
      refused('accounts.not_signed_in'),
    );
    const member = await makeAccount(scene.house, { divisionCode: yiwu });
    await expect(
      changePassword(scene.as(member), { current: 'x', next: 'the third password' }),
    ).rejects.toEqual(refused('accounts.no_username'));
  });

  it('set by two offices at once is one of the two, with both entries', async () => {
    const person = await makeAccount(scene.house, { divisionCode: yiwu, password: 'the first password' });
    const office = await scene.countyOffice();
    const both = ['the second password', 'the third password'];
    await Promise.all(
      both.map((password) => setPassword(office, { accountId: person.accountId, password, reason: '重设' })),
    );
    const [row] = await scene.database.db
      .select({ password: credentials.password })
      .from(credentials)
      .where(eq(credentials.userId, person.accountId));
    const matching = await Promise.all(both.map((password) => passwordMatches(row!.password, password)));
    expect(matching.filter(Boolean)).toHaveLength(1);
    expect(await scene.journalOf(person.accountId)).toHaveLength(2);
  });
});

describe('a telephone', () => {
  it('given to many accounts at once goes to one', async () => {
    const office = await scene.countyOffice();
    const people = await Promise.all(
      Array.from({ length: 8 }, () => makeAccount(scene.house, { divisionCode: yiwu })),
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
    const person = await makeAccount(scene.house, { divisionCode: yiwu });
    const other = await makeAccount(scene.house, { divisionCode: yiwu });
    const office = await scene.countyOffice();
    await scene.signedIn(person.accountId);
    await setPhone(office, { accountId: person.accountId, phone: '13900000011', reason: '换号' });
    expect(await scene.signInCount(person.accountId)).toBe(0);
    expect(await scene.journalOf(person.accountId)).toMatchObject([{ action: 'phone_set', facts: {} }]);
    await expect(
      setPhone(office, { accountId: other.accountId, phone: '13900000011', reason: '换号' }),
    ).rejects.toEqual(refused('accounts.phone_taken'));
    await expect(
      setPhone(scene.as({ kind: 'anonymous' }), {
        accountId: other.accountId,
        phone: '13900000012',
        reason: '换号',
      }),
    ).rejects.toEqual(refused('accounts.not_found'));
  });
});

describe('an authenticator', () => {
  it('taken off by two at once is taken off once', async () => {
    const person = await makeAccount(scene.house, { divisionCode: yiwu, twoFactorEnabled: true });
    const office = await scene.countyOffice();
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, () => resetTotp(office, { accountId: person.accountId, reason: '手机丢失' })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await scene.journalOf(person.accountId)).toHaveLength(1);
  });

  it('is taken off by the office, which ends the sign-ins', async () => {
    const person = await makeAccount(scene.house, { divisionCode: yiwu, twoFactorEnabled: true });
    await scene.database.db
      .insert(twoFactors)
      .values({ id: newId(), userId: person.accountId, secret: 'sealed', backupCodes: 'sealed' });
    await scene.signedIn(person.accountId);
    const office = await scene.countyOffice();
    await resetTotp(office, { accountId: person.accountId, reason: '手机丢失' });
    expect(await scene.database.db.$count(twoFactors, eq(twoFactors.userId, person.accountId))).toBe(0);
    expect(await scene.signInCount(person.accountId)).toBe(0);
    expect(await scene.journalOf(person.accountId)).toMatchObject([
      { action: 'totp_reset', reason: '手机丢失' },
    ]);
    await expect(resetTotp(office, { accountId: person.accountId, reason: '手机丢失' })).rejects.toEqual(
      refused('accounts.no_totp'),
    );
    await expect(
      resetTotp(scene.as(person), { accountId: person.accountId, reason: '手机丢失' }),
    ).rejects.toEqual(refused('accounts.not_found'));
  });
});
