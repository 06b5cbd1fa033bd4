import { existsSync } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../local/command.ts';
import { migrations, schemaFiles, sets, type Set } from './drizzle/sets.ts';
import { generate } from './migration.ts';

const copy = '.data/drift';

/** The sets of tables whose schema files say something that their migrations do not, with what drizzle-kit said. */
export async function findDrift(): Promise<string[]> {
  await rm(join(root, copy), { recursive: true, force: true });
  await mkdir(join(root, '.data'), { recursive: true });
  if (existsSync(join(root, migrations)))
    await cp(join(root, migrations), join(root, copy), { recursive: true });
  const found: string[] = [];
  for (const set of sets) if (schemaFiles(set).length > 0) found.push(...(await driftOf(set)));
  return found;
}

/** drizzle-kit ends with 0 also when it could not ask its question, so only its own "nothing" counts. */
async function driftOf(set: Set): Promise<string[]> {
  const output = await generate(set, 'drift', { folder: copy, ask: false });
  if (output.includes('No schema changes')) return [];
  return [
    `The ${set} tables have changed and no migration says so: pnpm migration <name>\n${withoutStack(output)}`,
  ];
}

function withoutStack(output: string): string {
  return output.replaceAll(/^ +at .*\n?/gm, '').trimEnd();
}
