import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { writeXlsx } from 'hucre/xlsx';
import { emptyTown } from './fill.ts';

const program = fileURLToPath(new URL('import-rows.ts', import.meta.url));

/** What one import of so many rows took. `peakMb` is the most that the process ever held, `beginMb` what it held before. */
export type Imported = {
  rows: number;
  added: number;
  seconds: number;
  beginMb: number;
  peakMb: number;
  /** How often a person who looks each tenth of a second saw it go on. */
  steps: number;
};

/** The same list with a thousand and with ten thousand members, each into an empty town, by a process of its own. */
export async function measureImports(cluster: string, folder: string): Promise<Imported[]> {
  const done: Imported[] = [];
  for (const rows of [1_000, 10_000]) {
    console.log(`importing ${rows} members from a workbook`);
    const url = await emptyTown(cluster, `bench_import_${rows}`);
    const file = join(folder, `members-${rows}.xlsx`);
    await writeFile(file, await workbookOf(rows));
    // With the young generation as the image starts the server (infra/container/Dockerfile).
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--max-semi-space-size=4',
      program,
      url,
      file,
    ]);
    done.push(JSON.parse(stdout) as Imported);
    console.log(`  ${done.at(-1)!.seconds.toFixed(1)} s, at most ${done.at(-1)!.peakMb.toFixed(0)} MB`);
  }
  return done;
}

function workbookOf(rows: number): Promise<Uint8Array> {
  const heading = ['姓名', '界别', '单位及职务', '所属政协', '届次', '是否常委'];
  const people = Array.from({ length: rows }, (_, at) => [
    `导入${at}号`,
    String(1 + (at % 34)).padStart(2, '0'),
    `第${at}号单位某职务`,
    '市政协',
    '8',
    at % 10 === 0 ? '是' : '否',
  ]);
  return writeXlsx({ sheets: [{ name: '名单', rows: [heading, ...people] }] });
}

export function importTable(imports: readonly Imported[]): string {
  const [small, large] = [imports[0]!, imports.at(-1)!];
  const grown = large.peakMb / small.peakMb;
  return [
    `A list of members from a workbook, each into an empty town by a process of its own; ten times the rows take **${grown.toFixed(2)}** times the memory. What grows is the file itself, which is held while it is read (10 MB at most); rows are read and entered fifty at a time.`,
    '',
    '| rows | entered | seconds | rows/s | resident before, MB | resident at most, MB | steps of progress seen |',
    '|---|---|---|---|---|---|---|',
    ...imports.map(
      ({ rows, added, seconds, beginMb, peakMb, steps }) =>
        `| ${rows.toLocaleString('en')} | ${added.toLocaleString('en')} | ${seconds.toFixed(1)} | ${(rows / seconds).toFixed(0)} | ${beginMb.toFixed(0)} | ${peakMb.toFixed(0)} | ${steps} |`,
    ),
  ].join('\n');
}
