import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeAccount, testKeys } from '@tongxin/accounts/testing';
import { system } from '@tongxin/core';
import { migrateAll, openMunicipality } from '@tongxin/db';
import pg from 'pg';
import { migrateQueue } from '../../apps/api/src/worker/queue.ts';
import { fillGround, fillMatters, type Aim, type Size } from './fill.ts';
import { publicPage } from './operations.ts';
import { startServer, type Server } from './servers.ts';

const person = { username: 'bench-host', password: 'a-password-of-the-bench' };
type Ground = Pick<Aim, 'township' | 'county'>;
const secret = Buffer.alloc(32, 3).toString('base64');

/** A filled town with its two servers on the same records: the limit and the program. */
export type Town = { size: Size; url: string; aim: Aim; bare: Server; program: Server; cookie: string };

/** A database of its own on the cluster, filled to this size. */
export async function fillTown(cluster: string, size: Size): Promise<{ url: string; aim: Aim }> {
  const url = await newDatabase(cluster, `bench_${size.name.toLowerCase()}`);
  await fillGround(url);
  const aim = await fillMatters(url, size);
  await addReader(url, aim);
  return { url, aim };
}

/** An empty database on the cluster, with all its tables. */
export async function newDatabase(cluster: string, name: string): Promise<string> {
  const owner = new pg.Client({ connectionString: cluster });
  await owner.connect();
  await owner.query(`create database ${name}`);
  await owner.end();
  const address = new URL(cluster);
  address.pathname = `/${name}`;
  await migrateAll(address.href, '3307');
  await migrateQueue(address.href);
  return address.href;
}

/** Who reads: a host of the township who is an office of the county and of the city as well, or a member of the county. */
export async function addReader(
  url: string,
  ground: Ground,
  { username, role }: { username: string; role?: 'member' } = person,
): Promise<string> {
  const municipality = openMunicipality(url, '3307', { connections: 1 });
  const ctx = { municipality, actor: system, now: () => Temporal.Now.instant(), keys: testKeys };
  const grants = role === undefined ? readerGrants(ground) : [{ role, divisionCode: ground.county }];
  const { accountId } = await makeAccount(ctx, { ...person, username, grants });
  await municipality.close();
  return accountId;
}

export function readerGrants({ township, county }: Ground) {
  return [
    { role: 'host' as const, divisionCode: township },
    { role: 'county_office' as const, divisionCode: county },
    { role: 'city_office' as const, divisionCode: '3307' },
  ];
}

/** What the program is started with. */
export function settings(url: string, folder: string): Record<string, string> {
  return {
    DATABASE_URL: url,
    DATA_DIR: folder,
    VAULT_KEY: secret,
    SEAL_KEY: secret,
    RECEIPT_KEY: secret,
    TELEPHONE_KEY: secret,
    AUTH_SECRET: secret,
    // As the image starts it (infra/container/Dockerfile).
    NODE_OPTIONS: '--max-semi-space-size=4',
    DEMO: '1',
    WORKER: '0',
  };
}

/** Opens both servers of a town, signs in, and hands the limit the bytes of the page that it sends. */
export async function openTown(
  folder: string,
  port: number,
  filled: { size: Size; url: string; aim: Aim },
): Promise<Town> {
  const { url, aim } = filled;
  const program = await startServer('apps/api/src/main.ts', port, settings(url, folder), '/healthz');
  const page = await fetch(`${program.url}${publicPage(aim)}`);
  if (!page.ok) throw new Error('there is no public page: run `pnpm build` first');
  const file = join(folder, `page-${port}.html`);
  await writeFile(file, Buffer.from(await page.arrayBuffer()));
  const env = { BENCH_DATABASE_URL: url, BENCH_PAGE: file };
  const bare = await startServer('bench/src/bare.ts', port + 1, env, '/empty');
  return { ...filled, bare, program, cookie: await signIn(program.url) };
}

/** The cookie of whoever reads, or of somebody else who was added. */
export async function signIn(url: string, username = person.username): Promise<string> {
  const answer = await fetch(`${url}/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ ...person, username }),
  });
  if (!answer.ok) throw new Error(`signing in was answered ${answer.status}: ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}
