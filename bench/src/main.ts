import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@tongxin/db/embedded';
import { foldAll, sizes, type Size } from './fill.ts';
import { ask, countyTable, pairsOf } from './operations.ts';
import { writeFigures, type Figures } from './page.ts';
import { measureNetwork } from './network/measure.ts';
import { mattersQuestions, pagesRead } from './pages-read.ts';
import { compare, type Pair, type Result } from './rounds.ts';
import { each, stopServers } from './run.ts';
import { idleMegabytes } from './servers.ts';
import { fillTown, openTown, settings, type Town } from './towns.ts';

const began = performance.now();
const isSmall = process.argv.includes('--small');
const folder = await mkdtemp(join(tmpdir(), 'tongxin-bench-'));
const database = await startEmbedded({ volatile: true });
const toPage = process.argv.includes('--write');
try {
  if (process.argv.includes('--network')) await measureNetwork({ cluster: database.url, folder, toPage });
  else await measureMatters();
} finally {
  await database.stop();
  await rm(folder, { recursive: true, force: true });
}

async function measureMatters(): Promise<void> {
  const figures = await measure(isSmall ? sizes.filter(({ name }) => name === 'S') : sizes);
  await writeFigures(figures, { toPage });
}

async function measure(wanted: readonly Size[]): Promise<Figures> {
  const towns: Town[] = [];
  const filled: Figures['filled'] = [];
  try {
    for (const size of wanted) {
      const start = performance.now();
      console.log(`filling ${size.name}: ${size.matters.toLocaleString('en')} matters`);
      const { url, aim } = await fillTown(database.url, size);
      filled.push({ ...size, seconds: (performance.now() - start) / 1000 });
      console.log(`  ${filled.at(-1)!.seconds.toFixed(0)} s`);
      towns.push(await openTown(folder, 21_500 + towns.length * 2, { size, url, aim }));
    }
    const beside = [];
    for (const town of towns) {
      beside.push({ size: town.size.name, results: await besideLimit(town) });
      await foldAll(town.url);
    }
    const [small, large] = towns;
    const grown = large === undefined ? [] : await besideSmall(small!, large);
    await stopServers(towns);
    const memory = {
      bare: await idleMegabytes('bench/src/bare.ts', 21_510, bareSettings(small!), '/empty'),
      town: await idleMegabytes('apps/api/src/main.ts', 21_511, withWorker(small!), '/healthz'),
    };
    const pages = [];
    for (const { size, url, aim } of towns) {
      pages.push({ size: size.name, read: await pagesRead(url, mattersQuestions(aim)) });
    }
    return { filled, beside, grown, memory, pages, seconds: (performance.now() - began) / 1000 };
  } finally {
    await stopServers(towns);
  }
}

async function besideLimit({ size, aim, cookie, bare, program }: Town): Promise<Result[]> {
  console.log(`${size.name}: the town beside the limit`);
  return each(pairsOf(aim, cookie), (pair) => compare(pair, bare.url, program.url));
}

/** The same question to the large town and to the small one, in turn: what grows with the records shows here. */
async function besideSmall(small: Town, large: Town): Promise<Result[]> {
  console.log('the large town beside the small one');
  const list = ({ aim, cookie }: Town) => ask('issues.list', { divisionCode: aim.county }, cookie);
  const settled = ({ aim }: Town) => ask('issues.listSettled', { divisionCode: aim.county });
  const pairs: Pair[] = [
    {
      name: 'county table of a year',
      limit: countyTable(small.aim, small.cookie),
      town: countyTable(large.aim, large.cookie),
    },
    { name: 'newest 20 of a county, signed in', limit: list(small), town: list(large) },
    { name: 'newest 20 settled of a county, for everybody', limit: settled(small), town: settled(large) },
  ];
  return each(pairs, (pair) => compare(pair, small.program.url, large.program.url));
}

function bareSettings({ url }: Town): Record<string, string> {
  return { BENCH_DATABASE_URL: url, BENCH_PAGE: join(folder, 'page-21500.html') };
}

function withWorker({ url }: Town): Record<string, string> {
  return { ...settings(url, folder), WORKER: '1' };
}
