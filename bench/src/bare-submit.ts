import type pg from 'pg';

/** A submission as somebody would write it first: the matter, the words and a promise in one transaction. */
export async function submit(
  pool: pg.Pool,
  { code, words, key }: { code: string; words: string; key: string },
): Promise<{ id: string }> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query({
      name: 'open',
      text: `with place as (select v.code, v.township_code, v.county_code, o.id as office from divisions v
               join organisations o on o.division_code = v.township_code and o.kind = 'township_group' where v.code = $1)
             insert into matters (id, kind, number, chain_id, organisation_id, city_code, county_code, township_code,
               village_code, state, owner_role, owner_unit_id, due_at, opened_at, changed_at, entry_count)
             select $2::uuid, 'issue', $3, $2::uuid, office, '3307', county_code, township_code, code, 'received', 'host', office,
               now() + interval '1 day', now(), now(), 1 from place
             returning id, county_code, township_code`,
      values: [code, crypto.randomUUID(), `B-${key}`],
    });
    const { id, county_code: county, township_code: township } = rows[0];
    await client.query({
      name: 'words',
      text: `insert into issue_words (matter_id, city_code, county_code, township_code, village_code, words) values ($1, '3307', $2, $3, $4, $5)`,
      values: [id, county, township, code, words],
    });
    await client.query({
      name: 'promise',
      text: `insert into outbox (id, task, payload) values ($1, 'bench', '{}')`,
      values: [id],
    });
    await client.query('commit');
    return { id };
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
