import { system } from '@tongxin/core';
import { openMunicipality } from '@tongxin/db';
import { importDivisions } from '@tongxin/divisions/commands';
import pg from 'pg';

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

async function connectOwner(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, options: '-c search_path=m3307,public' });
  await client.connect();
  return client;
}

/** Real divisions and one office for each, so that a submission finds its way. */
export async function fillGround(url: string): Promise<void> {
  const municipality = openMunicipality(url, '3307', { connections: 2 });
  const now = () => Temporal.Now.instant();
  await importDivisions({ municipality, actor: system, now }, { city: '3307' });
  await municipality.close();
  const owner = await connectOwner(url);
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
  await owner.end();
}

/** Matters up to this size, spread over the villages (S: over one township), with journal, texts and publication. */
export async function fillMatters(url: string, size: Size): Promise<Aim> {
  const owner = await connectOwner(url);
  const { rows } = await owner.query<{ code: string; county_code: string }>(
    `select code, county_code from divisions where level = 'township' and city_code = '3307' order by code limit 1`,
  );
  const { code: township, county_code: county } = rows[0]!;
  const where = size.name === 'S' ? `and township_code = '${township}'` : '';
  const have = Number((await owner.query('select count(*) from matters')).rows[0].count);
  const batch = 50_000;
  for (let from = have; from < size.matters; from += batch) {
    await owner.query(batchSql(where), [from, Math.min(from + batch, size.matters)]);
  }
  await owner.query('analyze');
  const one = await owner.query<{ id: string }>(
    `select id from matters where township_code = $1 order by opened_at desc offset 10 limit 1`,
    [township],
  );
  const published = await owner.query<{ id: string }>(`select matter_id as id from published_issues limit 1`);
  const village = await owner.query<{ code: string }>(
    `select code from divisions where township_code = $1 order by code limit 1`,
    [township],
  );
  await owner.end();
  return {
    village: village.rows[0]!.code,
    township,
    county,
    matterId: one.rows[0]!.id,
    publishedId: published.rows[0]!.id,
  };
}

/** One statement per batch: the spine, its first entries, the issue, the words and, for each fifth, the publication. */
function batchSql(where: string): string {
  return `
    with place as materialized (
      select row_number() over (order by v.code) - 1 as n, v.code as village, v.township_code as township,
             v.county_code as county, o.id as office
        from divisions v join organisations o on o.division_code = v.township_code and o.kind = 'township_group'
       where v.level = 'village' and v.city_code = '3307' ${where.replace('township_code', 'v.township_code')}),
    many as (
      select uuidv7(make_interval(mins => -((g % 525600)::int))) as id, g, p.*,
             now() - make_interval(mins => (g % 525600)::int) as told
        from generate_series($1::int, $2::int - 1) g
        join place p on p.n = g % (select count(*) from place)),
    spine as (
      insert into matters (id, kind, number, chain_id, organisation_id, city_code, county_code, township_code,
        village_code, state, owner_role, owner_unit_id, due_at, opened_at, closed_at, changed_at, entry_count)
      select id, 'issue', 'B-' || g, id, office, '3307', county, township, village,
        case when g % 5 = 0 then 'closed' else 'received' end, case when g % 5 = 0 then null else 'host' end,
        case when g % 5 = 0 then null else office end, case when g % 5 = 0 then null else told + interval '1 day' end,
        told, case when g % 5 = 0 then told + interval '9 days' end, told, 2 from many),
    history as (
      insert into journal (matter_id, seq, kind, move, to_state, at, recorded_at, actor_kind, data, city_code, county_code, township_code)
      select id, s, 'issue', case s when 1 then 'open' else 'accept' end, 'received', told, told, 'system', '{}', '3307', county, township
        from many, generate_series(1, 2) s),
    texts as (
      insert into issues (matter_id, city_code, county_code, township_code, village_code, channel, handling_title, handling_text, opened_at)
      select id, '3307', county, township, village, 'web', '路灯不亮 ' || g, '村口的路灯坏了，晚上看不清路。', told from many),
    words as (
      insert into issue_words (matter_id, city_code, county_code, township_code, village_code, words)
      select id, '3307', county, township, village, '村口的灯又不亮了，晚上老人走路怕摔跤。' from many)
    insert into published_issues (matter_id, city_code, county_code, township_code, title, text, closing_class, closed_at, published_at)
    select id, '3307', county, township, '路灯不亮 ' || g, '村口的路灯已修好。', 'solved', told + interval '9 days', told + interval '10 days'
      from many where g % 5 = 0`;
}
