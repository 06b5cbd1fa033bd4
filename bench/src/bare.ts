import { readFileSync } from 'node:fs';
import fastify from 'fastify';
import pg from 'pg';
import { submit } from './bare-submit.ts';
import { bareLists } from './network/bare-sql.ts';
import { lists, points, table, wholeIssue, type Statement } from './bare-sql.ts';

/**
 * The limit: the same statements through bare Fastify and the bare driver, with nothing of ours between. Reads the
 * address of the database from BENCH_DATABASE_URL, and the bytes of a page from the file BENCH_PAGE.
 */
const pool = new pg.Pool({
  connectionString: process.env.BENCH_DATABASE_URL,
  max: 10,
  options: '-c search_path=m3307,public',
});
const app = fastify();
const page = readFileSync(process.env.BENCH_PAGE!);
const ask = async ({ name, text }: Statement, values: unknown[]) =>
  (await pool.query({ name, text, values })).rows;

app.get('/empty', async () => ({ ok: true }));
app.get('/page', async (_request, reply) => reply.type('text/html; charset=utf-8').send(page));

for (const statement of points) {
  app.get<{ Querystring: { id: string } }>(`/${statement.name}`, ({ query }) => ask(statement, [query.id]));
}
for (const statement of lists) {
  app.get<{ Querystring: { code: string } }>(`/${statement.name}`, ({ query }) =>
    ask(statement, [query.code]),
  );
}
for (const list of bareLists) {
  app.get<{ Querystring: Record<string, string> }>(`/network/${list.name}`, ({ query }) =>
    ask(
      list,
      list.takes.map((part) => query[part]),
    ),
  );
}
app.get<{ Querystring: { id: string } }>('/issue-whole', async ({ query }) => {
  const [who, ...parts] = wholeIssue;
  await ask(who!, []);
  return Promise.all(parts.map((part) => ask(part, [query.id])));
});
app.get<{ Querystring: { code: string; from: string; to: string } }>('/table', ({ query }) =>
  ask(table, [query.code, query.from, query.to]),
);
app.post<{ Body: { code: string; words: string; key: string } }>('/submit', ({ body }) => submit(pool, body));

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void app.close().then(() => pool.end()));
}
