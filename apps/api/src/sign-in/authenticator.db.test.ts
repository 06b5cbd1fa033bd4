import { accountJournal, twoFactors } from '@tongxin/accounts/schema';
import { makeAccount } from '@tongxin/accounts/testing';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  authenticator,
  openSignInScene,
  password,
  session,
  staffGrant,
  username,
  type SignInScene,
} from './sign-in-scene.ts';

let scene: SignInScene;
beforeAll(async () => {
  scene = await openSignInScene();
});
afterAll(() => scene.close());

describe('staff outside the demo', () => {
  async function host() {
    const name = username();
    const actor = await makeAccount(scene.house, { username: name, password, grants: [staffGrant] });
    return { name, actor };
  }

  /** A host who has set up an authenticator, signed out again. */
  async function ready() {
    const { name, actor } = await host();
    const browser = scene.browser();
    await browser.post('/sign-in/username', { username: name, password });
    const { body } = await browser.post('/two-factor/enable', { password });
    const uri = body.totpURI as string;
    await browser.post('/two-factor/verify-totp', { code: authenticator(uri) });
    await browser.post('/sign-out', {});
    return { name, actor, uri };
  }

  it('hold nothing until they have set up an authenticator, and then what they were granted', async () => {
    const { name, actor } = await host();
    const browser = scene.browser();
    await browser.post('/sign-in/username', { username: name, password });
    expect(await browser.who()).toMatchObject({ accountId: actor.accountId, grants: [] });
    expect(await browser.post('/two-factor/enable', { password: 'not this one' })).toMatchObject({
      status: 403,
      body: { refusal: 'accounts.password_wrong' },
    });
    const { status, body } = await browser.post('/two-factor/enable', { password });
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(['totpURI']);
    const uri = new URL(body.totpURI as string);
    expect(decodeURIComponent(uri.pathname)).toBe(`/同心汇:${name}`);
    const before = browser.jar.get(session);
    expect(await browser.post('/two-factor/verify-totp', { code: '000000' })).toMatchObject({
      status: 401,
      body: { refusal: 'accounts.totp_wrong' },
    });
    expect(await browser.post('/two-factor/verify-totp', { code: authenticator(uri.href) })).toMatchObject({
      status: 200,
      body: { signedIn: true },
    });
    expect(browser.jar.get(session)).not.toBe(before);
    expect(await browser.who()).toMatchObject({ grants: [{ role: 'host' }] });
    const [sealed] = await scene.database.db
      .select({ secret: twoFactors.secret })
      .from(twoFactors)
      .where(eq(twoFactors.userId, actor.accountId));
    expect(sealed!.secret).not.toContain(uri.searchParams.get('secret')!);
    const entries = await scene.database.db
      .select({ action: accountJournal.action, actorId: accountJournal.actorId })
      .from(accountJournal)
      .where(eq(accountJournal.accountId, actor.accountId));
    expect(entries).toEqual([{ action: 'totp_set', actorId: actor.accountId }]);
    expect(await browser.post('/two-factor/enable', { password })).toMatchObject({
      status: 409,
      body: { refusal: 'accounts.totp_already_set' },
    });
  });

  it('sign in with password and code; the password alone opens nothing', async () => {
    const { name, actor, uri } = await ready();
    const browser = scene.browser();
    const first = await browser.post('/sign-in/username', { username: name, password });
    expect(first).toMatchObject({ status: 200, body: { twoFactorRedirect: true } });
    expect(browser.jar.has(session)).toBe(false);
    expect(
      browser.last.filter((line) => line.startsWith(`${session}=`) && !line.includes('Max-Age=0')),
    ).toEqual([]);
    expect(await browser.who()).toEqual({ kind: 'anonymous' });
    expect(await browser.post('/two-factor/verify-totp', { code: authenticator(uri, 1) })).toMatchObject({
      status: 200,
      body: { signedIn: true },
    });
    expect(await browser.who()).toMatchObject({ accountId: actor.accountId, grants: [{ role: 'host' }] });
  });

  it('use each code once', async () => {
    const { name, uri } = await ready();
    const code = authenticator(uri, 1);
    const attempt = async () => {
      const browser = scene.browser();
      await browser.post('/sign-in/username', { username: name, password });
      const answer = await browser.post('/two-factor/verify-totp', { code });
      return { ...answer, who: (await browser.who()).kind };
    };
    expect(await attempt()).toMatchObject({ status: 200, who: 'account' });
    expect(await attempt()).toMatchObject({
      status: 401,
      body: { refusal: 'accounts.totp_wrong' },
      who: 'anonymous',
    });
  });

  it('have five tries per sign-in and ten in a row per account', async () => {
    const { name, uri } = await ready();
    const wrong = authenticator(uri, 20);
    const browser = scene.browser();
    const tries = async (count: number) => {
      const refusals: unknown[] = [];
      for (let index = 0; index < count; index += 1)
        refusals.push((await browser.post('/two-factor/verify-totp', { code: wrong })).body.refusal);
      return refusals;
    };
    await browser.post('/sign-in/username', { username: name, password });
    expect(await tries(6)).toEqual([
      ...Array.from({ length: 5 }, () => 'accounts.totp_wrong'),
      'accounts.totp_ended',
    ]);
    await browser.post('/sign-in/username', { username: name, password });
    expect(await tries(5)).toEqual(Array.from({ length: 5 }, () => 'accounts.totp_wrong'));
    await browser.post('/sign-in/username', { username: name, password });
    expect(await browser.post('/two-factor/verify-totp', { code: authenticator(uri, 1) })).toMatchObject({
      status: 429,
      body: { refusal: 'accounts.totp_locked' },
    });
  });

  it('are not asked for it in the demo', async () => {
    const demo = await scene.open({ DEMO: '1' });
    const { name } = await host();
    const browser = scene.browser(demo);
    await browser.post('/sign-in/username', { username: name, password });
    expect(await browser.who()).toMatchObject({ grants: [{ role: 'host' }] });
    await demo.close();
  });
});
