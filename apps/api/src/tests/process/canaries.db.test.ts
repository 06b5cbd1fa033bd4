import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@tongxin/db/embedded';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { makeTown, type Town } from '@tongxin/matters/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrateQueue } from '../../worker/queue.ts';
import { makeAccount, type WantedGrant } from '@tongxin/accounts/testing';
import { readConfig } from '../../env.ts';
import { sealFollow } from '../../follow-cookie.ts';
import { callerPassword } from '../callers.ts';
import { contextAs } from '../fixture.ts';
import { environmentFor } from '../http/open-http.ts';
import { submission } from './clients.ts';
import { live, workers, type Canaries } from './one-life.ts';
import { pause, startTown, type TownProcess } from './town-process.ts';

/** What only the resident said, each in one place of one form. No word of it stands in our own texts. */
const canaries: Canaries = {
  words: '桫椤沟的老涵洞塌了半边',
  place: '獐子坳第七棵樟树',
  name: '欧阳暗记',
  phone: '139 0000 4411',
  address: '暗记巷十七号后院',
  answer: '是樟树底下那一个涵洞口',
  bounced: '热线说獐子坳不归他们管',
  judged: '桫椤沟总算不积水了',
  again: '上周桫椤沟又漫出来了',
  refused: '没有发出去的桫椤沟草稿',
  broken: '存到一半坏掉的桫椤沟来信',
};

let database: TestDatabase;
let town: Town;
let folder: string;
let running: TownProcess;
let life: Awaited<ReturnType<typeof live>>;
let broken: string;
beforeAll(async () => {
  database = await testDatabase();
  await migrateQueue(database.ownerUrl);
  town = await makeTown(database);
  for (const username of workers) {
    const grants = [grantOf(username)];
    await makeAccount(contextAs(database, { kind: 'system' }), {
      username,
      password: callerPassword,
      grants,
    });
  }
  folder = await mkdtemp(join(tmpdir(), 'tongxin-canaries-'));
  // As in production, so that what is logged there is what is looked at.
  const environment = {
    ...environmentFor(database, folder),
    PRODUCTION: '1',
    PUBLIC_URL: 'https://town.example',
  };
  running = await startTown(environment, await freePort(14_400));
  const { receipt } = readConfig(environment).keys;
  const followCookieOf = (matterId: string) => sealFollow(matterId, Temporal.Now.instant(), receipt);
  life = await live(running.url, { canaries, town, followCookieOf });
  broken = await breakSubmission();
  await untilWorkIsDone();
}, 180_000);
afterAll(async () => {
  await running.end('SIGKILL');
  await database.close();
  await rm(folder, { recursive: true });
});

function grantOf(username: (typeof workers)[number]): WantedGrant {
  if (username === 'clerk') return { role: 'department_clerk', organisationId: town.department.id };
  return username.endsWith('host')
    ? { role: 'host', divisionCode: '330702001' }
    : { role: 'county_office', divisionCode: '330702' };
}

/** A submission that the database refuses for a reason that nobody foresaw; answers what its resident is told. */
async function breakSubmission(): Promise<string> {
  const owner = new pg.Client({
    connectionString: database.ownerUrl,
    options: '-c search_path=m3307',
  });
  await owner.connect();
  try {
    await owner.query(`alter table issue_words add constraint unforeseen check (words not like '存到一半%')`);
    const response = await fetch(`${running.url}/trpc/issues.submit`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...submission(crypto.randomUUID(), canaries.broken),
        placeWords: canaries.broken,
      }),
    });
    expect(response.status).toBe(500);
    await owner.query('alter table issue_words drop constraint unforeseen');
    return await response.text();
  } finally {
    await owner.end();
  }
}

/** The worker has taken every job that the life promised: what it writes and logs is looked at too. */
async function untilWorkIsDone(): Promise<void> {
  const left = `select (select count(*) from outbox) + (select count(*) from graphile_worker._private_jobs) as jobs`;
  const owner = new pg.Client({
    connectionString: database.ownerUrl,
    options: '-c search_path=m3307 -c default_transaction_read_only=on',
  });
  await owner.connect();
  try {
    const since = performance.now();
    while ((await owner.query(left)).rows[0].jobs !== '0') {
      if (performance.now() - since > 30_000) throw new Error('the worker left jobs undone');
      await pause(100);
    }
    expect((await owner.query('select count(*) from notices')).rows[0].count).not.toBe('0');
  } finally {
    await owner.end();
  }
}

type Found = { table: string; text: string };

/** Every row of every table, whichever schema it is in, as text. */
async function everyRow(): Promise<Found[]> {
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  try {
    const { rows: tables } = await owner.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
    );
    const all: Found[] = [];
    for (const { name } of tables) {
      const { rows } = await owner.query<{ text: string }>(
        `select row_to_json(t)::text as text from ${name} t`,
      );
      all.push(...rows.map(({ text }) => ({ table: name, text })));
    }
    return all;
  } finally {
    await owner.end();
  }
}

/** The forms in which a secret could hide: as typed, without spaces, as JSON writes it, in an address, in base64. */
function formsOf(secret: string): string[] {
  const bare = secret.replaceAll(' ', '');
  const escaped = JSON.stringify(secret)
    .slice(1, -1)
    .replaceAll(/[^\x20-\x7e]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const all = [
    secret,
    bare,
    escaped,
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64').replace(/=+$/, ''),
  ];
  return [...new Set([...all, Buffer.from(secret).toString('hex')])];
}

const holds = (text: string, secret: string) => formsOf(secret).some((form) => text.includes(form));

/** Where each may stand, encrypted or not; nowhere else. */
const homes: Readonly<Record<keyof Canaries, readonly string[]>> = {
  words: ['m3307.issue_words'],
  place: ['m3307.issue_words'],
  name: [],
  phone: [],
  address: [],
  answer: ['m3307.issue_messages'],
  bounced: ['m3307.issue_messages'],
  judged: ['m3307.judgements'],
  again: ['m3307.issue_messages'],
  refused: [],
  broken: [],
};

describe('after a whole life of one matter', () => {
  it('was really lived to its end, over HTTP', () => {
    expect(life.moves).toEqual(
      expect.arrayContaining(['submit', 'reveal', 'judge', 'close', 'publish', 'reopen']),
    );
    expect(life.revealed).toMatchObject({
      name: canaries.name,
      phone: canaries.phone,
      address: canaries.address,
    });
  });

  it.each(Object.keys(canaries) as (keyof Canaries)[])(
    'the resident’s %s stands only where it belongs',
    async (what) => {
      const rows = await everyRow();
      const found = new Set(rows.filter(({ text }) => holds(text, canaries[what])).map(({ table }) => table));
      expect([...found].toSorted()).toEqual([...homes[what]].toSorted());
    },
  );

  it('the contact details are in the vault, and only encrypted', async () => {
    const vault = (await everyRow()).filter(({ table }) => table === 'm3307_vault.identities');
    expect(vault).toHaveLength(1);
  });

  it('the PIN stands nowhere', async () => {
    const { pin, receipt } = life;
    const rows = (await everyRow()).filter(
      ({ text }) => text.includes(receipt) && new RegExp(`\\b${pin}\\b`).test(text),
    );
    expect(rows).toEqual([]);
  });

  it('no line of the log holds anything of it', () => {
    const said = Object.entries({ ...canaries, pin: life.pin, key: life.key }).filter(([, secret]) =>
      holds(running.output(), secret),
    );
    expect(said.map(([what]) => what)).toEqual([]);
    // What broke is there all the same, for those who mend it.
    expect(running.output()).toContain('listening on');
    expect(running.output()).toContain('"where":"issues.submit"');
    expect(running.output()).toContain(String.raw`violates check constraint \"unforeseen\"`);
  });

  it('whoever met the fault is told nothing of the inside', () => {
    expect(JSON.parse(broken)).toEqual({
      error: {
        code: -32603,
        message: 'INTERNAL_SERVER_ERROR',
        data: { code: 'INTERNAL_SERVER_ERROR', httpStatus: 500, refusal: null, facts: {}, fields: {} },
      },
    });
  });

  it('the public page and what offices are shown hold nothing that only the resident said', () => {
    for (const [what, secret] of Object.entries(canaries)) {
      expect([what, holds(life.published, secret)]).toEqual([what, false]);
      expect([what, holds(life.departments, secret)]).toEqual([what, false]);
    }
  });
});

describe('the negative control', () => {
  it('a secret that is planted in a table or a log line is found in each of its forms', async () => {
    const rows = await everyRow();
    expect(rows.filter(({ text }) => holds(text, canaries.words)).length).toBeGreaterThan(0);
    for (const form of formsOf(canaries.phone))
      expect(holds(`{"level":40,"msg":"sent to ${form}"}`, canaries.phone)).toBe(true);
    expect(holds('{"level":40}', canaries.phone)).toBe(false);
  });
});
