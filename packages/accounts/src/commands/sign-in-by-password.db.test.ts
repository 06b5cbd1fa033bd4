import { newId } from '@tongxin/core';
import { yiwu } from '@tongxin/divisions/testing';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInThrottle } from '../schema.ts';
import { makeAccount } from '../testing.ts';
import { checkPassword, disableAccount, type From } from './index.ts';
import { keys, newAddress, openSignInScene, outcomes, refused, type SignInScene } from './sign-in-scene.ts';

const right = 'the right password';
const wrong = 'not the right one';
const at = (address: string, device: string | null = null) => ({
  from: { address, device } satisfies From,
  keys,
});

let scene: SignInScene;
beforeAll(async () => {
  scene = await openSignInScene();
});
afterAll(() => scene.close());

describe('a password', () => {
  const person = async () => {
    const username = `name-${newId()}`;
    const { accountId } = await makeAccount(scene.house, { divisionCode: yiwu, username, password: right });
    return { username, accountId };
  };

  it('opens its account, in capitals or not, and no other', async () => {
    const { username, accountId } = await person();
    expect(await checkPassword(scene.visitor(), { username, password: right }, at(newAddress()))).toEqual({
      accountId,
    });
    await expect(
      checkPassword(scene.visitor(), { username, password: wrong }, at(newAddress())),
    ).rejects.toEqual(refused('accounts.sign_in_failed'));
  });

  it('gets the same answer for unknown, closed and passwordless accounts as when it is wrong', async () => {
    const { username, accountId } = await person();
    await disableAccount(scene.house, { accountId, reason: '离任' });
    await makeAccount(scene.house, { divisionCode: yiwu, username: 'without-password' });
    for (const name of [username, 'nobody-at-all', 'without-password']) {
      await expect(
        checkPassword(scene.visitor(), { username: name, password: right }, at(newAddress())),
      ).rejects.toEqual(refused('accounts.sign_in_failed'));
    }
  });

  it('is looked at five times in fifteen minutes; the right one is refused too until they are over', async () => {
    const { username, accountId } = await person();
    const address = newAddress();
    for (let index = 0; index < 5; index += 1) {
      await expect(
        checkPassword(scene.visitor(), { username, password: wrong }, at(address)),
      ).rejects.toEqual(refused('accounts.sign_in_failed'));
    }
    await expect(
      checkPassword(scene.visitor(), { username, password: right }, at(address)),
    ).rejects.toMatchObject({
      code: 'accounts.sign_in_locked',
      facts: { until: scene.clock.add({ minutes: 15 }).toString() },
    });
    scene.clock = scene.clock.add({ minutes: 15 });
    expect(await checkPassword(scene.visitor(), { username, password: right }, at(address))).toEqual({
      accountId,
    });
  });

  it('is counted for unknown names alike', async () => {
    const address = newAddress();
    const guess = () =>
      checkPassword(scene.visitor(), { username: 'nobody-at-all', password: wrong }, at(address));
    expect(await outcomes(Array.from({ length: 8 }, guess))).toEqual({
      'accounts.sign_in_failed': 5,
      'accounts.sign_in_locked': 3,
    });
  });

  it('guessed by somebody elsewhere does not lock the person out', async () => {
    const { username, accountId } = await person();
    const attacker = newAddress();
    const guesses = Array.from({ length: 20 }, () =>
      checkPassword(scene.visitor(), { username, password: wrong }, at(attacker)),
    );
    expect(await outcomes(guesses)).toEqual({ 'accounts.sign_in_failed': 5, 'accounts.sign_in_locked': 15 });
    expect(await checkPassword(scene.visitor(), { username, password: right }, at(newAddress()))).toEqual({
      accountId,
    });
    // Not even from the same network, on the computer where they have signed in before.
    expect(
      await checkPassword(scene.visitor(), { username, password: right }, at(attacker, 'a known device')),
    ).toEqual({ accountId });
  });

  it('guessed two hundred times at once is looked at five times', async () => {
    const { username } = await person();
    const address = newAddress();
    const guesses = Array.from({ length: 200 }, () =>
      checkPassword(scene.visitor(), { username, password: wrong }, at(address)),
    );
    expect(await outcomes(guesses)).toEqual({ 'accounts.sign_in_failed': 5, 'accounts.sign_in_locked': 195 });
  });

  it('tried under many names from one address stops at fifty in an hour', async () => {
    const address = newAddress();
    const sprayed = async (count: number, password: string) => {
      const tries = Array.from({ length: count }, () =>
        checkPassword(scene.visitor(), { username: `guess-${newId()}`, password }, at(address)),
      );
      return outcomes(tries);
    };
    expect(await sprayed(60, wrong)).toEqual({
      'accounts.sign_in_failed': 50,
      'accounts.sign_in_locked': 10,
    });
    scene.clock = scene.clock.add({ hours: 1 });
    expect(await sprayed(1, wrong)).toEqual({ 'accounts.sign_in_failed': 1 });
  });

  it('that was right does not count against the address', async () => {
    const { username } = await person();
    const address = newAddress();
    for (let index = 0; index < 7; index += 1)
      await checkPassword(scene.visitor(), { username, password: right }, at(address));
    const key = `password-address:${keys.throttle(address)}`;
    const [row] = await scene.database.db
      .select({ tries: signInThrottle.tries })
      .from(signInThrottle)
      .where(eq(signInThrottle.key, key));
    expect(row?.tries).toEqual([]);
  });

  it('keeps neither names nor addresses in the throttle', async () => {
    const rows = await scene.database.db.select({ key: signInThrottle.key }).from(signInThrottle);
    for (const { key } of rows) expect(key).toMatch(/^[a-z-]+:[0-9a-f-]{32,36}$/);
  });
});
