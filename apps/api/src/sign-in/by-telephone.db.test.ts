import { phoneCodes } from '@tongxin/accounts/schema';
import { makeAccount } from '@tongxin/accounts/testing';
import { yiwu } from '@tongxin/divisions/testing';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  authenticator,
  newPhone,
  openSignInScene,
  password,
  staffGrant,
  username,
  type SignInScene,
} from './sign-in-scene.ts';

let scene: SignInScene;
beforeAll(async () => {
  scene = await openSignInScene();
});
afterAll(() => scene.close());

describe('signing in by telephone', () => {
  const lastCode = async (phone: string) => {
    await expect.poll(() => scene.messages.some((message) => message.phone === phone)).toBe(true);
    return scene.messages.findLast((message) => message.phone === phone)!.code;
  };

  it('takes the code that the gateway brought', async () => {
    const phone = newPhone();
    const actor = await makeAccount(scene.house, { phone, grants: [{ role: 'member', divisionCode: yiwu }] });
    const browser = scene.browser();
    const { status, body } = await browser.post('/phone-code/send', { phone: `+86 ${phone}` });
    expect(status).toBe(200);
    expect(Object.keys(body).toSorted()).toEqual(['expiresAt', 'requestId']);
    const code = await lastCode(phone);
    const other = code === '000000' ? '000001' : '000000';
    expect(
      await browser.post('/sign-in/phone-number', { requestId: body.requestId, code: other }),
    ).toMatchObject({ status: 401, body: { refusal: 'accounts.code_wrong' } });
    expect(await browser.post('/sign-in/phone-number', { requestId: body.requestId, code })).toMatchObject({
      status: 200,
      body: { signedIn: true },
    });
    expect(await browser.who()).toMatchObject({ kind: 'account', accountId: actor.accountId });
    expect(await browser.post('/sign-in/phone-number', { requestId: body.requestId, code })).toMatchObject({
      status: 401,
      body: { refusal: 'accounts.code_ended' },
    });
    expect(await browser.post('/phone-code/send', { phone })).toMatchObject({
      status: 429,
      body: { refusal: 'accounts.send_too_soon' },
    });
  });

  it('answers alike for a number that nobody has', async () => {
    const browser = scene.browser();
    const phone = newPhone();
    const { status, body } = await browser.post('/phone-code/send', { phone });
    expect(status).toBe(200);
    expect(Object.keys(body).toSorted()).toEqual(['expiresAt', 'requestId']);
    expect(scene.messages.some((message) => message.phone === phone)).toBe(false);
    expect(
      await scene.database.db.$count(phoneCodes, eq(phoneCodes.requestId, body.requestId as string)),
    ).toBe(1);
  });

  it('asks staff for their authenticator as well, so that a stolen SIM card is not enough', async () => {
    const phone = newPhone();
    const name = username();
    await makeAccount(scene.house, { phone, username: name, password, grants: [staffGrant] });
    const first = scene.browser();
    await first.post('/sign-in/username', { username: name, password });
    const { body } = await first.post('/two-factor/enable', { password });
    await first.post('/two-factor/verify-totp', { code: authenticator(body.totpURI as string) });
    const browser = scene.browser();
    const sent = await browser.post('/phone-code/send', { phone });
    const code = await lastCode(phone);
    expect(
      await browser.post('/sign-in/phone-number', { requestId: sent.body.requestId, code }),
    ).toMatchObject({ body: { twoFactorRedirect: true } });
    expect(await browser.who()).toEqual({ kind: 'anonymous' });
    await browser.post('/two-factor/verify-totp', { code: authenticator(body.totpURI as string, 1) });
    expect(await browser.who()).toMatchObject({ grants: [{ role: 'host' }] });
  });

  it('can be closed', async () => {
    const closed = await scene.open({ SMS: 'closed' });
    expect(await scene.browser(closed).post('/phone-code/send', { phone: newPhone() })).toMatchObject({
      status: 404,
      body: { refusal: 'accounts.phone_closed' },
    });
    await closed.close();
  });

  it('does not start in production with a sender that only shows the codes, nor without a gateway’s address', async () => {
    await expect(scene.open({ SMS: 'outbox' })).rejects.toThrow('In production the codes must be sent');
    await expect(scene.open({ SMS_GATEWAY_URL: '' })).rejects.toThrow();
  });
});
