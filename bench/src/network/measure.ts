import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { besideTable, howMeasured, pagesTable, show } from '../page.ts';
import { pagesRead } from '../pages-read.ts';
import { each, stopServers } from '../run.ts';
import { compare } from '../rounds.ts';
import { startServer } from '../servers.ts';
import { settings, signIn } from '../towns.ts';
import { fillNetwork, networkSizes, type NetworkAim, type NetworkSize } from './fill.ts';
import { importTable, measureImports } from './imports.ts';
import { networkPairs, networkQuestions } from './lists.ts';

type Options = { cluster: string; folder: string; toPage: boolean };

/** Measures the lists of the network in two sizes, and imports of two sizes; a block of its own in docs/performance.md. */
export async function measureNetwork({ cluster, folder, toPage }: Options): Promise<void> {
  const began = performance.now();
  const beside = [];
  const pages = [];
  const filled = [];
  for (const size of networkSizes) {
    const start = performance.now();
    console.log(`filling ${size.name}: ${size.members} members, ${size.events} events, ${size.events} turns`);
    const { url, aim } = await fillNetwork(cluster, size);
    filled.push(toldOf(size, (performance.now() - start) / 1000));
    console.log(`  ${filled.at(-1)}`);
    // What a list costs beside the limit is asked of the large one; what grows, the pages tell of both.
    if (size === networkSizes.at(-1))
      beside.push({ size: size.name, results: await besideLimit(folder, url, aim) });
    pages.push({ size: size.name, read: await pagesRead(url, networkQuestions(aim)) });
  }
  const imports = await measureImports(cluster, folder);
  const seconds = (performance.now() - began) / 1000;
  const text = [
    `${howMeasured(seconds)} ${filled.join('; ')}.`,
    besideTable({ beside }),
    pagesTable({ pages }),
    importTable(imports),
  ].join('\n\n');
  await show(text, { between: 'network', toPage });
}

function toldOf({ name, members, events }: NetworkSize, seconds: number): string {
  const [people, dated] = [members, events].map((count) => count.toLocaleString('en'));
  return `${name}: ${people} members, ${dated} events with five invited each, ${dated} turns, filled in ${seconds.toFixed(0)} s`;
}

async function besideLimit(folder: string, url: string, aim: NetworkAim) {
  const page = join(folder, 'no-page.html');
  await writeFile(page, '');
  const env = { BENCH_DATABASE_URL: url, BENCH_PAGE: page };
  const bare = await startServer('bench/src/bare.ts', 21_521, env, '/empty');
  const program = await startServer('apps/api/src/main.ts', 21_520, settings(url, folder), '/healthz');
  try {
    const cookies = { office: await signIn(program.url), member: await signIn(program.url, 'bench-member') };
    return await each(networkPairs(aim, cookies), (pair) => compare(pair, bare.url, program.url));
  } finally {
    await stopServers([{ bare, program }]);
  }
}
