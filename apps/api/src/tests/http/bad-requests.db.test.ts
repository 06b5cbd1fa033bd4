import { testDatabase } from '@tongxin/db/testing';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFixture, type Fixture } from '../fixture.ts';
import { badAddresses, badCalls, badForms, type BadRequest } from './bad-requests.ts';
import { followCookieOf, host, openHttp, openSite } from './open-http.ts';

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

const slowestMs = 2000;
/** What nobody outside may read: where the code stands, what was asked of the database, how it failed. */
const inner =
  /\bat .+\.ts:\d+|node_modules|file:\/\/|apps\/api|Failed query|\b(select|insert into|update|delete from) "?[a-z_]+"?|\$\d\b|ECONN|postgres:|syntax error|violates/i;
/** What must not come back as a tag. */
const echoed = '<script>alert(1)</script>';

type Answer = { status: number; body: string; type: string; ms: number };

/** What is wrong with an answer, or nothing. */
function faultOf({ status, body, type, ms }: Answer): string | null {
  if (status >= 500) return `${status}: ${body.slice(0, 200)}`;
  if (ms > slowestMs) return `took ${Math.round(ms)} ms`;
  // The bytes of a picture may happen to read like anything.
  if (!type.startsWith('image/') && inner.test(body))
    return `tells of the inside: ${inner.exec(body)?.[0]} in ${body.slice(0, 200)}`;
  return type.includes('html') && body.includes(echoed) ? 'gives a script back as a script' : null;
}

async function ask(app: FastifyInstance, request: BadRequest): Promise<Answer> {
  const since = performance.now();
  const { statusCode, body, headers } = await app.inject(request);
  return {
    status: statusCode,
    body,
    type: String(headers['content-type'] ?? ''),
    ms: performance.now() - since,
  };
}

async function faultsOf(app: FastifyInstance, requests: readonly BadRequest[]): Promise<string[]> {
  const faults = [];
  for (const request of requests) {
    const fault = faultOf(await ask(app, request));
    if (fault !== null) faults.push(`${request.how} → ${fault}`);
  }
  return faults;
}

const withCookie = (requests: readonly BadRequest[], cookie: string): BadRequest[] =>
  requests.map((request) => ({ ...request, headers: { ...request.headers, cookie } }));

describe('bad requests are answered, and tell nothing of the inside', () => {
  it('calls of procedures', async () => {
    const faults = await faultsOf(server.app, badCalls());
    expect(faults, faults.join('\n')).toEqual([]);
  });

  it('calls of procedures are refused with a code, unless they mean something after all', async () => {
    const passed = [];
    for (const request of badCalls()) {
      const { status } = await ask(server.app, request);
      if (status < 400 && status !== 207) passed.push(`${request.how}: ${status}`);
    }
    // A cookie that means nothing is nobody's.
    const odd = passed.filter((how) => !how.startsWith('a cookie'));
    expect(odd, odd.join('\n')).toEqual([]);
  });

  it('addresses of the whole server, for somebody who has signed in', async () => {
    const cookie = await server.cookiesOf('county');
    const faults = await faultsOf(server.app, withCookie(badAddresses(server.routes), cookie));
    expect(faults, faults.join('\n')).toEqual([]);
  });

  it('addresses of the residents’ pages, for a stranger and for a resident', async () => {
    const requests = badAddresses(site.routes);
    const ofMatter = requests.filter(({ how }) => how.includes(': GET /follow'));
    const cookie = followCookieOf(fixture.issues.handling.id);
    const faults = [
      ...(await faultsOf(site.app, requests)),
      // Elsewhere a receipt that was shown changes nothing.
      ...(await faultsOf(site.app, withCookie(ofMatter, cookie))),
    ];
    expect(faults, faults.join('\n')).toEqual([]);
    expect([requests.length > 300, ofMatter.length > 30]).toEqual([true, true]);
  }, 120_000);

  it('forms that no page of ours sends', async () => {
    const cookie = followCookieOf(fixture.issues.needsInfo.id);
    const faults = [
      ...(await faultsOf(server.app, badForms(server.routes))),
      ...(await faultsOf(site.app, badForms(site.routes))),
      ...(await faultsOf(site.app, withCookie(badForms(site.routes), cookie))),
    ];
    expect(faults, faults.join('\n')).toEqual([]);
  }, 120_000);
});

describe('when the database has gone', () => {
  it('answers say that something broke, and not what', async () => {
    const dying = await openHttp(fixture.database);
    const cookie = await dying.cookiesOf('host');
    const { pool } = dying.town.municipality;
    try {
      pool.connect = () => Promise.reject(new Error('connect ECONNREFUSED 127.0.0.1:5432'));
      pool.query = () => Promise.reject(new Error('Failed query: select "id" from "matters"')) as never;
      const told = [];
      for (const url of [
        '/ready',
        '/trpc/accounts.me',
        '/trpc/divisions.get?input={"code":"3307"}',
        '/',
        '/sessions',
        '/files/01890000-0000-7000-8000-000000000001/small',
      ]) {
        const { statusCode, body } = await dying.app.inject({ url, headers: { host, cookie } });
        if (inner.test(body)) told.push(`${url} (${statusCode}): ${body.slice(0, 300)}`);
      }
      expect(told, told.join('\n')).toEqual([]);
    } finally {
      await dying.close();
    }
  });
});

describe('a planted defect is found', () => {
  it('an error that shows its stack, one that shows SQL, one that gives a script back, one that hangs', () => {
    const fine: Answer = { status: 400, body: '{}', type: 'application/json', ms: 1 };
    expect(faultOf(fine)).toBeNull();
    expect(faultOf({ ...fine, body: 'Error: x\n    at work (apps/api/src/server.ts:10:3)' })).toMatch(
      'inside',
    );
    expect(faultOf({ ...fine, body: 'Failed query: select "id" from "issues"' })).toMatch('inside');
    expect(faultOf({ ...fine, body: `<p>${echoed}</p>`, type: 'text/html' })).toMatch('script');
    expect(faultOf({ ...fine, ms: 2500 })).toMatch('took');
    expect(faultOf({ ...fine, status: 500 })).toMatch('500');
  });
});
