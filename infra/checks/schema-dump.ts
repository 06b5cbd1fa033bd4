import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../../packages/base/db/src/embedded.ts';
import { migrateAll } from '../../packages/base/db/src/migrate.ts';
import { root } from '../local/command.ts';

const dumpFile = join(root, 'packages', 'base', 'db', 'schema.sql');
const demoCity = '3307';
const header = `-- What the migrations build, as the database sees it. Written by \`pnpm migration <name>\`; compared by \`pnpm check\`.
-- A change of the tables is read here. City ${demoCity} stands for any city.
`;

const ours = `n.nspname !~ '^(pg_|information_schema$|graphile_worker$)'
  and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`;

/** One line per fact, in one order, whatever the machine. Each query gives the table and the line. */
const facts = [
  `select n.nspname, c.relname, 1 as part, a.attnum::text as place, format('  %I %s%s%s', a.attname,
      format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' else '' end,
      case when a.attidentity <> '' then ' identity' when d.adbin is null then '' else ' default ' || pg_get_expr(d.adbin, d.adrelid) end) as line
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and ${ours}`,
  `select n.nspname, c.relname, 2, k.conname, format('  constraint %I %s', k.conname, pg_get_constraintdef(k.oid))
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype <> 'n' and ${ours}`,
  `select n.nspname, c.relname, 3, i.relname, '  ' || pg_get_indexdef(x.indexrelid)
    from pg_index x join pg_class i on i.oid = x.indexrelid
    join pg_class c on c.oid = x.indrelid join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and ${ours}
    and not exists (select from pg_constraint k where k.conindid = x.indexrelid and k.contype in ('p', 'u', 'x'))`,
  `select n.nspname, c.relname, 4, '', format('  row level security%s', case when c.relforcerowsecurity then ' forced' else '' end)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relrowsecurity and ${ours}`,
  `select n.nspname, c.relname, 5, p.polname, format('  policy %I for %s to %s using (%s) with check (%s)', p.polname,
      case p.polcmd when '*' then 'all' when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' else 'delete' end,
      (select coalesce(string_agg(rolname, ', ' order by rolname), 'public') from pg_roles where oid = any (p.polroles)),
      coalesce(pg_get_expr(p.polqual, p.polrelid), 'true'), 
      coalesce(nullif(pg_get_expr(p.polwithcheck, p.polrelid), pg_get_expr(p.polqual, p.polrelid)), 'the same'))
    from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace where ${ours}`,
  `select n.nspname, c.relname, 6, g.grantee::regrole::text, format('  grant %s to %s',
      string_agg(lower(g.privilege_type), ', ' order by g.privilege_type), g.grantee::regrole)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) g
    where c.relkind in ('r', 'p') and g.grantee <> c.relowner and g.grantee <> 0 and ${ours}
    group by n.nspname, c.relname, g.grantee`,
  `select n.nspname, c.relname, 7, '', '  comment ' || quote_literal(obj_description(c.oid, 'pg_class'))
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and obj_description(c.oid, 'pg_class') is not null and ${ours}`,
];

interface Fact {
  nspname: string;
  relname: string;
  line: string;
}

/** The tables that the migrations build on an empty server, as text. */
async function dumpSchema(): Promise<string> {
  const server = await startEmbedded({ volatile: true });
  try {
    await migrateAll(server.url, demoCity);
    return await describe(server.url);
  } finally {
    await server.stop();
  }
}

async function describe(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // With nothing on the path every name in a definition carries its schema.
    await client.query(`set search_path = ''`);
    const order = `order by nspname, relname, part, case part when 1 then lpad(place, 5, '0') else place end`;
    const { rows } = await client.query<Fact>(
      `select nspname, relname, line from (${facts.join('\nunion all\n')}) as facts (nspname, relname, part, place, line) ${order}`,
    );
    return text(rows);
  } finally {
    await client.end();
  }
}

function text(rows: Fact[]): string {
  const tables = Map.groupBy(rows, ({ nspname, relname }) => `${nspname}.${relname}`);
  const parts = [...tables].map(([table, lines]) =>
    [`table ${table}`, ...lines.map(({ line }) => line)].join('\n'),
  );
  return [header, ...parts, ''].join('\n\n').replace('\n\n\n', '\n\n').trimEnd() + '\n';
}

/** Writes the dump beside the migrations. */
export async function writeSchemaDump(): Promise<void> {
  writeFileSync(dumpFile, await dumpSchema());
}

/** The first line that differs between the committed dump and what the migrations build; null when none does. */
export async function findDumpDifference(): Promise<string | null> {
  const kept = existsSync(dumpFile) ? readFileSync(dumpFile, 'utf8').split('\n') : [];
  const built = (await dumpSchema()).split('\n');
  const place = Array.from({ length: Math.max(kept.length, built.length) }, (_, line) => line).find(
    (line) => kept[line] !== built[line],
  );
  if (place === undefined) return null;
  return `schema.sql line ${place + 1}\n  kept:  ${kept[place] ?? '(end)'}\n  built: ${built[place] ?? '(end)'}`;
}
