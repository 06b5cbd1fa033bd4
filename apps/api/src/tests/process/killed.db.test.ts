import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@tongxin/db/embedded';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { makeTown, type Town } from '@tongxin/matters/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrateQueue } from '../../worker/queue.ts';
import { callerPassword, makeCallers } from '../callers.ts';
import { contextAs } from '../fixture.ts';
import { environmentFor } from '../http/open-http.ts';
import { insist, send, submission, tellMatters, type Told } from './clients.ts';
import { checkReceipts, noticesPerRouted, receiptsKept } from './receipts.ts';
import { pause, startTown, type TownProcess } from './town-process.ts';

const clients = 8;
const kills = 3;
/** Receipts given before each kill: it falls into the middle of others being written. */
const toldBetween = 25;
/** How long a process that leaves still takes requests. */
const drainMs = 1500;

let database: TestDatabase;
let town: Town;
let folder: string;
let port: number;
let owner: pg.Client;
let running: TownProcess;
// As in production, where a process that is told to stop waits for the proxy to see it.
const start = () =>
  startTown(
    { ...environmentFor(database, folder), PRODUCTION: '1', PUBLIC_URL: 'https://town.example' },
    port,
  );
beforeAll(async () => {
  database = await testDatabase();
  await migrateQueue(database.ownerUrl);
  town = await makeTown(database);
  await makeCallers(contextAs(database, { kind: 'system' }), town);
  folder = await mkdtemp(join(tmpdir(), 'tongxin-killed-'));
  port = await freePort(14_300);
  owner = new pg.Client({ connectionString: database.ownerUrl, options: '-c search_path=m3307' });
  await owner.connect();
  running = await start();
}, 120_000);
afterAll(async () => {
  await running.end('SIGKILL');
  await owner.end();
  await database.close();
  await rm(folder, { recursive: true });
});

/** A host's cookies, from the front door. */
async function hostCookie(): Promise<string> {
  const response = await fetch(`${running.url}/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ username: 'caller-host', password: callerPassword }),
  });
  expect(response.status).toBe(200);
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

/** A host who hands each matter to the department as soon as it was told; a repeated step is refused and goes on. */
async function routeMatters(
  cookie: string,
  { next }: { next: () => string | null | undefined },
): Promise<void> {
  for (let id = next(); id !== undefined; id = next()) {
    if (id === null) {
      await pause(20);
      continue;
    }
    await insist(running.url, 'issues.accept', { id }, cookie);
    const copy = { id, title: '路灯不亮', text: '社区入口的路灯不亮。', confirmed: false };
    await insist(running.url, 'issues.saveHandlingCopy', copy, cookie);
    await insist(
      running.url,
      'issues.route',
      { id, unitId: town.department.id, term: 'simple', confirmed: false },
      cookie,
    );
  }
}

/** A process that is killed again and again while residents tell and a host routes; answers all receipts given. */
async function tellThroughKills(cookie: string): Promise<Told[]> {
  const given: Told[] = [];
  const waiting: string[] = [];
  let over = false;
  const onTold = (told: Told) => {
    given.push(told);
    waiting.push(told.id);
  };
  const next = () => waiting.shift() ?? (over ? undefined : null);
  const telling = Array.from({ length: clients }, () =>
    tellMatters(running.url, { stop: () => over, onTold }),
  );
  const routing = routeMatters(cookie, { next });
  for (let kill = 1; kill <= kills; kill += 1) {
    while (given.length < kill * toldBetween) await pause(5);
    await running.end('SIGKILL');
    running = await start();
  }
  while (given.length < (kills + 1) * toldBetween) await pause(5);
  over = true;
  await Promise.all([...telling, routing]);
  return given;
}

describe('a process that is killed in the middle of submissions', () => {
  let given: Told[];
  it(`loses no receipt that was given and doubles none, over ${kills} kills`, async () => {
    given = await tellThroughKills(await hostCookie());
    expect(given.length).toBeGreaterThan(kills * toldBetween);
    expect(new Set(given.map(({ receipt }) => receipt)).size).toBe(given.length);
    // A matter whose answer was lost on the way is told again under its key until there is a receipt: so nothing is
    // kept that nobody has a receipt for, though it may have been kept before its receipt was given.
    expect(await checkReceipts(owner, given)).toEqual({ lost: [], doubled: [], incomplete: [] });
  }, 180_000);

  it('keeps every promised notice, once', async () => {
    const notices = await noticesPerRouted(owner);
    expect(notices.size).toBe(given.length);
    expect([...notices].filter(([, times]) => times !== 1)).toEqual([]);
  });

  it('gives the same receipt and PIN again to whoever sends the same form later', async () => {
    const { key, id, receipt, pin } = given[0]!;
    const again = await send(running.url, 'issues.submit', submission(key));
    expect(again).toMatchObject({ status: 200, data: { id, receipt, pin } });
    const opened = await send(running.url, 'issues.openReceipt', { receipt, pin });
    expect(opened).toMatchObject({ status: 200, data: { matterId: id } });
  });

  it('the negative control: a lost receipt, a doubled matter and a missing entry are all found', async () => {
    const invented = { key: 'x', id: crypto.randomUUID(), receipt: 'AA-AAAA-AAAA', pin: '000000' };
    expect((await checkReceipts(owner, [...given, invented])).lost).toEqual([invented.receipt]);
    const [first, ...others] = given;
    expect((await checkReceipts(owner, others)).doubled).toEqual([first!.receipt]);
    await owner.query('begin');
    await owner.query('delete from journal where matter_id = $1 and seq = 1', [first!.id]);
    expect((await checkReceipts(owner, given)).incomplete).toEqual([first!.receipt]);
    await owner.query('delete from notices; delete from outbox; delete from graphile_worker._private_jobs');
    expect([...(await noticesPerRouted(owner)).values()].every((times) => times === 0)).toBe(true);
    await owner.query('rollback');
  });
});

describe('the same form sent at once', () => {
  const count = async () => Number((await owner.query(`select count(*) from matters`)).rows[0].count);

  it('twenty times makes one matter, and everybody gets its receipt', async () => {
    const before = await count();
    const form = submission(crypto.randomUUID());
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => send(running.url, 'issues.submit', form)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect((await count()) - before).toBe(1);
  });

  it('with other words under the same key is refused, and the first stays', async () => {
    const key = crypto.randomUUID();
    const first = await send(running.url, 'issues.submit', submission(key));
    const other = await send(running.url, 'issues.submit', submission(key, '说的是另外一件事，不是路灯。'));
    expect(other).toMatchObject({ status: 409, refusal: 'idempotency.other_content' });
    expect(await send(running.url, 'issues.submit', submission(key))).toEqual(first);
  });
});

/** Residents who tell one matter after another until the process says that it is leaving, as a proxy in front hears it. */
async function tellUntilLeaving() {
  const outcomes = { answered: [] as string[], unanswered: [] as string[] };
  let leaving = false;
  const listen = async () => {
    while ((await fetch(`${running.url}/ready`)).status === 200) await pause(50);
    leaving = true;
  };
  const client = async () => {
    while (!leaving) {
      const answer = await send(running.url, 'issues.submit', submission(crypto.randomUUID())).catch(String);
      if (typeof answer === 'string' || answer.status !== 200)
        outcomes.unanswered.push(JSON.stringify(answer));
      else outcomes.answered.push(String(answer.data?.['receipt']));
    }
  };
  return { outcomes, over: Promise.all([listen(), ...Array.from({ length: clients }, client)]) };
}

describe('a process that is told to stop', () => {
  it('says so, answers all that is under way, and keeps exactly what it answered', async () => {
    const before = await receiptsKept(owner);
    // Held up by another writer of the same key, so that it is still under way when the doors close.
    const key = crypto.randomUUID();
    await owner.query('begin');
    await owner.query(
      `insert into idempotency_keys (key, fingerprint, created_at) values ($1, 'none', now())`,
      [`issues.submit:${key}`],
    );
    const slow = send(running.url, 'issues.submit', submission(key));
    const { outcomes, over } = await tellUntilLeaving();
    while (outcomes.answered.length < 20) await pause(5);
    const gone = running.end('SIGTERM');
    await over;
    await pause(drainMs + 700);
    await owner.query('rollback');
    const { status, data } = await slow;
    expect(status).toBe(200);
    expect(await gone).toBe(0);
    expect(outcomes.unanswered).toEqual([]);
    const kept = (await receiptsKept(owner)).filter((receipt) => !before.includes(receipt));
    expect(kept.toSorted()).toEqual([...outcomes.answered, String(data?.['receipt'])].toSorted());
  }, 60_000);
});
