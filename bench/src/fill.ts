import { system } from '@tongxin/core';
import { openMunicipality } from '@tongxin/db';
import { importDivisions } from '@tongxin/divisions/commands';
import { foldJournal } from '@tongxin/reports/commands';
import pg from 'pg';
import { issuesSql, sessionsSql, settledCountsSql } from './fill-sql.ts';

/** How much the tables hold: one township, or one municipality of a million matters. */
export type Size = { name: 'S' | 'M'; matters: number };
export const sizes: readonly Size[] = [
  { name: 'S', matters: 7_000 },
  { name: 'M', matters: 1_000_000 },
];

/** The township and county that are read, and one of the matters in it. */
export type Aim = {
  township: string;
  county: string;
  matterId: string;
  publishedId: string;
  village: string;
};

/** Real divisions, an office for each, a member and the halls: what matters are filled into. */
export async function fillGround(url: string): Promise<void> {
  const municipality = openMunicipality(url, '3307', { connections: 2 });
  await importDivisions({ municipality, actor: system, now }, { city: '3307' });
  await municipality.close();
  await asOwner(url, async (owner) => {
    for (const [level, kind] of [
      ['city', 'city_office'],
      ['county', 'county_office'],
      ['township', 'township_group'],
    ]) {
      await owner.query(
        `insert into organisations (id, kind, name, division_code)
         select uuidv7(), $2, name, code from divisions where level = $1 and (code = '3307' or city_code = '3307')`,
        [level, kind],
      );
    }
    await owner.query(
      `insert into platforms (id, name, organisation_id, city_code, county_code, township_code, address, seats, open_hours)
       select uuidv7(), v.name, o.id, '3307', v.county_code, v.code, v.name, 40, '9-17'
         from divisions v join organisations o on o.division_code = v.code and o.kind = 'township_group'`,
    );
    await owner.query(
      `insert into platform_roles (id, platform_id, role, plaque_name)
       select uuidv7(), id, 'hall', name from platforms`,
    );
    await owner.query(
      `insert into members (id, name, intake_code, door_code) values (uuidv7(), '演示委员', 'DEMO', 'DEMO')`,
    );
    await owner.query(
      `insert into memberships (id, member_id, organisation_id, city_code, name)
       select uuidv7(), m.id, o.id, '3307', m.name from members m, organisations o where o.kind = 'city_office'`,
    );
  });
}

/**
 * Matters up to this size, spread over the villages (S: over one township): issues with journal, texts and
 * publication, to each hundred a session with two agreed lines, and the roll-up that the program itself folds. The
 * indexes are taken off and made again at the end, and references are not checked, so that a million takes minutes.
 */
export async function fillMatters(url: string, { name, matters }: Size): Promise<Aim> {
  const aim = await asOwner(url, async (owner) => {
    const [place] = await rowsOf<{ code: string; county_code: string }>(
      owner,
      `select code, county_code from divisions where level = 'township' and city_code = '3307' order by code limit 1`,
    );
    const only = name === 'S' ? place!.code : null;
    await withoutIndexes(owner, filledTables, async () => {
      const batch = 50_000;
      for (let from = 0; from < matters; from += batch) {
        await owner.query(issuesSql, [from, Math.min(from + batch, matters), only]);
      }
      await owner.query(sessionsSql, [Math.ceil(matters / 100), only]);
    });
    await owner.query(settledCountsSql);
    await owner.query('vacuum analyze');
    return findAim(owner, place!.code, place!.county_code);
  });
  await foldAll(url);
  return aim;
}

/** Folds what the journal has into the roll-up, as the worker does every few seconds. */
export async function foldAll(url: string): Promise<void> {
  const municipality = openMunicipality(url, '3307', { connections: 1 });
  while ((await foldJournal({ municipality, actor: system, now })) > 0);
  await municipality.close();
  await asOwner(url, (owner) => owner.query('vacuum analyze rollup_months'));
}

const filledTables = [
  'matters',
  'journal',
  'issues',
  'issue_words',
  'published_issues',
  'sessions',
  'topics',
  'outcome_lines',
];

/** Fills these tables without the indexes that are no constraints, and without checks of references. */
export async function withoutIndexes(
  owner: pg.Client,
  tables: readonly string[],
  fill: () => Promise<void>,
): Promise<void> {
  const indexes = await rowsOf<{ name: string; made: string }>(
    owner,
    `select i.relname as name, pg_get_indexdef(i.oid) as made
       from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
      where t.relname = any($1) and t.relnamespace = 'm3307'::regnamespace and not x.indisunique`,
    [tables],
  );
  await owner.query('set session_replication_role = replica');
  for (const { name } of indexes) await owner.query(`drop index "${name}"`);
  await fill();
  for (const { made } of indexes) await owner.query(made);
}

async function findAim(owner: pg.Client, township: string, county: string): Promise<Aim> {
  const [first] = await rowsOf<Omit<Aim, 'township' | 'county'>>(
    owner,
    `select (select id from matters where township_code = $1 and kind = 'issue' order by opened_at desc offset 10 limit 1) as "matterId",
            (select matter_id from published_issues where township_code = $1 limit 1) as "publishedId",
            (select code from divisions where township_code = $1 order by code limit 1) as village`,
    [township],
  );
  return { township, county, ...first! };
}

const now = () => Temporal.Now.instant();

export async function rowsOf<Row extends object>(client: pg.Client, text: string, values: unknown[] = []) {
  return (await client.query<Row>(text, values)).rows;
}

/** Runs `work` as the owner of the tables, whom no policy holds back. */
export async function asOwner<T>(url: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: url, options: '-c search_path=m3307,public' });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}
