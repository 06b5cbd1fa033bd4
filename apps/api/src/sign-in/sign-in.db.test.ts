import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { grantRole } from '@tongxin/accounts/commands';
import { accountJournal, phoneCodes, signIns, twoFactors } from '@tongxin/accounts/schema';
import { makeAccount } from '@tongxin/accounts/testing';
import { newId, system } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { makeDivisions, suxi, yiwu } from '@tongxin/divisions/testing';
import { eq } from 'drizzle-orm';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../env.ts';
import { doors } from './doors.ts';
import { registerSignIn } from './register.ts';

const site = 'https://tongxin.example.org';
const password = 'the right password';

let database: TestDatabase;
let gateway: Server;
let app: FastifyInstance;
let house: Context;
const messages: { phone: string; code: string }[] = [];

const environment = () => ({
  DATABASE_URL: database.ownerUrl,
  DATA_DIR: '/nowhere',
  PUBLIC_URL: site,
  PRODUCTION: '1',
  SMS: 'gateway',
  SMS_GATEWAY_URL: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/`,
  SMS_GATEWAY_TOKEN: 'token of the gateway',
  VAULT_KEY: Buffer.alloc(32, 1).toString('base64'),
  SEAL_KEY: Buffer.alloc(32, 2).toString('base64'),
  AUTH_SECRET: 'a secret of the tests, long enough to be one 7f3b9c',
});

/** A server with the sign-in and one page that says who asks. */
async function open(change: Record<string, string> = {}, now = () => Temporal.Now.instant()) {
  const server = fastify({ trustProxy: false });
  const config = readConfig({ ...environment(), ...change });
  const { actorOfRequest } = await registerSignIn(server, { config, municipality: database, now });
  server.get('/who', (request) => actorOfRequest(request));
  return server;
}

beforeAll(async () => {
  database = await testDatabase();
  gateway = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      if (request.headers.authorization === 'Bearer token of the gateway') messages.push(JSON.parse(body));
      response.end();
    });
  });
  await new Promise<void>((ready) => gateway.listen(0, '127.0.0.1', ready));
  app = await open();
  const { keys } = readConfig(environment());
  house = { municipality: database, actor: system, now: () => Temporal.Now.instant(), keys };
  await makeDivisions(house);
});
afterAll(async () => {
  await app.close();
  gateway.close();
  await database.close();
});

let addresses = 0;

/** A browser: sends our origin, keeps cookies. */
class Browser {
  readonly jar = new Map<string, string>();
  readonly server: FastifyInstance;
  readonly address: string;
  last: string[] = [];
  constructor(server = app, address = `203.0.113.${(addresses += 1)}`) {
    this.server = server;
    this.address = address;
  }

  get cookies() {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async post(path: string, body: unknown, headers: Record<string, string> = {}) {
    const response = await this.server.inject({
      method: 'POST',
      url: `/auth${path}`,
      remoteAddress: this.address,
      headers: {
        origin: site,
        host: 'tongxin.example.org',
        'content-type': 'application/json',
        cookie: this.cookies,
        ...headers,
      },
      payload: JSON.stringify(body),
    });
    this.last = [response.headers['set-cookie'] ?? []].flat();
    for (const line of this.last) this.keep(line);
    return {
      status: response.statusCode,
      body: response.json() as Record<string, unknown>,
      raw: response.body,
      headers: response.headers,
    };
  }

  keep(line: string) {
    const [pair = '', ...attributes] = line.split('; ');
    const name = pair.slice(0, pair.indexOf('='));
    if (attributes.includes('Max-Age=0')) this.jar.delete(name);
    else this.jar.set(name, pair.slice(name.length + 1));
  }

  async who() {
    const response = await this.server.inject({ url: '/who', headers: { cookie: this.cookies } });
    return response.json() as { kind: string; accountId?: string; grants?: { role: string }[] };
  }
}

const session = '__Host-tongxin.session_token';
const username = () => `name-${newId()}`;
const staffGrant = { role: 'host', divisionCode: suxi } as const;
let phones = 0;
const newPhone = () => `1390001${String((phones += 1)).padStart(4, '0')}`;

async function member() {
  const name = username();
  const actor = await makeAccount(house, {
    username: name,
    password,
    grants: [{ role: 'member', divisionCode: yiwu }],
  });
  return { name, actor };
}

/** What an authenticator shows, `steps` half-minutes from now: 0 and 1 stay right when a half-minute ends meanwhile. */
function authenticator(uri: string, steps = 0): string {
  const secret = base32(new URL(uri).searchParams.get('secret')!);
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Temporal.Now.instant().epochMilliseconds / 30_000) + steps));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const at = mac.at(-1)! & 0xf;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
function base32(text: string): Buffer {
  const bits = [...text]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));
}

describe('a cookie of a sign-in', () => {
  it('is bound to this host and to TLS, out of reach of scripts, and nothing else carries the token', async () => {
    const { name, actor } = await member();
    const browser = new Browser();
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
    const rows = await database.db
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
    const { name, actor } = await member();
    const browser = new Browser();
    await browser.post('/sign-in/username', { username: name, password });
    const [row] = await database.db
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
    const plain = await open({ PUBLIC_URL: 'http://127.0.0.1:3000', PRODUCTION: '0' });
    const { name } = await member();
    const browser = new Browser(plain);
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

describe('a request from elsewhere', () => {
  const strangers: Record<string, Record<string, string | undefined>> = {
    'says nothing of itself': { origin: undefined },
    'comes from another site': { origin: 'https://elsewhere.example' },
    'comes from another port': { origin: 'https://tongxin.example.org:8443' },
    'hides where it comes from': { origin: 'null' },
    'is a cross-site call': { origin: site, 'sec-fetch-site': 'cross-site' },
    'comes from a neighbour': { origin: site, 'sec-fetch-site': 'same-site' },
    'is a link somebody typed': { origin: undefined, 'sec-fetch-site': 'none' },
  };

  it.each(Object.keys(strangers))('is refused at every address when it %s', async (how) => {
    const headers = Object.fromEntries(
      Object.entries({
        'content-type': 'application/json',
        host: 'tongxin.example.org',
        ...strangers[how],
      }).filter(([, value]) => value !== undefined),
    ) as Record<string, string>;
    const { name } = await member();
    for (const path of Object.keys(doors)) {
      const response = await app.inject({
        method: 'POST',
        url: `/auth${path}`,
        headers,
        payload: { username: name, password },
      });
      expect([path, response.statusCode, response.json().refusal]).toEqual([
        path,
        403,
        'accounts.foreign_origin',
      ]);
      expect(response.headers['set-cookie']).toBeUndefined();
    }
  });

  it('that is a form or a link reaches nothing', async () => {
    for (const path of Object.keys(doors)) {
      const form = await app.inject({
        method: 'POST',
        url: `/auth${path}`,
        headers: { origin: site, host: 'tongxin.example.org', 'content-type': 'text/plain' },
        payload: JSON.stringify({ username: 'x', password }),
      });
      expect([path, form.statusCode]).toEqual([path, 415]);
      const link = await app.inject({
        method: 'GET',
        url: `/auth${path}`,
        headers: { host: 'tongxin.example.org' },
      });
      expect([path, link.statusCode]).toEqual([path, 404]);
    }
  });

  it('finds none of the library’s other addresses', async () => {
    const browser = new Browser();
    const others = [
      '/sign-up/email',
      '/sign-in/email',
      '/update-user',
      '/change-password',
      '/delete-user',
      '/list-sessions',
      '/revoke-sessions',
      '/two-factor/disable',
      '/two-factor/get-totp-uri',
      '/two-factor/verify-backup-code',
      '/get-session',
      '/ok',
      '/error',
      '/../sign-up/email',
      '/request-password-reset',
    ];
    for (const path of others) {
      expect([path, (await browser.post(path, {})).status]).toEqual([path, 404]);
      expect((await app.inject({ method: 'GET', url: `/auth${path}` })).statusCode).toBe(404);
    }
  });

  it('with nonsense in it gets a 4xx that names the field', async () => {
    const browser = new Browser();
    const nonsense = [
      null,
      7,
      'x',
      [],
      {},
      { username: 1 },
      { username: 'x'.repeat(70), password },
      { username: 'a', password, trustDevice: true },
      { __proto__: null, phone: '\u0000' },
      { phone: '１３９' },
      { requestId: 'x', code: '1' },
      { code: { $ne: 1 } },
    ];
    for (const path of Object.keys(doors)) {
      for (const body of nonsense) {
        if (path === '/sign-out' && JSON.stringify(body) === '{}') continue;
        if (path === '/two-factor/enable' && JSON.stringify(body) === '{}') continue;
        const answer = await browser.post(path, body);
        expect([path, body, answer.status]).toEqual([path, body, 400]);
        expect(answer.body.refusal).toBe('input.fields');
      }
    }
  });
});

describe('staff outside the demo', () => {
  async function host() {
    const name = username();
    const actor = await makeAccount(house, { username: name, password, grants: [staffGrant] });
    return { name, actor };
  }

  /** A host who has set up an authenticator, signed out again. */
  async function ready() {
    const { name, actor } = await host();
    const browser = new Browser();
    await browser.post('/sign-in/username', { username: name, password });
    const { body } = await browser.post('/two-factor/enable', { password });
    const uri = body.totpURI as string;
    await browser.post('/two-factor/verify-totp', { code: authenticator(uri) });
    await browser.post('/sign-out', {});
    return { name, actor, uri };
  }

  it('hold nothing until they have set up an authenticator, and then what they were granted', async () => {
    const { name, actor } = await host();
    const browser = new Browser();
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
    const [sealed] = await database.db
      .select({ secret: twoFactors.secret })
      .from(twoFactors)
      .where(eq(twoFactors.userId, actor.accountId));
    expect(sealed!.secret).not.toContain(uri.searchParams.get('secret')!);
    const entries = await database.db
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
    const browser = new Browser();
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
      const browser = new Browser();
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
    const browser = new Browser();
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
    const demo = await open({ DEMO: '1' });
    const { name } = await host();
    const browser = new Browser(demo);
    await browser.post('/sign-in/username', { username: name, password });
    expect(await browser.who()).toMatchObject({ grants: [{ role: 'host' }] });
    await demo.close();
  });
});

describe('a sign-in', () => {
  it('ends with the next request when a grant changes', async () => {
    const { name, actor } = await member();
    const browser = new Browser();
    await browser.post('/sign-in/username', { username: name, password });
    expect(await browser.who()).toMatchObject({ kind: 'account' });
    await grantRole(house, {
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
    const { name } = await member();
    const [here, there] = [new Browser(), new Browser()];
    for (const browser of [here, there])
      await browser.post('/sign-in/username', { username: name, password });
    const kept = here.cookies;
    expect(await here.post('/sign-out', {})).toMatchObject({ status: 200, body: { signedIn: false } });
    const replay = await app.inject({ url: '/who', headers: { cookie: kept } });
    expect(replay.json()).toEqual({ kind: 'anonymous' });
    expect(await there.who()).toMatchObject({ kind: 'account' });
  });

  it('lasts a working day for staff and a month for members', async () => {
    let clock = Temporal.Now.instant();
    const later = await open({ DEMO: '1' }, () => clock);
    const names = { staff: username(), member: username() };
    await makeAccount(house, { username: names.staff, password, grants: [staffGrant] });
    await makeAccount(house, {
      username: names.member,
      password,
      grants: [{ role: 'member', divisionCode: yiwu }],
    });
    const [staff, person] = [new Browser(later), new Browser(later)];
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
    const { name } = await member();
    const known = await new Browser().post('/sign-in/username', { username: name, password: 'not this one' });
    const unknown = await new Browser().post('/sign-in/username', {
      username: username(),
      password: 'not this one',
    });
    expect(known).toMatchObject({ status: 401, raw: unknown.raw });
    expect(unknown.status).toBe(401);
    const fixed = ({ date: _date, connection: _connection, ...rest }: Record<string, unknown>) => rest;
    expect(fixed(known.headers)).toEqual(fixed(unknown.headers));
  });

  it('locks the place it comes from, whatever address that claims, and not the computer the person knows', async () => {
    const { name } = await member();
    const desk = new Browser(app, '198.51.100.77');
    await desk.post('/sign-in/username', { username: name, password });
    await desk.post('/sign-out', {});
    const attacker = new Browser(app, '198.51.100.77');
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
    const machine = new Browser(app, '198.51.100.99');
    const statuses: number[] = [];
    for (let index = 0; index < 125; index += 1) statuses.push((await machine.post('/sign-out', {})).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
    expect(await machine.post('/sign-out', {})).toMatchObject({
      body: { refusal: 'accounts.too_many_requests' },
    });
  });
});

describe('signing in by telephone', () => {
  const lastCode = async (phone: string) => {
    await expect.poll(() => messages.some((message) => message.phone === phone)).toBe(true);
    return messages.findLast((message) => message.phone === phone)!.code;
  };

  it('takes the code that the gateway brought', async () => {
    const phone = newPhone();
    const actor = await makeAccount(house, { phone, grants: [{ role: 'member', divisionCode: yiwu }] });
    const browser = new Browser();
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
    const browser = new Browser();
    const phone = newPhone();
    const { status, body } = await browser.post('/phone-code/send', { phone });
    expect(status).toBe(200);
    expect(Object.keys(body).toSorted()).toEqual(['expiresAt', 'requestId']);
    expect(messages.some((message) => message.phone === phone)).toBe(false);
    expect(await database.db.$count(phoneCodes, eq(phoneCodes.requestId, body.requestId as string))).toBe(1);
  });

  it('asks staff for their authenticator as well, so that a stolen SIM card is not enough', async () => {
    const phone = newPhone();
    const name = username();
    await makeAccount(house, { phone, username: name, password, grants: [staffGrant] });
    const first = new Browser();
    await first.post('/sign-in/username', { username: name, password });
    const { body } = await first.post('/two-factor/enable', { password });
    await first.post('/two-factor/verify-totp', { code: authenticator(body.totpURI as string) });
    const browser = new Browser();
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
    const closed = await open({ SMS: 'closed' });
    expect(await new Browser(closed).post('/phone-code/send', { phone: newPhone() })).toMatchObject({
      status: 404,
      body: { refusal: 'accounts.phone_closed' },
    });
    await closed.close();
  });

  it('does not start in production with a sender that only shows the codes, nor without a gateway’s address', async () => {
    await expect(open({ SMS: 'outbox' })).rejects.toThrow('In production the codes must be sent');
    await expect(open({ SMS_GATEWAY_URL: '' })).rejects.toThrow();
  });
});
