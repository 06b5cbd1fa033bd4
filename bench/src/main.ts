import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type autocannon from 'autocannon';
import { makeAccount, testKeys } from '@tongxin/accounts/testing';
import { system } from '@tongxin/core';
import { migrateAll, openMunicipality } from '@tongxin/db';
import { startEmbedded } from '@tongxin/db/embedded';
import { migrateQueue } from '../../apps/api/src/worker/queue.ts';
import { fillGround, fillMatters, sizes, type Aim } from './fill.ts';
import { tableOf, writeTable } from './page.ts';
import { compare, type Pair, type Result } from './rounds.ts';
import { startServer } from './servers.ts';

const person = { username: 'bench-host', password: 'a-password-of-the-bench' };
const words = '村口的路灯坏了半个月，晚上老人走路看不清，前天有人差点摔进水沟，希望早点修好。';
const secret = Buffer.alloc(32, 3).toString('base64');

const folder = await mkdtemp(join(tmpdir(), 'tongxin-bench-'));
const database = await startEmbedded({ volatile: true });
await migrateAll(database.url, '3307');
await migrateQueue(database.url);
await fillGround(database.url);
const results: { size: string; results: Result[] }[] = [];
for (const size of sizes) {
  if (process.argv.includes('--small') && size.name === 'M') continue;
  console.log(`filling ${size.name}: ${size.matters.toLocaleString('en')} matters`);
  const aim = await fillMatters(database.url, size);
  if (size.name === 'S') await addPeople(aim);
  results.push({ size: size.name, results: await measure(aim) });
}
await database.stop();
await rm(folder, { recursive: true, force: true });
const table = tableOf(results);
console.log(`\n${table}`);
if (process.argv.includes('--write')) await writeTable(table);

/** Who reads: a host of the township, an office of the county. */
async function addPeople(aim: Aim): Promise<void> {
  const municipality = openMunicipality(database.url, '3307', { connections: 1 });
  const ctx = { municipality, actor: system, now: () => Temporal.Now.instant(), keys: testKeys };
  await makeAccount(ctx, {
    ...person,
    grants: [
      { role: 'host', divisionCode: aim.township },
      { role: 'county_office', divisionCode: aim.county },
      { role: 'city_office', divisionCode: '3307' },
    ],
  });
  await municipality.close();
}

async function measure(aim: Aim): Promise<Result[]> {
  const env = {
    BENCH_DATABASE_URL: database.url,
    DATABASE_URL: database.url,
    DATA_DIR: folder,
    VAULT_KEY: secret,
    SEAL_KEY: secret,
    RECEIPT_KEY: secret,
    TELEPHONE_KEY: secret,
    AUTH_SECRET: secret,
    DEMO: '1',
    WORKER: '0',
  };
  const bare = await startServer('bench/src/bare.ts', 21_500, env, '/empty');
  const town = await startServer('apps/api/src/main.ts', 21_501, env, '/healthz');
  try {
    const cookie = await signIn(town.url);
    const done: Result[] = [];
    for (const pair of pairsOf(aim, cookie)) {
      const result = await compare(pair, bare.url, town.url);
      console.log(`  ${result.name.padEnd(44)} ${result.ratio.toFixed(2)}`);
      done.push(result);
    }
    return done;
  } finally {
    await town.stop();
    await bare.stop();
  }
}

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(person),
  });
  if (!answer.ok) throw new Error(`signing in was answered ${answer.status}: ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

function pairsOf(aim: Aim, cookie: string): Pair[] {
  const call = (procedure: string, input: unknown): autocannon.Request => ({
    method: 'GET',
    path: `/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`,
    headers: { cookie },
  });
  const open = (procedure: string, input: unknown): autocannon.Request => ({
    ...call(procedure, input),
    headers: {},
  });
  const get = (path: string): autocannon.Request => ({ method: 'GET', path });
  return [
    {
      name: 'point read, published, nobody signed in',
      limit: get(`/published?id=${aim.publishedId}`),
      town: open('issues.getPublished', { id: aim.publishedId }),
    },
    {
      name: 'point read, handling copy, signed in',
      limit: get(`/issue?id=${aim.matterId}`),
      town: call('issues.get', { id: aim.matterId }),
    },
    {
      name: 'newest 20 settled of a township, public',
      limit: get(`/settled/township?code=${aim.township}`),
      town: open('issues.listSettled', { divisionCode: aim.township }),
    },
    {
      name: 'newest 20 of a township, signed in',
      limit: get(`/newest/township?code=${aim.township}`),
      town: call('issues.list', { divisionCode: aim.township }),
    },
    {
      name: 'newest 20 of a county, signed in',
      limit: get(`/newest/county?code=${aim.county}`),
      town: call('issues.list', { divisionCode: aim.county }),
    },
    {
      name: 'submit',
      limit: submit('/submit', (key) => ({ code: aim.village, words, key })),
      town: submit('/trpc/issues.submit', (key) => ({
        key,
        divisionCode: aim.village,
        words,
        channel: 'web',
        photoIds: [],
        contact: {},
      })),
    },
  ];
}

function submit(path: string, body: (key: string) => unknown): autocannon.Request {
  return {
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json' },
    setupRequest: (request) => ({ ...request, body: JSON.stringify(body(crypto.randomUUID())) }),
  };
}
