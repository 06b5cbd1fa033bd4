import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Result } from './rounds.ts';

const file = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));
const begin = '<!-- bench: begin -->';
const end = '<!-- bench: end -->';

/** The figures as a table. Ratios are what counts; the rates belong to one machine on one day. */
export function tableOf(results: readonly { size: string; results: readonly Result[] }[]): string {
  const rows = results.flatMap(({ size, results: measured }) =>
    measured.map(
      ({ name, limit, town, ratio, p99 }) =>
        `| ${size} | ${name} | ${limit.toFixed(0)} | ${town.toFixed(0)} | **${ratio.toFixed(2)}** | ${p99.toFixed(0)} |`,
    ),
  );
  return [
    `Measured on ${availableParallelism()} cores, Node ${process.versions.node}; 16 connections, five interleaved rounds of two seconds, medians. S: one township (7,000 matters), M: one municipality (1,000,000).`,
    '',
    '| size | operation | bare Fastify + driver, answers/s | town, answers/s | ratio | town p99, ms |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

/** Puts the table into docs/performance.md between its marks. */
export async function writeTable(table: string): Promise<void> {
  const page = await readFile(file, 'utf8');
  const [head, rest] = page.split(begin);
  const tail = rest?.split(end)[1];
  if (head === undefined || tail === undefined) throw new Error(`${file} has lost its marks`);
  await writeFile(file, `${head}${begin}\n\n${table}\n\n${end}${tail}`);
}
