import { availableParallelism } from 'node:os';
import { run } from '../local/command.ts';
import { seconds } from '../local/progress.ts';
import { findDrift } from './drift.ts';
import { lintMigrations } from './migration.ts';
import { findDumpDifference } from './schema-dump.ts';
import { workflowPageComplaint } from './workflow-docs.ts';

interface Check {
  name: string;
  /** What is wrong, as text for a person; empty when nothing is. */
  complaint(): Promise<string>;
}

const checks: Check[] = [
  tool('types', 'tsc'),
  tool('lint', 'oxlint'),
  tool('format', 'oxfmt', '--check', '.'),
  tool('dead code', 'knip', '--no-progress'),
  tool('architecture', 'vitest', 'run', '--project=rules', 'architecture.test.ts'),
  {
    name: 'migration rules',
    complaint: async () => lintMigrations().join('\n'),
  },
  { name: 'migrations against schema files', complaint: async () => (await findDrift()).join('\n') },
  { name: 'schema.sql against migrations', complaint: async () => (await findDumpDifference()) ?? '' },
  { name: 'workflow page against workflows', complaint: workflowPageComplaint },
];

function tool(name: string, program: string, ...args: string[]): Check {
  const complaint = async () => {
    const { code, output } = await run(program, args);
    return code === 0 ? '' : output.trim() || `${program} ended with code ${code}`;
  };
  return { name, complaint };
}

/** Runs one check, prints its line, and answers whether it found nothing. */
async function holds({ name, complaint }: Check): Promise<boolean> {
  const began = performance.now();
  const found = await complaint().catch((reason: unknown) => String(reason));
  console.log(`${found === '' ? '✓' : '✗'} ${name} (${seconds(began)})`);
  if (found !== '') console.log(`${found.replaceAll(/^/gm, '    ')}\n`);
  return found === '';
}

const began = performance.now();
const waiting = [...checks];
const results: boolean[] = [];
async function work() {
  for (let check = waiting.shift(); check; check = waiting.shift()) results.push(await holds(check));
}
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
const failed = results.filter((held) => !held).length;
console.log(
  failed === 0
    ? `\nAll ${results.length} checks hold (${seconds(began)}).`
    : `\n${failed} of ${results.length} checks fail.`,
);
process.exitCode = failed === 0 ? 0 : 1;
