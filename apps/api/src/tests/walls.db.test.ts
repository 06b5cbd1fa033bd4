import { actorWith } from '@tongxin/accounts/testing';
import type { Role } from '@tongxin/core';
import { openPhoto } from '@tongxin/files/queries';
import { transact, type Context } from '@tongxin/db';
import { testDatabase } from '@tongxin/db/testing';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessTable } from './access-table.ts';
import { actorOf, callerKinds, type CallerKind } from './callers.ts';
import { askAs } from './cell.ts';
import { contextAs, makeFixture, type Fixture } from './fixture.ts';
import { forgetful, type Forgetful } from './forgetful.ts';
import { samples } from './samples/index.ts';
import { wallTable, type Sight } from './wall-table.ts';

let fixture: Fixture;
let undoing: Forgetful;
let owner: pg.Client;
let protectedTables: readonly string[];
beforeAll(async () => {
  fixture = await makeFixture(await testDatabase());
  undoing = await forgetful(fixture.database);
  owner = new pg.Client({
    connectionString: fixture.database.ownerUrl,
    options: '-c search_path=m3307,m3307_vault',
  });
  await owner.connect();
  protectedTables = await findProtected();
}, 120_000);
afterAll(async () => {
  await owner.end();
  undoing.close();
  await fixture.database.close();
});

const world = () => ({ fixture, forgetful: undoing });

/** The tables behind row-level security, as the database itself lists them. */
async function findProtected(): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select relname as name from pg_class where relrowsecurity and relforcerowsecurity order by relname`,
  );
  return rows.map(({ name }) => name);
}

async function switchWall(mode: 'enable' | 'disable'): Promise<void> {
  for (const table of protectedTables) await owner.query(`alter table ${table} ${mode} row level security`);
}

const contextOfKind = (kind: CallerKind, about: string) => {
  const known = { accounts: fixture.callers, about, elsewhere: fixture.issues.elsewhere.id };
  return contextAs(fixture.database, actorOf(kind, known));
};

const keyOf: Readonly<Record<string, string>> = {
  issues: 'matter_id',
  issue_words: 'matter_id',
  issue_messages: 'matter_id',
  judgements: 'issue_id',
  minutes_drafts: 'session_id',
  files: 'matter_id',
  member_particulars: 'member_id',
  leave_reasons: 'event_id',
  visit_notes: 'visit_id',
  identities: 'matter_id',
};

/** The matters whose rows a plain `select` shows to this caller: a query that forgot its scope. */
const rawRows = (kind: CallerKind, table: string, about: string) => rowsIn(contextOfKind(kind, about), table);

async function rowsIn(ctx: Context, table: string): Promise<string[]> {
  const reading = transact(ctx, (tx) =>
    tx.execute<{ id: string }>(sql.raw(`select ${keyOf[table]} as id from ${table}`)),
  );
  // The vault is not the application's to read at all.
  const { rows } = await reading.catch((error: { cause?: { code?: string } }) => {
    if (error.cause?.code !== '42501') throw error;
    return { rows: [] };
  });
  return rows.map(({ id }) => id);
}

async function sightOf(kind: CallerKind, table: string): Promise<string> {
  const about = table === 'judgements' ? fixture.issues.judged.id : fixture.issues.named.id;
  const seen = await rawRows(kind, table, about);
  const { rows } = await owner.query<{ id: string }>(`select ${keyOf[table]} as id from ${table}`);
  if (seen.length === 0) return 'none';
  if (seen.length === rows.length) return 'all';
  return (await isOwn(kind, table, { seen, about })) ? 'own' : `${seen.length} of ${rows.length} rows`;
}

/** Whether these are exactly the rows that are a caller's own, as the table means it. */
async function isOwn(kind: CallerKind, table: string, { seen, about }: { seen: string[]; about: string }) {
  if (kind === 'resident' || kind === 'stranger') {
    return seen.every((id) => id === (kind === 'resident' ? about : fixture.issues.elsewhere.id));
  }
  const clerks =
    kind === 'clerk' ? 'handler_unit_id = $1' : 'handler_unit_id is not null and $1::uuid is not null';
  const own = kind === 'contact' ? 'contact_person_id = $1' : clerks;
  const { rows } = await owner.query<{ id: string }>(
    `select ${keyOf[table]} as id from ${table} where ${own}`,
    [kind === 'contact' ? fixture.callers.contact.accountId : fixture.town.department.id],
  );
  return (
    seen.toSorted().join() ===
    rows
      .map(({ id }) => id)
      .toSorted()
      .join()
  );
}

/** Rows without any are no sight of their own. */
const same = (wanted: Sight, found: string) => wanted === found || (wanted === 'own' && found === 'none');

describe('without the first wall: queries that forgot their scope', () => {
  it('every protected table has its row in the table, and nothing is behind no wall', async () => {
    expect(protectedTables).toEqual(Object.keys(wallTable).toSorted());
  });

  it.each(Object.keys(wallTable))('%s shows each caller what is theirs and nothing else', async (table) => {
    const leaks = [];
    for (const kind of callerKinds) {
      const [wanted, found] = [wallTable[table]![kind], await sightOf(kind, table)];
      if (!same(wanted, found)) leaks.push(`${kind} sees ${found}, not ${wanted}`);
    }
    expect(leaks, leaks.join('\n')).toEqual([]);
  });

  it('a substitute over one matter is shown its rows, and a department’s only what was written for it', async () => {
    const { id } = fixture.issues.handling;
    const seen = async (role: Role) => {
      const ctx = contextAs(fixture.database, actorWith([{ role, matterId: id }]));
      const shown = [];
      for (const table of Object.keys(wallTable)) shown.push([table, new Set(await rowsIn(ctx, table))]);
      return Object.fromEntries(shown.filter(([, rows]) => (rows as Set<string>).size > 0)) as unknown;
    };
    expect(await seen('host')).toEqual({ issues: new Set([id]), issue_words: new Set([id]) });
    expect(await seen('department_clerk')).toEqual({ issues: new Set([id]) });
    for (const role of ['contact_person', 'member', 'auditor', 'operator'] as const)
      expect(await seen(role)).toEqual({});
  });

  it('the negative control: without row-level security the same selects show everything', async () => {
    await switchWall('disable');
    try {
      const seen = await rawRows('farHost', 'issue_words', fixture.issues.named.id);
      expect(seen.length).toBeGreaterThan(20);
      expect(await sightOf('farHost', 'issue_words')).toBe('all');
    } finally {
      await switchWall('enable');
    }
    expect(await rawRows('farHost', 'issue_words', fixture.issues.named.id)).toEqual([]);
  });
});

describe('without the second wall: row-level security switched off', () => {
  beforeAll(() => switchWall('disable'));
  afterAll(() => switchWall('enable'));

  it.each(Object.keys(samples))('%s', async (name) => {
    const found = [];
    for (const kind of callerKinds) {
      const { answer, leaks } = await askAs(kind, name, world());
      if (answer !== accessTable[name]![kind]) found.push(`${kind} is answered ${answer}`);
      for (const secret of leaks) found.push(`${kind} reads ${secret}`);
    }
    expect(found, found.join('\n')).toEqual([]);
  });

  it('photos show themselves as they do behind both walls', async () => {
    expect(await photoDifferences()).toEqual([]);
  });

  it('the negative control: a scope that is asked for as somebody else is noticed', async () => {
    const outcome = await askAs('neighbour', 'issues.openWords', { ...world(), actor: fixture.callers.host });
    expect(outcome).toMatchObject({ answer: '+', leaks: ['words', 'answer'] });
  });
});

/** Who sees which photo: what a resident sent, a department's evidence, and what was published. */
const photoTable: Readonly<Record<'sent' | 'evidence' | 'published', readonly CallerKind[]>> = {
  sent: ['resident', 'host', 'county'],
  evidence: ['resident', 'host', 'county', 'city', 'clerk'],
  published: callerKinds,
};

async function photoDifferences(): Promise<string[]> {
  const { storage, issueId, ...photos } = fixture.photos;
  const found = [];
  for (const name of ['sent', 'evidence', 'published'] as const) {
    for (const kind of callerKinds) {
      const opening = openPhoto(contextOfKind(kind, issueId), storage, photos[name], 'small');
      const opened = await opening.catch(() => null);
      if ((opened !== null) === photoTable[name].includes(kind)) continue;
      found.push(`${kind} ${opened === null ? 'does not see' : 'sees'} the photo ${name}`);
    }
  }
  return found;
}

describe('photos', () => {
  it('are seen by whoever the table names', async () => {
    const found = await photoDifferences();
    expect(found, found.join('\n')).toEqual([]);
  });
});
