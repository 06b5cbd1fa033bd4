import { anonymous, newId, secretDigits, system } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { makeDivisions, yiwu } from '@tongxin/divisions/testing';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openKeys } from '../keys.ts';
import { outgoingCodes, phoneCodes, signIns, signInThrottle } from '../schema.ts';
import { builtInSender, type CodeMessage, type SmsSender } from '../sms.ts';
import { makeAccount, testKeys, testSecret } from '../testing.ts';
import {
  checkPassword,
  disableAccount,
  sendPhoneCode,
  sweepSignIns,
  takePhoneCode,
  type From,
} from './index.ts';

const start = Temporal.Instant.from('2026-11-21T07:00:00Z');
const keys = openKeys(testSecret);
const right = 'the right password';
const wrong = 'not the right one';

let database: TestDatabase;
let house: Context;
let clock = start;

beforeAll(async () => {
  database = await testDatabase();
  house = { municipality: database, actor: system, now: () => clock, keys: testKeys };
  await makeDivisions(house);
});
afterAll(() => database.close());

const visitor = (): Context => ({ ...house, actor: anonymous });
const refused = (code: string) => expect.objectContaining({ code });
let addresses = 0;
const newAddress = () => `198.51.100.${(addresses += 1)}`;
const at = (address: string, device: string | null = null) => ({
  from: { address, device } satisfies From,
  keys,
});
let phones = 0;
const newPhone = () => `1390000${String((phones += 1)).padStart(4, '0')}`;

const outcomes = async (tries: Promise<unknown>[]) => {
  const results = await Promise.allSettled(tries);
  const codes = results.map((result) =>
    result.status === 'fulfilled' ? 'yes' : String((result.reason as { code?: string }).code),
  );
  return Object.fromEntries(
    Map.groupBy(codes, (code) => code)
      .entries()
      .map(([code, all]) => [code, all.length]),
  );
};

describe('a password', () => {
  const person = async () => {
    const username = `name-${newId()}`;
    const { accountId } = await makeAccount(house, { divisionCode: yiwu, username, password: right });
    return { username, accountId };
  };

  it('opens its account, in capitals or not, and no other', async () => {
    const { username, accountId } = await person();
    expect(await checkPassword(visitor(), { username, password: right }, at(newAddress()))).toEqual({
      accountId,
    });
    await expect(checkPassword(visitor(), { username, password: wrong }, at(newAddress()))).rejects.toEqual(
      refused('accounts.sign_in_failed'),
    );
  });

  it('gets the same answer for unknown, closed and passwordless accounts as when it is wrong', async () => {
    const { username, accountId } = await person();
    await disableAccount(house, { accountId, reason: '离任' });
    await makeAccount(house, { divisionCode: yiwu, username: 'without-password' });
    for (const name of [username, 'nobody-at-all', 'without-password']) {
      await expect(
        checkPassword(visitor(), { username: name, password: right }, at(newAddress())),
      ).rejects.toEqual(refused('accounts.sign_in_failed'));
    }
  });

  it('is looked at five times in fifteen minutes; the right one is refused too until they are over', async () => {
    const { username, accountId } = await person();
    const address = newAddress();
    for (let index = 0; index < 5; index += 1) {
      await expect(checkPassword(visitor(), { username, password: wrong }, at(address))).rejects.toEqual(
        refused('accounts.sign_in_failed'),
      );
    }
    await expect(checkPassword(visitor(), { username, password: right }, at(address))).rejects.toMatchObject({
      code: 'accounts.sign_in_locked',
      facts: { until: clock.add({ minutes: 15 }).toString() },
    });
    clock = clock.add({ minutes: 15 });
    expect(await checkPassword(visitor(), { username, password: right }, at(address))).toEqual({ accountId });
  });

  it('is counted for unknown names alike', async () => {
    const address = newAddress();
    const guess = () => checkPassword(visitor(), { username: 'nobody-at-all', password: wrong }, at(address));
    expect(await outcomes(Array.from({ length: 8 }, guess))).toEqual({
      'accounts.sign_in_failed': 5,
      'accounts.sign_in_locked': 3,
    });
  });

  it('guessed by somebody elsewhere does not lock the person out', async () => {
    const { username, accountId } = await person();
    const attacker = newAddress();
    const guesses = Array.from({ length: 20 }, () =>
      checkPassword(visitor(), { username, password: wrong }, at(attacker)),
    );
    expect(await outcomes(guesses)).toEqual({ 'accounts.sign_in_failed': 5, 'accounts.sign_in_locked': 15 });
    expect(await checkPassword(visitor(), { username, password: right }, at(newAddress()))).toEqual({
      accountId,
    });
    // Not even from the same network, on the computer where they have signed in before.
    expect(
      await checkPassword(visitor(), { username, password: right }, at(attacker, 'a known device')),
    ).toEqual({ accountId });
  });

  it('guessed two hundred times at once is looked at five times', async () => {
    const { username } = await person();
    const address = newAddress();
    const guesses = Array.from({ length: 200 }, () =>
      checkPassword(visitor(), { username, password: wrong }, at(address)),
    );
    expect(await outcomes(guesses)).toEqual({ 'accounts.sign_in_failed': 5, 'accounts.sign_in_locked': 195 });
  });

  it('tried under many names from one address stops at fifty in an hour', async () => {
    const address = newAddress();
    const sprayed = async (count: number, password: string) => {
      const tries = Array.from({ length: count }, () =>
        checkPassword(visitor(), { username: `guess-${newId()}`, password }, at(address)),
      );
      return outcomes(tries);
    };
    expect(await sprayed(60, wrong)).toEqual({
      'accounts.sign_in_failed': 50,
      'accounts.sign_in_locked': 10,
    });
    clock = clock.add({ hours: 1 });
    expect(await sprayed(1, wrong)).toEqual({ 'accounts.sign_in_failed': 1 });
  });

  it('that was right does not count against the address', async () => {
    const { username } = await person();
    const address = newAddress();
    for (let index = 0; index < 7; index += 1)
      await checkPassword(visitor(), { username, password: right }, at(address));
    const key = `password-address:${keys.throttle(address)}`;
    const [row] = await database.db
      .select({ tries: signInThrottle.tries })
      .from(signInThrottle)
      .where(eq(signInThrottle.key, key));
    expect(row?.tries).toEqual([]);
  });

  it('keeps neither names nor addresses in the throttle', async () => {
    const rows = await database.db.select({ key: signInThrottle.key }).from(signInThrottle);
    for (const { key } of rows) expect(key).toMatch(/^[a-z-]+:[0-9a-f-]{32,36}$/);
  });
});

/** A sender that remembers. */
function remembering(): SmsSender & { sent: CodeMessage[] } {
  const sent: CodeMessage[] = [];
  return { kind: 'gateway', sent, send: async (message) => void sent.push(message) };
}

describe('asking for a code', () => {
  it('sends six digits to the telephone of an account and keeps neither', async () => {
    const phone = newPhone();
    const { accountId } = await makeAccount(house, { divisionCode: yiwu, phone });
    const sender = remembering();
    const { requestId, expiresAt } = await sendPhoneCode(visitor(), phone, {
      address: newAddress(),
      keys,
      sender,
    });
    expect(sender.sent).toEqual([{ phone, code: expect.stringMatching(/^\d{6}$/), minutes: 5 }]);
    expect(expiresAt).toEqual(clock.add({ minutes: 5 }));
    const [row] = await database.db
      .select({
        accountId: phoneCodes.accountId,
        codeHash: phoneCodes.codeHash,
        phoneHash: phoneCodes.phoneHash,
      })
      .from(phoneCodes)
      .where(eq(phoneCodes.requestId, requestId));
    expect(row?.accountId).toBe(accountId);
    expect(JSON.stringify(row)).not.toContain(sender.sent[0]!.code);
    expect(JSON.stringify(row)).not.toContain(phone);
    expect(await takePhoneCode(visitor(), { requestId, code: sender.sent[0]!.code }, keys)).toEqual({
      accountId,
    });
  });

  it('answers alike for a number that nobody has, sends nothing, and no code fits', async () => {
    const sender = remembering();
    const { requestId } = await sendPhoneCode(visitor(), newPhone(), { address: newAddress(), keys, sender });
    expect(sender.sent).toEqual([]);
    await expect(takePhoneCode(visitor(), { requestId, code: '000000' }, keys)).rejects.toEqual(
      refused('accounts.code_wrong'),
    );
  });

  it('again is possible after a minute, five times an hour, ten times a day', async () => {
    const phone = newPhone();
    const ask = () => sendPhoneCode(visitor(), phone, { address: newAddress(), keys, sender: remembering() });
    const begin = clock;
    await ask();
    await expect(ask()).rejects.toMatchObject({
      code: 'accounts.send_too_soon',
      facts: { until: begin.add({ minutes: 1 }).toString() },
    });
    for (const minutes of [1, 2, 3, 4]) {
      clock = begin.add({ minutes });
      await ask();
    }
    clock = begin.add({ minutes: 5 });
    await expect(ask()).rejects.toMatchObject({
      code: 'accounts.send_too_many',
      facts: { until: begin.add({ hours: 1 }).toString() },
    });
    for (const minutes of [60, 61, 62, 63, 64]) {
      clock = begin.add({ minutes });
      await ask();
    }
    clock = begin.add({ hours: 5 });
    await expect(ask()).rejects.toMatchObject({
      code: 'accounts.send_too_many',
      facts: { until: begin.add({ hours: 24 }).toString() },
    });
    clock = begin.add({ hours: 24 });
    await ask();
  });

  it('many times at once sends one', async () => {
    const phone = newPhone();
    await makeAccount(house, { divisionCode: yiwu, phone });
    const sender = remembering();
    const asks = Array.from({ length: 20 }, () =>
      sendPhoneCode(visitor(), phone, { address: newAddress(), keys, sender }),
    );
    expect(await outcomes(asks)).toEqual({ yes: 1, 'accounts.send_too_soon': 19 });
    expect(sender.sent).toHaveLength(1);
  });

  it('for many numbers from one address stops at thirty in an hour', async () => {
    const address = newAddress();
    const asks = Array.from({ length: 40 }, () =>
      sendPhoneCode(visitor(), newPhone(), { address, keys, sender: remembering() }),
    );
    expect(await outcomes(asks)).toEqual({ yes: 30, 'accounts.send_too_many': 10 });
  });

  it('is refused where signing in by telephone is closed', async () => {
    await expect(
      sendPhoneCode(visitor(), newPhone(), { address: newAddress(), keys, sender: null }),
    ).rejects.toEqual(refused('accounts.phone_closed'));
  });

  it('reaches developers through the built-in sender', async () => {
    const phone = newPhone();
    await makeAccount(house, { divisionCode: yiwu, phone });
    const sender = builtInSender(database, () => clock);
    const { delivery } = await sendPhoneCode(visitor(), phone, { address: newAddress(), keys, sender });
    await delivery;
    expect(await database.db.$count(outgoingCodes, eq(outgoingCodes.phone, phone))).toBe(1);
  });
});

describe('a code', () => {
  async function asked() {
    const phone = newPhone();
    const { accountId } = await makeAccount(house, { divisionCode: yiwu, phone });
    const sender = remembering();
    const { requestId } = await sendPhoneCode(visitor(), phone, { address: newAddress(), keys, sender });
    const { code } = sender.sent[0]!;
    return { accountId, requestId, code, other: code === '000000' ? '000001' : '000000' };
  }

  it('works once', async () => {
    const { requestId, code, accountId } = await asked();
    expect(await takePhoneCode(visitor(), { requestId, code }, keys)).toEqual({ accountId });
    await expect(takePhoneCode(visitor(), { requestId, code }, keys)).rejects.toEqual(
      refused('accounts.code_ended'),
    );
  });

  it('entered two hundred times at once lets exactly one in', async () => {
    const { requestId, code } = await asked();
    const tries = Array.from({ length: 200 }, () => takePhoneCode(visitor(), { requestId, code }, keys));
    expect(await outcomes(tries)).toEqual({ yes: 1, 'accounts.code_ended': 199 });
  });

  it('guessed a thousand times at once is compared five times, and is then dead', async () => {
    const { requestId, code } = await asked();
    const guesses = Array.from({ length: 1000 }, () => {
      const guess = secretDigits(6);
      return takePhoneCode(visitor(), { requestId, code: guess === code ? '999999' : guess }, keys);
    });
    expect(await outcomes(guesses)).toEqual({ 'accounts.code_wrong': 5, 'accounts.code_ended': 995 });
    await expect(takePhoneCode(visitor(), { requestId, code }, keys)).rejects.toEqual(
      refused('accounts.code_ended'),
    );
  });

  it('belongs to the request that asked for it', async () => {
    const mine = await asked();
    const theirs = await asked();
    await expect(
      takePhoneCode(
        visitor(),
        { requestId: theirs.requestId, code: mine.code === theirs.code ? theirs.other : mine.code },
        keys,
      ),
    ).rejects.toEqual(refused('accounts.code_wrong'));
    await expect(takePhoneCode(visitor(), { requestId: newId(), code: mine.code }, keys)).rejects.toEqual(
      refused('accounts.code_ended'),
    );
  });

  it('lasts five minutes, the end excluded', async () => {
    const { requestId, code, other } = await asked();
    const issued = clock;
    clock = issued.add({ minutes: 5 }).subtract({ milliseconds: 1 });
    await expect(takePhoneCode(visitor(), { requestId, code: other }, keys)).rejects.toEqual(
      refused('accounts.code_wrong'),
    );
    clock = issued.add({ minutes: 5 });
    await expect(takePhoneCode(visitor(), { requestId, code }, keys)).rejects.toEqual(
      refused('accounts.code_ended'),
    );
  });

  it('ends when the account is closed', async () => {
    const { requestId, code, accountId } = await asked();
    await disableAccount(house, { accountId, reason: '离任' });
    await expect(takePhoneCode(visitor(), { requestId, code }, keys)).rejects.toEqual(
      refused('accounts.code_ended'),
    );
  });
});

it('what signing in leaves behind is swept after two days, and nothing newer', async () => {
  const phone = newPhone();
  const { accountId } = await makeAccount(house, { divisionCode: yiwu, phone });
  const sender = builtInSender(database, () => clock);
  const ask = async () => {
    const { requestId, delivery } = await sendPhoneCode(visitor(), phone, {
      address: newAddress(),
      keys,
      sender,
    });
    await delivery;
    return requestId;
  };
  await ask();
  const ended = {
    id: newId(),
    userId: accountId,
    token: newId(),
    expiresAt: clock.toString(),
    createdAt: clock.toString(),
    updatedAt: clock.toString(),
  };
  await database.db.insert(signIns).values(ended);
  clock = clock.add({ hours: 49 });
  const kept = await ask();
  await sweepSignIns(house);
  expect(await database.db.select({ requestId: phoneCodes.requestId }).from(phoneCodes)).toEqual([
    { requestId: kept },
  ]);
  expect(await database.db.$count(outgoingCodes)).toBe(1);
  expect(await database.db.$count(signIns)).toBe(0);
  expect(await database.db.$count(signInThrottle)).toBe(3);
});
