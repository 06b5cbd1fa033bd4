import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { testDatabase } from '@tongxin/db/testing';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFixture, type Fixture } from '../fixture.ts';
import { addressOf, fromOurPages, host, openHttp, openSite } from './open-http.ts';

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

type Headers = LightMyRequestResponse['headers'];

/** What every answer must carry, and what none may. Source: ASVS V3.4, reliability A2. */
const rules: Readonly<Record<string, (headers: Headers) => boolean>> = {
  'content-security-policy closed by default, in no frame, without a base': (headers) =>
    ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"].every((part) =>
      String(headers['content-security-policy']).includes(part),
    ),
  'scripts only from our own files': (headers) => {
    const scripts = /script-src ([^;]*)/.exec(String(headers['content-security-policy']))?.[1];
    return scripts === undefined || scripts.trim() === "'self'";
  },
  nosniff: (headers) => headers['x-content-type-options'] === 'nosniff',
  'no frames': (headers) => headers['x-frame-options'] === 'DENY',
  'referrer only for ourselves': (headers) => headers['referrer-policy'] === 'same-origin',
  'no camera, microphone or place': (headers) =>
    String(headers['permissions-policy']).includes('geolocation=()'),
  'a window of its own': (headers) => headers['cross-origin-opener-policy'] === 'same-origin',
  'no word on what runs here': (headers) =>
    headers['server'] === undefined && headers['x-powered-by'] === undefined,
  'open to no foreign script': (headers) => headers['access-control-allow-origin'] === undefined,
};

const missingIn = (headers: Headers) => Object.keys(rules).filter((rule) => !rules[rule]!(headers));

/** Every address that can be looked at, good ones and bad ones, and every one that takes something. */
function addresses({ routes }: { routes: readonly { method: string; url: string }[] }) {
  const known = routes
    .filter(({ method }) => method !== 'OPTIONS')
    .flatMap((route) => [
      { method: route.method, url: addressOf(route) },
      { method: route.method, url: addressOf(route, '%00') },
    ]);
  return [...known, { method: 'GET', url: '/no/such/page' }, { method: 'PUT', url: '/' }];
}

/** Addresses that no route has, or that are none at all. */
const astray = [
  { method: 'DELETE', url: '/trpc/issues.get' },
  { method: 'GET', url: '/%zz' },
  { method: 'GET', url: '/trpc/%ff' },
  { method: 'GET', url: '//elsewhere.example/' },
  { method: 'GET', url: `/${'a'.repeat(6000)}` },
  { method: 'OPTIONS', url: '/trpc/issues.submit' },
];

async function missingOn(app: typeof server.app, asked: readonly { method: string; url: string }[]) {
  const faults = [];
  for (const { method, url } of asked) {
    const { headers, statusCode } = await app.inject({ method: method as 'GET', url, headers: { host } });
    for (const rule of missingIn(headers)) faults.push(`${method} ${url} (${statusCode}): ${rule}`);
  }
  return faults;
}

describe('every answer carries what keeps browsers safe', () => {
  it('of the whole server: pages, calls, files, errors', async () => {
    const faults = await missingOn(server.app, [...addresses(server), ...astray]);
    expect(faults, faults.join('\n')).toEqual([]);
    expect(addresses(server).length).toBeGreaterThan(20);
  });

  it('of the residents’ pages', async () => {
    const faults = await missingOn(site.app, addresses(site));
    expect(faults, faults.join('\n')).toEqual([]);
    expect(addresses(site).length).toBeGreaterThan(40);
  });

  it('also where something was refused before anything looked at it', async () => {
    const faults = [];
    for (const [how, request] of Object.entries({
      'a body that is too long': { payload: JSON.stringify({ x: 'x'.repeat(200_000) }) },
      'a body that is no JSON': { payload: '{', headers: { 'content-type': 'application/json' } },
      'a content type that nobody reads': { payload: 'x', headers: { 'content-type': 'application/xml' } },
      'a foreign origin': { payload: {}, headers: { origin: 'https://elsewhere.example' } },
    })) {
      const headers = { ...fromOurPages, ...('headers' in request ? request.headers : {}) };
      const response = await server.app.inject({
        method: 'POST',
        url: '/trpc/issues.submit',
        payload: request.payload,
        headers,
      });
      expect([how, response.statusCode >= 400 && response.statusCode < 500]).toEqual([how, true]);
      for (const rule of missingIn(response.headers)) faults.push(`${how}: ${rule}`);
    }
    expect(faults).toEqual([]);
  });
});

/** What comes back to bytes that are no request; the address is one of this machine. */
async function answerTo(bytes: string): Promise<Headers & { status: string }> {
  if (!server.app.server.listening) await server.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.app.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
  let said = '';
  socket.on('data', (part) => (said += part.toString())).on('error', () => undefined);
  await once(socket, 'close');
  const [first = '', ...lines] = said.split('\r\n\r\n')[0]!.split('\r\n');
  return { status: first, ...Object.fromEntries(lines.map((line) => line.split(/: (.*)/).slice(0, 2))) };
}

describe('what is no request at all', () => {
  it.each([
    ['nonsense', 'HELLO\r\n\r\n', 'HTTP/1.1 400 Bad Request'],
    ['a header without end', `GET / HTTP/1.1\r\nhost: x\r\na: ${'a'.repeat(40_000)}\r\n\r\n`, 'HTTP/1.1 431'],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n',
      'HTTP/1.1 400',
    ],
  ])('is answered with the same headers: %s', async (_how, bytes, status) => {
    const { status: told, ...headers } = await answerTo(bytes);
    expect(told).toMatch(status);
    expect(missingIn(headers)).toEqual([]);
  });
});

describe('what was read for one person', () => {
  it('is kept by nobody on the way', async () => {
    const cookie = await server.cookiesOf('host');
    const input = encodeURIComponent(JSON.stringify({ id: fixture.issues.handling.id }));
    for (const url of [
      '/trpc/accounts.me',
      `/trpc/issues.get?input=${input}`,
      '/trpc/issues.get',
      '/trpc/no.thing',
    ]) {
      const { headers } = await server.app.inject({ url, headers: { host, cookie } });
      expect([url, headers['cache-control']]).toEqual([url, 'no-store']);
    }
  });
});

describe('in production', () => {
  it('everything is asked for over TLS for a year, subdomains too', async () => {
    const change = { PRODUCTION: '1', PUBLIC_URL: `https://${host}` };
    const production = await openHttp(fixture.database, change);
    try {
      for (const url of ['/', '/healthz', '/trpc/accounts.me', '/no/such/page']) {
        const { headers } = await production.app.inject({ url, headers: { host } });
        expect([url, headers['strict-transport-security']]).toEqual([
          url,
          'max-age=31536000; includeSubDomains',
        ]);
      }
    } finally {
      await production.close();
    }
  });
});

describe('a planted defect is found', () => {
  it('one header that is missing, and a script from elsewhere', async () => {
    const { headers } = await server.app.inject({ url: '/healthz', headers: { host } });
    expect(missingIn(headers)).toEqual([]);
    const { 'x-frame-options': _, ...without } = headers;
    expect(missingIn(without)).toEqual(['no frames']);
    const loose = {
      ...headers,
      'content-security-policy': `${String(headers['content-security-policy'])}; script-src 'self' 'unsafe-inline'`,
    };
    expect(missingIn(loose)).toEqual(['scripts only from our own files']);
  });
});
