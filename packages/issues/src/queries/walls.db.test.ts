import { anonymous, type Actor } from '@tongxin/core';
import { transact } from '@tongxin/db';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { contextOf, makeTown } from '@tongxin/matters/testing';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeIssue, openWords } from '../commands/index.ts';
import { makeIssueIn, residentOf, sceneOf, type Scene } from '../testing.ts';
import { getFollow, getIssue, listForDepartment, listIssues } from './index.ts';

const guarded = ['issues', 'issue_words', 'issue_messages', 'judgements'] as const;
const withWords = ['issue_words', 'issue_messages', 'judgements'] as const;

let database: TestDatabase;
let scene: Scene;
let owner: pg.Client;
let id: string;
let strangers: Actor[];
beforeAll(async () => {
  database = await testDatabase();
  scene = sceneOf(database, await makeTown(database));
  owner = new pg.Client({ connectionString: database.ownerUrl, options: '-c search_path=m3307,public' });
  await owner.connect();
  await makeIssueIn(scene, 'needs_info');
  ({ id } = await makeIssueIn(scene, 'to_rate'));
  await judgeIssue(as(residentOf(id)), {
    key: crypto.randomUUID(),
    solved: 'partly',
    stars: 4,
    words: '还差一点',
  });
  strangers = [
    scene.people.neighbour,
    scene.people.otherCounty,
    scene.people.otherClerk,
    residentOf(crypto.randomUUID()),
    anonymous,
  ];
});
afterAll(async () => {
  await owner.end();
  await database.close();
});

const as = (actor: Actor) => contextOf(database, actor);
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'seen',
    (error: { code?: string }) => error.code ?? 'a bug',
  );
const count = (actor: Actor, table: string) =>
  transact(as(actor), async (tx) =>
    Number((await tx.execute<{ count: string }>(sql.raw(`select count(*) from ${table}`))).rows[0]!.count),
  );

describe('without the first wall: a query that forgot its scope', () => {
  it('shows strangers nothing', async () => {
    for (const table of guarded)
      for (const actor of strangers) expect([table, await count(actor, table)]).toEqual([table, 0]);
  });

  it('shows a department its matters’ handling copies and nobody’s words or ratings', async () => {
    expect(await count(scene.people.clerk, 'issues')).toBe(1);
    for (const table of withWords) expect(await count(scene.people.clerk, table)).toBe(0);
  });

  it('shows the city handling copies and no words, and the auditor neither', async () => {
    expect(await count(scene.people.city, 'issues')).toBe(2);
    for (const table of withWords) expect(await count(scene.people.city, table)).toBe(0);
    for (const table of guarded) expect(await count(scene.people.auditor, table)).toBe(0);
  });

  it('shows a resident their own matter only', async () => {
    for (const table of ['issues', 'issue_words', 'judgements'])
      expect(await count(residentOf(id), table)).toBe(1);
  });

  it('outside a transaction shows nothing, also on a connection that had a scope before', async () => {
    await using single = await testDatabase({ connections: 1 });
    const alone = sceneOf(single, await makeTown(single));
    await makeIssueIn(alone, 'to_rate');
    for (const table of guarded) {
      const { rows } = await single.pool.query(`select count(*) from ${table}`);
      expect([table, rows[0].count]).toEqual([table, '0']);
    }
  });

  it('lets nobody write a row into a place that is not theirs', async () => {
    const insert = (actor: Actor) =>
      transact(as(actor), (tx) =>
        tx.execute(sql`insert into issue_messages (matter_id, seq, city_code, county_code, township_code, author, text, at)
          values (${id}, 99, '3307', '330702', '330702001', 'office', 'x', now())`),
      );
    for (const actor of [...strangers, scene.people.clerk, scene.people.city]) {
      await expect(insert(actor)).rejects.toMatchObject({ cause: { code: '42501' } });
    }
  });

  it('holds for the owner of the tables too', async () => {
    const { rows } = await owner.query(
      `select relname from pg_class where relname = any($1) and relrowsecurity and relforcerowsecurity order by relname`,
      [[...guarded]],
    );
    expect(rows.map(({ relname }) => relname)).toEqual([...guarded].toSorted());
  });
});

describe('without the second wall: row-level security switched off', () => {
  const switchTo = async (mode: 'enable' | 'disable') => {
    for (const table of guarded) await owner.query(`alter table ${table} ${mode} row level security`);
  };
  const open = async (check: () => Promise<void>) => {
    await switchTo('disable');
    try {
      await check();
    } finally {
      await switchTo('enable');
    }
  };

  it('the queries still show strangers nothing', async () =>
    open(async () => {
      // The wall is really gone.
      expect(await count(scene.people.otherCounty, 'issue_words')).toBeGreaterThan(0);
      for (const actor of strangers) {
        expect(await refusal(getIssue(as(actor), { id }))).toBe('matters.not_found');
        expect(await refusal(openWords(as(actor), { id }))).toBe('matters.not_found');
        expect(await refusal(getFollow(as(actor)))).toBe('matters.not_found');
        expect((await listIssues(as(actor), {})).rows).toEqual([]);
        expect((await listIssues(as(actor), { divisionCode: '330702001' })).rows).toEqual([]);
        expect((await listForDepartment(as(actor), {})).rows).toEqual([]);
      }
    }));

  it('departments, the city and the auditor still read no words and the department no ratings', async () =>
    open(async () => {
      for (const actor of [scene.people.clerk, scene.people.city, scene.people.auditor]) {
        expect(await refusal(openWords(as(actor), { id }))).toBe('matters.not_found');
      }
      const seen = await getIssue(as(scene.people.clerk), { id });
      expect(seen.judgements).toEqual([]);
      expect(JSON.stringify(seen)).not.toContain('还差一点');
    }));

  it('the negative control: a query without its own scope would show everything', async () =>
    open(async () => {
      const { rows } = await database.pool.query('select count(*) from issue_words');
      expect(Number(rows[0].count)).toBe(2);
    }));
});
