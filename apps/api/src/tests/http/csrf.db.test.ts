import { testDatabase } from '@tongxin/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { procedures } from '../cell.ts';
import { makeFixture, type Fixture } from '../fixture.ts';
import { samples } from '../samples/index.ts';
import {
  addressOf,
  followCookieOf,
  fromOurPages,
  host,
  openHttp,
  openSite,
  type Route,
} from './open-http.ts';

let fixture: Fixture;
let server: Awaited<ReturnType<typeof openHttp>>;
let site: Awaited<ReturnType<typeof openSite>>;
beforeAll(async () => {
  fixture = await makeFixture(await testDatabase());
  server = await openHttp(fixture.database);
  site = await openSite(fixture.database);
}, 120_000);
afterAll(async () => {
  await site.close();
  await server.close();
  await fixture.database.close();
});

/** How a browser marks what a page of somebody else makes it send. */
const foreign: Readonly<Record<string, Record<string, string>>> = {
  'a foreign Origin': { host, origin: 'https://elsewhere.example' },
  'a foreign Origin that looks like ours': { host, origin: `http://${host}.elsewhere.example` },
  'an Origin that is hidden': { host, origin: 'null' },
  'an Origin that is no address': { host, origin: 'town.example' },
  'Sec-Fetch-Site: cross-site': { host, 'sec-fetch-site': 'cross-site' },
  'Sec-Fetch-Site: same-site': { host, 'sec-fetch-site': 'same-site', origin: `http://${host}` },
};

const mutations = procedures.filter(({ type }) => type === 'mutation').map(({ path }) => path);
const changing = ({ method }: Route) => !['GET', 'HEAD', 'OPTIONS'].includes(method);

const post = (path: string, headers: Record<string, string>) =>
  server.app.inject({
    method: 'POST',
    url: `/trpc/${path}`,
    headers: { ...headers, 'content-type': 'application/json' },
    payload: JSON.stringify(samples[path]!(fixture).input ?? null),
  });

describe.each(Object.entries(foreign))('with %s', (_how, headers) => {
  it('every procedure that changes something is refused, whoever is signed in', async () => {
    const cookie = await server.cookiesOf('host');
    const passed = [];
    for (const path of mutations) {
      const { statusCode } = await post(path, { ...headers, cookie });
      if (statusCode !== 403) passed.push(`${path}: ${statusCode}`);
    }
    expect(passed).toEqual([]);
    expect(mutations.length).toBeGreaterThan(60);
  });

  it('every other address that changes something is refused', async () => {
    const passed = [];
    for (const [{ app, routes }, least] of [
      [server, 8],
      [site, 10],
    ] as const) {
      const addresses = routes
        .filter(changing)
        .map((route) => ({ method: route.method, url: addressOf(route) }));
      expect(addresses.length).toBeGreaterThan(least);
      for (const { method, url } of addresses) {
        const { statusCode } = await app.inject({ method: method as 'POST', url, headers, payload: {} });
        if (statusCode < 400 || statusCode >= 500) passed.push(`${method} ${url}: ${statusCode}`);
      }
    }
    expect(passed).toEqual([]);
  });
});

describe('a change by GET', () => {
  it('is no change: every procedure that changes something answers no GET', async () => {
    const passed = [];
    for (const path of mutations) {
      const input = encodeURIComponent(JSON.stringify(samples[path]!(fixture).input ?? null));
      const { statusCode } = await server.app.inject({
        url: `/trpc/${path}?input=${input}`,
        headers: { host },
      });
      // To a GET, a procedure that changes something is not there.
      if (statusCode !== 404) passed.push(`${path}: ${statusCode}`);
    }
    expect(passed).toEqual([]);
  });

  it('is no change in a batch either', async () => {
    const input = encodeURIComponent(JSON.stringify({ 0: {}, 1: { id: fixture.issues.received.id } }));
    const url = `/trpc/divisions.countiesAndTownships,issues.accept?batch=1&input=${input}`;
    const answers = (
      await server.app.inject({ url, headers: { host, cookie: await server.cookiesOf('host') } })
    ).json();
    expect(answers[1].error.data.code).toBe('NOT_FOUND');
  });
});

describe('forms of other pages', () => {
  it('cannot be read as calls: a form’s content types are refused', async () => {
    for (const type of [
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain',
    ]) {
      const { statusCode } = await server.app.inject({
        method: 'POST',
        url: '/trpc/issues.accept',
        headers: { host, 'content-type': type },
        payload: `{"id":"${fixture.issues.received.id}"}`,
      });
      expect([type, statusCode]).toEqual([type, 415]);
    }
  });
});

describe('the cookies', () => {
  it('of a sign-in and of a shown receipt are sent by no foreign page and read by no script', async () => {
    const signedIn = await server.app.inject({
      method: 'POST',
      url: '/auth/sign-in/username',
      headers: fromOurPages,
      payload: { username: 'caller-host', password: 'what the callers sign in with' },
    });
    const shown = await site.app.inject({
      method: 'POST',
      url: '/follow',
      headers: { ...fromOurPages, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({
        receipt: fixture.issues.received.receipt,
        pin: fixture.issues.received.pin,
      }).toString(),
    });
    const cookies = [...signedIn.cookies, ...shown.cookies];
    expect(cookies.map(({ name }) => name)).toEqual(expect.arrayContaining(['follow']));
    expect(cookies.filter(({ httpOnly, sameSite }) => !httpOnly || sameSite !== 'Lax')).toEqual([]);
  });
});

describe('the negative control', () => {
  it('the same calls from our own pages get through the door, so it is the origin that is refused', async () => {
    const { id } = fixture.issues.received;
    const cookie = await server.cookiesOf('host');
    expect((await post('issues.accept', { ...foreign['a foreign Origin'], cookie })).statusCode).toBe(403);
    expect((await post('issues.accept', { ...fromOurPages, cookie })).statusCode).toBe(200);
    const { rows } = await fixture.database.pool.query('select state from matters where id = $1', [id]);
    expect(rows).toEqual([{ state: 'accepted' }]);
    const own = { ...fromOurPages, cookie: followCookieOf(fixture.issues.needsInfo.id) };
    expect((await post('issues.answer', own)).statusCode).toBe(200);
  });
});
