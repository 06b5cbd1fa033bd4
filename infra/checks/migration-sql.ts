import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What may not stand in a migration, and why (docs/adr/0011). */
const forbidden: [RegExp, string][] = [
  [/"public"\./i, 'names a schema: the connection’s search_path chooses the city'],
  [/create\s+type\b[\s\S]*?\bas\s+enum\b/i, 'makes an enum type: use text with a CHECK'],
  [/create\s+(or\s+replace\s+)?(constraint\s+)?trigger\b/i, 'makes a trigger: commands write what they mean'],
  [/create\s+materialized\s+view\b/i, 'makes a materialized view: roll-ups are ordinary tables'],
  [
    /\b(small|big)?serial\b|\b(integer|smallint)\b[^,\n]*\bas\s+identity\b/i,
    'numbers rows in a way that runs out: ids are UUID v7 made by the code, positions are bigint',
  ],
];

/** The SQL files below a folder, sorted. */
export function migrationFiles(folder: string): string[] {
  return existsSync(folder)
    ? globSync('**/*.sql', { cwd: folder })
        .toSorted()
        .map((file) => join(folder, file))
    : [];
}

/** Takes out the schema that the generator writes before referenced tables. */
export function withoutSchema(sql: string): string {
  return sql.replaceAll('"public".', '');
}

/** The same, for every file below a folder. */
export function stripSchema(folder: string) {
  for (const file of migrationFiles(folder)) {
    const sql = readFileSync(file, 'utf8');
    if (withoutSchema(sql) !== sql) writeFileSync(file, withoutSchema(sql));
  }
}

/** Each breach in a migration, as a sentence. Comments may name what is forbidden. */
export function breaches(sql: string): string[] {
  const statements = sql.replaceAll(/--.*$/gm, '');
  return forbidden.filter(([pattern]) => pattern.test(statements)).map(([, why]) => why);
}
