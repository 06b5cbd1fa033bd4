import { newId, secretDigits } from '@tongxin/core';
import { yiwu } from '@tongxin/divisions/testing';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outgoingCodes, phoneCodes, signIns, signInThrottle } from '../schema.ts';
import { builtInSender, type CodeMessage, type SmsSender } from '../sms.ts';
import { makeAccount } from '../testing.ts';
import { disableAccount, sendPhoneCode, sweepSignIns, takePhoneCode } from './index.ts';
import { keys, newAddress, openSignInScene, outcomes, refused, type SignInScene } from './sign-in-scene.ts';

let phones = 0;
const newPhone = () => `1390000${String((phones += 1)).padStart(4, '0')}`;

let scene: SignInScene;
beforeAll(async () => {
  scene = await openSignInScene();
});
afterAll(() => scene.close());

/** A sender that remembers. */
function remembering(): SmsSender & { sent: CodeMessage[] } {
  const sent: CodeMessage[] = [];
  return { kind: 'gateway', sent, send: async (message) => void sent.push(message) };
}

describe('asking for a code', () => {
  it('sends six digits to the telephone of an account and keeps neither', async () => {
    const phone = newPhone();
    const { accountId } = await makeAccount(scene.house, { divisionCode: yiwu, phone });
    const sender = remembering();
    const { requestId, expiresAt } = await sendPhoneCode(scene.visitor(), phone, {
      address: newAddress(),
      keys,
      sender,
    });
    expect(sender.sent).toEqual([{ phone, code: expect.stringMatching(/^\d{6}$/), minutes: 5 }]);
    expect(expiresAt).toEqual(scene.clock.add({ minutes: 5 }));
    const [row] = await scene.database.db
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
    expect(await takePhoneCode(scene.visitor(), { requestId, code: sender.sent[0]!.code }, keys)).toEqual({
      accountId,
    });
  });

  it('answers alike for a number that nobody has, sends nothing, and no code fits', async () => {
    const sender = remembering();
    const { requestId } = await sendPhoneCode(scene.visitor(), newPhone(), {
      address: newAddress(),
      keys,
      sender,
    });
    expect(sender.sent).toEqual([]);
    await expect(takePhoneCode(scene.visitor(), { requestId, code: '000000' }, keys)).rejects.toEqual(
      refused('accounts.code_wrong'),
    );
  });

  it('again is possible after a minute, five times an hour, ten times a day', async () => {
    const phone = newPhone();
    const ask = () =>
      sendPhoneCode(scene.visitor(), phone, { address: newAddress(), keys, sender: remembering() });
    const begin = scene.clock;
    await ask();
    await expect(ask()).rejects.toMatchObject({
      code: 'accounts.send_too_soon',
      facts: { until: begin.add({ minutes: 1 }).toString() },
    });
    for (const minutes of [1, 2, 3, 4]) {
      scene.clock = begin.add({ minutes });
      await ask();
    }
    scene.clock = begin.add({ minutes: 5 });
    await expect(ask()).rejects.toMatchObject({
      code: 'accounts.send_too_many',
      facts: { until: begin.add({ hours: 1 }).toString() },
    });
    for (const minutes of [60, 61, 62, 63, 64]) {
      scene.clock = begin.add({ minutes });
      await ask();
    }
    scene.clock = begin.add({ hours: 5 });
    await expect(ask()).rejects.toMatchObject({
      code: 'accounts.send_too_many',
      facts: { until: begin.add({ hours: 24 }).toString() },
    });
    scene.clock = begin.add({ hours: 24 });
    await ask();
  });

  it('many times at once sends one', async () => {
    const phone = newPhone();
    await makeAccount(scene.house, { divisionCode: yiwu, phone });
    const sender = remembering();
    const asks = Array.from({ length: 20 }, () =>
      sendPhoneCode(scene.visitor(), phone, { address: newAddress(), keys, sender }),
    );
    expect(await outcomes(asks)).toEqual({ yes: 1, 'accounts.send_too_soon': 19 });
    expect(sender.sent).toHaveLength(1);
  });

  it('for many numbers from one address stops at thirty in an hour', async () => {
    const address = newAddress();
    const asks = Array.from({ length: 40 }, () =>
      sendPhoneCode(scene.visitor(), newPhone(), { address, keys, sender: remembering() }),
    );
    expect(await outcomes(asks)).toEqual({ yes: 30, 'accounts.send_too_many': 10 });
  });

  it('is refused where signing in by telephone is closed', async () => {
    await expect(
      sendPhoneCode(scene.visitor(), newPhone(), { address: newAddress(), keys, sender: null }),
    ).rejects.toEqual(refused('accounts.phone_closed'));
  });

  it('reaches developers through the built-in sender', async () => {
    const phone = newPhone();
    await makeAccount(scene.house, { divisionCode: yiwu, phone });
    const sender = builtInSender(scene.database, () => scene.clock);
    const { delivery } = await sendPhoneCode(scene.visitor(), phone, { address: newAddress(), keys, sender });
    await delivery;
    expect(await scene.database.db.$count(outgoingCodes, eq(outgoingCodes.phone, phone))).toBe(1);
  });
});

describe('a code', () => {
  async function asked() {
    const phone = newPhone();
    const { accountId } = await makeAccount(scene.house, { divisionCode: yiwu, phone });
    const sender = remembering();
    const { requestId } = await sendPhoneCode(scene.visitor(), phone, {
      address: newAddress(),
      keys,
      sender,
    });
    const { code } = sender.sent[0]!;
    return { accountId, requestId, code, other: code === '000000' ? '000001' : '000000' };
  }

  it('works once', async () => {
    const { requestId, code, accountId } = await asked();
    expect(await takePhoneCode(scene.visitor(), { requestId, code }, keys)).toEqual({ accountId });
    await expect(takePhoneCode(scene.visitor(), { requestId, code }, keys)).rejects.toEqual(
      refused('accounts.code_ended'),
    );
  });

  it('entered two hundred times at once lets exactly one in', async () => {
    const { requestId, code } = await asked();
    const tries = Array.from({ length: 200 }, () =>
      takePhoneCode(scene.visitor(), { requestId, code }, keys),
    );
    expect(await outcomes(tries)).toEqual({ yes: 1, 'accounts.code_ended': 199 });
  });

  it('guessed a thousand times at once is compared five times, and is then dead', async () => {
    const { requestId, code } = await asked();
    const guesses = Array.from({ length: 1000 }, () => {
      const guess = secretDigits(6);
      return takePhoneCode(scene.visitor(), { requestId, code: guess === code ? '999999' : guess }, keys);
    });
    expect(await outcomes(guesses)).toEqual({ 'accounts.code_wrong': 5, 'accounts.code_ended': 995 });
    await expect(takePhoneCode(scene.visitor(), { requestId, code }, keys)).rejects.toEqual(
      refused('accounts.code_ended'),
    );
  });

  it('belongs to the request that asked for it', async () => {
    const mine = await asked();
    const theirs = await asked();
    await expect(
      takePhoneCode(
        scene.visitor(),
        { requestId: theirs.requestId, code: mine.code === theirs.code ? theirs.other : mine.code },
        keys,
      ),
    ).rejects.toEqual(refused('accounts.code_wrong'));
    await expect(
      takePhoneCode(scene.visitor(), { requestId: newId(), code: mine.code }, keys),
    ).rejects.toEqual(refused('accounts.code_ended'));
  });

  it('lasts five minutes, the end excluded', async () => {
    const { requestId, code, other } = await asked();
    const issued = scene.clock;
    scene.clock = issued.add({ minutes: 5 }).subtract({ milliseconds: 1 });
    await expect(takePhoneCode(scene.visitor(), { requestId, code: other }, keys)).rejects.toEqual(
      refused('accounts.code_wrong'),
    );
    scene.clock = issued.add({ minutes: 5 });
    await expect(takePhoneCode(scene.visitor(), { requestId, code }, keys)).rejects.toEqual(
      refused('accounts.code_ended'),
    );
  });

  it('ends when the account is closed', async () => {
    const { requestId, code, accountId } = await asked();
    await disableAccount(scene.house, { accountId, reason: '离任' });
    await expect(takePhoneCode(scene.visitor(), { requestId, code }, keys)).rejects.toEqual(
      refused('accounts.code_ended'),
    );
  });
});

it('what signing in leaves behind is swept after two days, and nothing newer', async () => {
  const phone = newPhone();
  const { accountId } = await makeAccount(scene.house, { divisionCode: yiwu, phone });
  const sender = builtInSender(scene.database, () => scene.clock);
  const ask = async () => {
    const { requestId, delivery } = await sendPhoneCode(scene.visitor(), phone, {
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
    expiresAt: scene.clock.toString(),
    createdAt: scene.clock.toString(),
    updatedAt: scene.clock.toString(),
  };
  await scene.database.db.insert(signIns).values(ended);
  scene.clock = scene.clock.add({ hours: 49 });
  const kept = await ask();
  await sweepSignIns(scene.house);
  expect(await scene.database.db.select({ requestId: phoneCodes.requestId }).from(phoneCodes)).toEqual([
    { requestId: kept },
  ]);
  expect(await scene.database.db.$count(outgoingCodes)).toBe(1);
  expect(await scene.database.db.$count(signIns)).toBe(0);
  expect(await scene.database.db.$count(signInThrottle)).toBe(3);
});
