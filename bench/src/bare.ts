import fastify from 'fastify';
import pg from 'pg';

/**
 * The limit: the same statements through bare Fastify and the bare driver, with nothing of ours between. Reads the
 * address of the database from BENCH_DATABASE_URL.
 */
const pool = new pg.Pool({
  connectionString: process.env.BENCH_DATABASE_URL,
  max: 10,
  options: '-c search_path=m3307,public',
});
const app = fastify();
const one = async (name: string, text: string, values: unknown[]) =>
  (await pool.query({ name, text, values })).rows;

app.get('/empty', async () => ({ ok: true }));

app.get<{ Querystring: { id: string } }>('/published', async ({ query }) =>
  one(
    'published',
    `select matter_id, title, text, outcome, closing_class, closed_at, published_at, county_code, township_code
       from published_issues where matter_id = $1`,
    [query.id],
  ),
);

app.get<{ Querystring: { id: string } }>('/issue', async ({ query }) =>
  one(
    'issue',
    `select m.id, m.number, m.state, m.owner_role, m.due_at, m.opened_at, m.township_code, i.handling_title, i.handling_text
       from matters m join issues i on i.matter_id = m.id where m.id = $1`,
    [query.id],
  ),
);

for (const level of ['township', 'county'] as const) {
  app.get<{ Querystring: { code: string } }>(`/newest/${level}`, async ({ query }) =>
    one(
      `newest-${level}`,
      `select m.id, m.number, m.state, m.owner_role, m.due_at, m.opened_at, m.township_code, i.handling_title, i.channel
         from matters m join issues i on i.matter_id = m.id
        where m.${level}_code = $1 and m.kind = 'issue' order by m.opened_at desc, m.id desc limit 21`,
      [query.code],
    ),
  );
  app.get<{ Querystring: { code: string } }>(`/settled/${level}`, async ({ query }) =>
    one(
      `settled-${level}`,
      `select matter_id, title, outcome, closing_class, closed_at, township_code from published_issues
        where ${level}_code = $1 order by closed_at desc, matter_id desc limit 21`,
      [query.code],
    ),
  );
}

app.post<{ Body: { code: string; words: string; key: string } }>('/submit', async ({ body }) => {
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
      values: [body.code, crypto.randomUUID(), `B-${body.key}`],
    });
    const { id, county_code: county, township_code: township } = rows[0];
    await client.query({
      name: 'words',
      text: `insert into issue_words (matter_id, city_code, county_code, township_code, village_code, words) values ($1, '3307', $2, $3, $4, $5)`,
      values: [id, county, township, body.code, body.words],
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
});

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void app.close().then(() => pool.end()));
}
