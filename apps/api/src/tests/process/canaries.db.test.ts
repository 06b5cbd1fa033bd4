import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@tongxin/db/embedded';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { makeTown, type Town } from '@tongxin/matters/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrateQueue } from '../../worker/queue.ts';
import { makeCallers } from '../callers.ts';
import { contextAs } from '../fixture.ts';
import { environmentFor } from '../http/open-http.ts';
import { live, type Canaries } from './one-life.ts';
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
};

let database: TestDatabase;
let town: Town;
let folder: string;
let running: TownProcess;
let life: Awaited<ReturnType<typeof live>>;
beforeAll(async () => {
  database = await testDatabase();
  await migrateQueue(database.ownerUrl);
  town = await makeTown(database);
  await makeCallers(contextAs(database, { kind: 'system' }), town);
  folder = await mkdtemp(join(tmpdir(), 'tongxin-canaries-'));
  // As in production, so that what is logged there is what is looked at.
  const production = { PRODUCTION: '1', PUBLIC_URL: 'https://town.example' };
  running = await startTown({ ...environmentFor(database, folder), ...production }, await freePort(14_400));
  life = await live(running.url, { canaries, town });
  // The worker takes its jobs, seals and folds.
  await pause(7000);
}, 180_000);
afterAll(async () => {
  await running.end('SIGKILL');
  await database.close();
  await rm(folder, { recursive: true });
});

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
      const { rows } = await owner.query<{ text: string }>(`select row_to_json(t)::text as text from ${name} t`);
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
  const escaped = JSON.stringify(secret).slice(1, -1).replaceAll(/[^\x20-\x7e]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const all = [secret, bare, escaped, encodeURIComponent(secret), Buffer.from(secret).toString('base64').replace(/=+$/, '')];
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
};

describe('after a whole life of one matter', () => {
  it('was really lived to its end, over HTTP', () => {
    expect(life.moves).toEqual(expect.arrayContaining(['submit', 'reveal', 'judge', 'close', 'publish', 'reopen']));
    expect(life.revealed).toMatchObject({ name: canaries.name, phone: canaries.phone, address: canaries.address });
  });

  it.each(Object.keys(canaries) as (keyof Canaries)[])('the resident’s %s stands only where it belongs', async (what) => {
    const rows = await everyRow();
    const found = new Set(rows.filter(({ text }) => holds(text, canaries[what])).map(({ table }) => table));
    expect([...found].toSorted()).toEqual([...homes[what]].toSorted());
  });

  it('the contact details are in the vault, and only encrypted', async () => {
    const vault = (await everyRow()).filter(({ table }) => table === 'm3307_vault.identities');
    expect(vault).toHaveLength(1);
  });

  it('the PIN stands nowhere', async () => {
    const { pin, receipt } = life;
    const rows = (await everyRow()).filter(({ text }) => text.includes(receipt) && new RegExp(`\\b${pin}\\b`).test(text));
    expect(rows).toEqual([]);
  });

  it('no line of the log holds anything of it', () => {
    const said = Object.entries({ ...canaries, pin: life.pin, key: life.key }).filter(([, secret]) => holds(running.output(), secret));
    expect(said.map(([what]) => what)).toEqual([]);
    expect(running.output()).toContain('listening on');
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
    for (const form of formsOf(canaries.phone)) expect(holds(`{"level":40,"msg":"sent to ${form}"}`, canaries.phone)).toBe(true);
    expect(holds('{"level":40}', canaries.phone)).toBe(false);
  });
});
