import { channel } from 'node:diagnostics_channel';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testKeys, testSecret } from '@tongxin/accounts/testing';
import type { TestDatabase } from '@tongxin/db/testing';
import { testNow } from '@tongxin/matters/testing';
import type { FastifyInstance } from 'fastify';
import { readConfig } from '../../env.ts';
import { followCookie, sealFollow } from '../../follow-cookie.ts';
import { openTestSite } from '../../public/testing/browser.ts';
import { buildServer } from '../../server.ts';
import { openTown, type Town } from '../../town.ts';
import { callerPassword, type AccountKind } from '../callers.ts';

export type Route = { method: string; url: string };

export const host = 'town.example';
/** What a browser says of a request that one of our own pages sends. */
export const fromOurPages = { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' };

/** What this process is told at its start, as the running town is. */
export const environmentFor = (database: TestDatabase, folder: string) => ({
  DATABASE_URL: database.ownerUrl,
  DATA_DIR: folder,
  DEMO: '1',
  SMS: 'closed',
  VAULT_KEY: Buffer.alloc(32, 7).toString('base64'),
  SEAL_KEY: Buffer.alloc(32, 3).toString('base64'),
  RECEIPT_KEY: Buffer.alloc(32, 4).toString('base64'),
  TELEPHONE_KEY: Buffer.alloc(32, 5).toString('base64'),
  AUTH_SECRET: testSecret,
});

/**
 * The whole server over the database of a test, its clock standing at the moment of the tests, with the routes that it
 * has as the framework itself tells them. Residents' pages are there when they were built.
 */
export async function openHttp(database: TestDatabase, change: Record<string, string> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'tongxin-api-'));
  const config = { ...readConfig({ ...environmentFor(database, folder), ...change }), keys: testKeys };
  const town: Town = { ...(await openTown(config, { connections: 4 })), now: () => testNow };
  const { made, routes } = await noting(async () => (await buildServer(town)).app);
  await made.ready();
  return {
    app: made,
    town,
    routes,
    cookiesOf: (kind: AccountKind) => signIn(made, kind),
    async close() {
      await made.close();
      await town.municipality.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** The residents' pages, drawn from the sources, with their routes. */
export async function openSite(database: TestDatabase) {
  const { made, routes } = await noting(() => openTestSite(database));
  return { ...made, routes };
}

/** Does what makes a server and notes every route that it is given. */
async function noting<T>(make: () => Promise<T>): Promise<{ made: T; routes: Route[] }> {
  const routes: Route[] = [];
  const begun = channel('fastify.initialization');
  const listen = (message: unknown) =>
    (message as { fastify: FastifyInstance }).fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) routes.push({ method: one, url });
    });
  begun.subscribe(listen);
  try {
    return { made: await make(), routes };
  } finally {
    begun.unsubscribe(listen);
  }
}

/** The cookies of an account that has signed in through the front door. */
async function signIn(app: FastifyInstance, kind: AccountKind): Promise<string> {
  const response = await app.inject({
    method: 'POST',
    url: '/auth/sign-in/username',
    headers: fromOurPages,
    payload: { username: `caller-${kind.toLowerCase()}`, password: callerPassword },
  });
  if (response.statusCode !== 200) throw new Error(`${kind} could not sign in: ${response.body}`);
  return response.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

/** The cookie of a resident who has shown the receipt of this matter. */
export const followCookieOf = (matterId: string) =>
  `${followCookie}=${sealFollow(matterId, testNow, testKeys.receipt)}`;

/** A route's address with something in the place of each parameter. */
export function addressOf({ url }: Route, filling = '01890000-0000-7000-8000-000000000001'): string {
  return url.replaceAll(/:[A-Za-z]+(\([^)]*\))?/g, filling).replace('*', filling);
}
