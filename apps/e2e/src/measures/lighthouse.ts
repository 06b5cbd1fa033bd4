import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { freePort } from '../../../../packages/base/db/src/embedded.ts';
import { chromiumAdvice, chromiumArguments, findChromium } from '../chromium.ts';
import { inTown } from '../town.ts';
import { measure, type Measured } from './measure.ts';
import { pagesOf } from './pages.ts';

const least = 95;
const mostScript = 15_000;
const paper = new URL('../../../../docs/performance.md', import.meta.url);
const begin = '<!-- lighthouse: begin -->';
const end = '<!-- lighthouse: end -->';

const columns = [
  'page',
  'performance',
  'accessibility',
  'best practices',
  'SEO',
  'script, kB',
  'all, kB',
  'largest paint, s',
];

await inTown(async (url) => {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error(chromiumAdvice);
  const port = await freePort(13_600);
  const browser = await chromium.launch({
    executablePath,
    args: [...chromiumArguments, `--remote-debugging-port=${port}`],
  });
  const results: Measured[] = [];
  try {
    for (const page of await pagesOf(browser, url)) {
      const measured = await measure(page, port);
      console.log(cellsOf(measured).join(' | '));
      results.push(measured);
    }
  } finally {
    await browser.close();
  }
  if (process.argv.includes('--write')) await write(tableOf(results));
  const weak = results.filter((one) => !isGood(one));
  if (weak.length > 0) process.exitCode = 1;
  console.log(
    weak.length === 0
      ? `Every page reaches ${least} in each and stays below ${mostScript / 1000} kB of script.`
      : `Too weak: ${weak.map(({ name }) => name).join(', ')}.`,
  );
});

function isGood({ scores, isHidden, script }: Measured): boolean {
  const asked = Object.entries(scores).filter(([category]) => !(isHidden && category === 'seo'));
  return asked.every(([, score]) => score >= least) && script <= mostScript;
}

function cellsOf({ name, scores, isHidden, script, all, largest }: Measured): string[] {
  const { performance, accessibility, seo } = scores;
  const thousands = (amount: number) => (amount / 1000).toFixed(1);
  const points = [performance, accessibility, scores['best-practices'], isHidden ? 'not listed' : seo];
  return [name, ...points.map(String), thousands(script), thousands(all), thousands(largest)];
}

/** A table as the formatter leaves it. */
function tableOf(results: readonly Measured[]): string {
  const rows = results.map(cellsOf);
  const widths = columns.map((column, at) => Math.max(column.length, ...rows.map((row) => row[at]!.length)));
  const lineOf = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`;
  return [lineOf(columns), lineOf(widths.map((width) => '-'.repeat(width))), ...rows.map(lineOf)].join('\n');
}

/** Puts the table between its marks. */
async function write(table: string): Promise<void> {
  const text = await readFile(paper, 'utf8');
  const [before, after] = [text.split(begin)[0], text.split(end)[1]];
  if (before === undefined || after === undefined) throw new Error('docs/performance.md has lost its marks.');
  await writeFile(paper, `${before}${begin}\n\n${table}\n\n${end}${after}`);
}
