import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { PagesRead } from './pages-read.ts';
import { connections, rounds, secondsPerRound, type Result } from './rounds.ts';

const file = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));

/** All that one run has measured. */
export type Figures = {
  filled: { name: string; matters: number; seconds: number }[];
  beside: { size: string; results: readonly Result[] }[];
  grown: readonly Result[];
  /** Resident megabytes of an idle server: the limit, and the town with its worker. */
  memory: { bare: number; town: number };
  pages: { size: string; read: readonly PagesRead[] }[];
  seconds: number;
};

/** Prints the figures; with `toPage` also puts them into docs/performance.md between its marks. */
export async function writeFigures(figures: Figures, { toPage }: { toPage: boolean }): Promise<void> {
  const text = [
    told(figures),
    besideTable(figures),
    grownTable(figures),
    memoryText(figures),
    pagesTable(figures),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
  await show(text, { between: 'bench', toPage });
}

/** Prints what was measured; with `toPage` also puts it into docs/performance.md between the marks of this name. */
export async function show(
  text: string,
  { between, toPage }: { between: string; toPage: boolean },
): Promise<void> {
  console.log(`\n${text}`);
  if (!toPage) return;
  const [begin, end] = [`<!-- ${between}: begin -->`, `<!-- ${between}: end -->`];
  const page = await readFile(file, 'utf8');
  const [head, rest] = page.split(begin);
  const tail = rest?.split(end)[1];
  if (head === undefined || tail === undefined) throw new Error(`${file} has lost its marks`);
  await writeFile(file, `${head}${begin}\n\n${text}\n\n${end}${tail}`);
}

function told({ filled, seconds }: Figures): string {
  const sizes = filled.map(
    (one) =>
      `${one.name}: ${one.matters.toLocaleString('en')} matters, filled in ${one.seconds.toFixed(0)} s`,
  );
  return `${howMeasured(seconds)} ${sizes.join('; ')}.`;
}

export function howMeasured(seconds: number): string {
  return `Measured on ${availableParallelism()} cores, Node ${process.versions.node}; ${connections} connections, ${rounds} interleaved rounds of ${secondsPerRound} seconds, medians; ${Math.round(seconds / 60)} minutes in all.`;
}

export function besideTable({ beside }: Pick<Figures, 'beside'>): string {
  const rows = beside.flatMap(({ size, results }) =>
    results.map(
      ({ name, limit, town, ratio, p99 }) =>
        `| ${size} | ${name} | ${limit.toFixed(0)} | ${town.toFixed(0)} | **${ratio.toFixed(2)}** | ${p99.toFixed(0)} |`,
    ),
  );
  return [
    '| size | operation | bare Fastify + driver, answers/s | town, answers/s | ratio | town p99, ms |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function grownTable({ grown }: Figures): string {
  if (grown.length === 0) return '';
  return [
    'The same question to a town of each size, in turn; how many times longer the large one takes:',
    '',
    '| operation | S, answers/s | M, answers/s | M ÷ S in time |',
    '|---|---|---|---|',
    ...grown.map(
      ({ name, limit, town, ratio }) =>
        `| ${name} | ${limit.toFixed(0)} | ${town.toFixed(0)} | **${(1 / ratio).toFixed(2)}** |`,
    ),
  ].join('\n');
}

function memoryText({ memory: { bare, town } }: Figures): string {
  return `Resident memory of an idle server: town with its worker **${town.toFixed(0)} MB**, bare Fastify with the driver ${bare.toFixed(0)} MB.`;
}

export function pagesTable({ pages }: Pick<Figures, 'pages'>): string {
  const [first] = pages;
  if (first === undefined) return '';
  // A table of a few pages is read whole wherever it can be; what counts is the largest town.
  const wholes = pages.at(-1)!.read.flatMap(({ whole }) => whole);
  return [
    `Pages of the database (8 kB) that a question touches, all its statements together, from the plans of the statements as they ran. ${wholes.length === 0 ? `In ${pages.at(-1)!.size} no table that grows was read from end to end.` : `In ${pages.at(-1)!.size} read from end to end: ${[...new Set(wholes)].join(', ')}.`}`,
    '',
    `| question | ${pages.map(({ size }) => size).join(' | ')} |`,
    `|---|${pages.map(() => '---|').join('')}`,
    ...first.read.map(
      ({ name }, row) => `| ${name} | ${pages.map(({ read }) => read[row]!.pages).join(' | ')} |`,
    ),
  ].join('\n');
}
