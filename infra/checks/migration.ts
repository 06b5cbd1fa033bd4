import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { root, run } from '../local/command.ts';
import { migrations, schemaFiles, sets, type Set } from './drizzle/sets.ts';
import { breaches, migrationFiles, stripSchema } from './migration-sql.ts';
import { writeSchemaDump } from './schema-dump.ts';

interface Place {
  /** The folder of all migrations, relative to the root: drizzle-kit cannot write to an absolute path. */
  folder: string;
  /** Lend drizzle-kit the terminal, so that it can ask whether a column was renamed. */
  ask: boolean;
  /** Write an empty file, for SQL by hand. */
  custom?: boolean;
}

/** Writes the migration that brings one set of tables to what its schema files say; answers what drizzle-kit said. */
export async function generate(
  set: Set,
  name: string,
  { folder, ask, custom = false }: Place,
): Promise<string> {
  const args = ['generate', `--config=infra/checks/drizzle/${set}.config.ts`, `--name=${name}`];
  if (custom) args.push('--custom');
  const { code, output } = await run('drizzle-kit', args, { env: { MIGRATIONS_FOLDER: folder }, show: ask });
  if (code !== 0) {
    throw new Error(`drizzle-kit ended with code ${code} on the ${set} tables.\n${output.trimEnd()}`);
  }
  stripSchema(join(root, folder));
  return output;
}

/** Every breach of the migration rules, one line each. */
export function lintMigrations(): string[] {
  return migrationFiles(join(root, migrations)).flatMap((file) =>
    breaches(readFileSync(file, 'utf8')).map((why) => `${relative(root, file)} ${why}`),
  );
}

const help = `Writes migrations after a change in a schema.ts, and the schema dump.

  pnpm migration add-hall-hours                      what the schema files say
  pnpm migration hall-policies --empty municipality  an empty file for SQL by hand: policies, exclusions, data
`;

async function writeMigration(name: string, emptyIn: Set | undefined) {
  if (emptyIn) {
    console.log(await generate(emptyIn, name, { folder: migrations, ask: false, custom: true }));
    return;
  }
  for (const set of sets) {
    if (schemaFiles(set).length > 0) await generate(set, name, { folder: migrations, ask: true });
  }
  const found = lintMigrations();
  if (found.length > 0) throw new Error(found.join('\n'));
  await writeSchemaDump();
}

if (import.meta.main) {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { empty: { type: 'string' } },
  });
  const emptyIn = sets.find((set) => set === values.empty);
  const isClear = /^[a-z][a-z0-9-]*$/.test(positionals[0] ?? '') && emptyIn === values.empty;
  if (isClear) await writeMigration(positionals[0] ?? '', emptyIn);
  else {
    console.error(help);
    process.exitCode = 1;
  }
}
