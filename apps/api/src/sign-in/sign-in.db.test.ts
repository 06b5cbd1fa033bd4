import { grantRole } from '@tongxin/accounts/commands';
import { signIns } from '@tongxin/accounts/schema';
import { makeAccount } from '@tongxin/accounts/testing';
import { suxi, yiwu } from '@tongxin/divisions/testing';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
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

describe('a cookie of a sign-in', () => {
  it('is bound to this host and to TLS, out of reach of scripts, and nothing else carries the token', async () => {
    const { name, actor } = await scene.member();
    const browser = scene.browser();
    const answer = await browser.post('/sign-in/username', { username: name.toUpperCase(), password });
    expect(answer).toMatchObject({ status: 200, body: { signedIn: true } });
    expect(answer.headers['cache-control']).toBe('no-store');
    const line = browser.last.find((text) => text.startsWith(`${session}=`))!;
    expect(line.split('; ').slice(1).toSorted()).toEqual([
      'HttpOnly',
      'Max-Age=2592000',
      'Path=/',
      'SameSite=Lax',
      'Secure',
    ]);
    for (const other of browser.last)
      expect(other).toMatch(/^__Host-tongxin\.\w+=.*; HttpOnly; Secure; SameSite=Lax$/);
    const token = decodeURIComponent(browser.jar.get(session)!).split('.')[0]!;
    expect(answer.raw).not.toContain(token);
    const rows = await scene.database.db
      .select({ token: signIns.token })
      .from(signIns)
      .where(eq(signIns.userId, actor.accountId));
    expect(rows).toHaveLength(1);
    expect(rows[0]!.token).toMatch(/^[0-9a-f]{64}$/);
    expect(await browser.who()).toMatchObject({
      kind: 'account',
      accountId: actor.accountId,
      grants: [{ role: 'member' }],
    });
  });

  it('that was cut, forged or taken from the table lets nobody in', async () => {
    const { name, actor } = await scene.member();
    const browser = scene.browser();
    await browser.post('/sign-in/username', { username: name, password });
    const [row] = await scene.database.db
      .select({ token: signIns.token })
      .from(signIns)
      .where(eq(signIns.userId, actor.accountId));
    const whole = browser.jar.get(session)!;
    const signature = decodeURIComponent(whole).split('.')[1]!;
    const forgeries = [
      whole.slice(0, -4),
      encodeURIComponent(`${row!.token}.${signature}`),
      row!.token,
      '%',
      '',
      `x${whole}`,
    ];
    for (const value of forgeries) {
      browser.jar.set(session, value);
      expect(await browser.who()).toEqual({ kind: 'anonymous' });
    }
  });

  it('is without TLS on a developer’s machine only', async () => {
    const plain = await scene.open({ PUBLIC_URL: 'http://127.0.0.1:3000', PRODUCTION: '0' });
    const { name } = await scene.member();
    const browser = scene.browser(plain);
    await browser.post(
      '/sign-in/username',
      { username: name, password },
      { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' },
    );
    expect(browser.jar.has('tongxin.session_token')).toBe(true);
    expect(await browser.who()).toMatchObject({ kind: 'account' });
    await plain.close();
  });
});

describe('a sign-in', () => {
  it('ends with the next request when a grant changes', async () => {
    const { name, actor } = await scene.member();
    const browser = scene.browser();
    await browser.post('/sign-in/username', { username: name, password });
    expect(await browser.who()).toMatchObject({ kind: 'account' });
    await grantRole(scene.house, {
      accountId: actor.accountId as never,
      role: 'member',
      divisionCode: suxi,
      reason: '增补',
    });
    expect(await browser.who()).toEqual({ kind: 'anonymous' });
    await browser.post('/sign-in/username', { username: name, password });
    expect((await browser.who()).grants).toHaveLength(2);
  });

  it('ends at sign-out, here and not elsewhere', async () => {
    const { name } = await scene.member();
    const [here, there] = [scene.browser(), scene.browser()];
    for (const browser of [here, there])
      await browser.post('/sign-in/username', { username: name, password });
    const kept = here.cookies;
    expect(await here.post('/sign-out', {})).toMatchObject({ status: 200, body: { signedIn: false } });
    const replay = await scene.app.inject({ url: '/who', headers: { cookie: kept } });
    expect(replay.json()).toEqual({ kind: 'anonymous' });
    expect(await there.who()).toMatchObject({ kind: 'account' });
  });

  it('lasts a working day for staff and a month for members', async () => {
    let clock = Temporal.Now.instant();
    const later = await scene.open({ DEMO: '1' }, () => clock);
    const names = { staff: username(), member: username() };
    await makeAccount(scene.house, { username: names.staff, password, grants: [staffGrant] });
    await makeAccount(scene.house, {
      username: names.member,
      password,
      grants: [{ role: 'member', divisionCode: yiwu }],
    });
    const [staff, person] = [scene.browser(later), scene.browser(later)];
    await staff.post('/sign-in/username', { username: names.staff, password });
    await person.post('/sign-in/username', { username: names.member, password });
    clock = clock.add({ hours: 12 });
    expect(await staff.who()).toEqual({ kind: 'anonymous' });
    expect(await person.who()).toMatchObject({ kind: 'account' });
    clock = clock.add({ hours: 30 * 24 - 12 });
    expect(await person.who()).toEqual({ kind: 'anonymous' });
    await later.close();
  });
});

describe('a wrong password', () => {
  it('is answered with the same bytes for a name that exists and one that does not', async () => {
    const { name } = await scene.member();
    const known = await scene
      .browser()
      .post('/sign-in/username', { username: name, password: 'not this one' });
    const unknown = await scene.browser().post('/sign-in/username', {
      username: username(),
      password: 'not this one',
    });
    expect(known).toMatchObject({ status: 401, raw: unknown.raw });
    expect(unknown.status).toBe(401);
    const fixed = ({ date: _date, connection: _connection, ...rest }: Record<string, unknown>) => rest;
    expect(fixed(known.headers)).toEqual(fixed(unknown.headers));
  });

  it('locks the place it comes from, whatever address that claims, and not the computer the person knows', async () => {
    const { name } = await scene.member();
    const desk = scene.browser(scene.app, '198.51.100.77');
    await desk.post('/sign-in/username', { username: name, password });
    await desk.post('/sign-out', {});
    const attacker = scene.browser(scene.app, '198.51.100.77');
    for (let index = 0; index < 5; index += 1)
      await attacker.post('/sign-in/username', { username: name, password: 'not this one' });
    const spoofed = {
      'x-forwarded-for': '192.0.2.1',
      'x-tongxin-client-address': '192.0.2.2',
      forwarded: 'for=192.0.2.3',
    };
    expect(await attacker.post('/sign-in/username', { username: name, password }, spoofed)).toMatchObject({
      status: 429,
      body: { refusal: 'accounts.sign_in_locked', facts: { until: expect.any(String) } },
    });
    expect(await desk.post('/sign-in/username', { username: name, password })).toMatchObject({ status: 200 });
  });

  it('and whatever else a machine sends is held back after a hundred and twenty requests a minute', async () => {
    const machine = scene.browser(scene.app, '198.51.100.99');
    const statuses: number[] = [];
    for (let index = 0; index < 125; index += 1) statuses.push((await machine.post('/sign-out', {})).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
    expect(await machine.post('/sign-out', {})).toMatchObject({
      body: { refusal: 'accounts.too_many_requests' },
    });
  });
});
