import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  canInstallChromium,
  chromiumAdvice,
  findChromium,
  installChromium,
} from '../../apps/e2e/src/chromium.ts';
import { freePort } from '../../packages/base/db/src/embedded.ts';
import { root, run } from '../local/command.ts';
import { step } from '../local/progress.ts';
import { buildWebApps } from '../local/web-apps.ts';
import { countJourneys, countVitest, nothing, sum, type Count } from './count.ts';

const kinds = ['rules', 'database', 'journeys'];

/** Runs the kinds of tests that are named first (all without a name), on the files whose path contains one of the
 *  other words. Prints one closing line and answers the exit code. */
export async function runTests(words: string[]): Promise<number> {
  const named = kinds.filter((kind) => words.includes(kind));
  const wanted = named.length > 0 ? named : kinds;
  const filter = words.filter((word) => !kinds.includes(word));
  const reports = await mkdtemp(join(tmpdir(), 'tongxin-reports-'));
  try {
    const count = sum([
      await runVitest(wanted, filter, join(reports, 'vitest.json')),
      wanted.includes('journeys') ? await runJourneys(filter, join(reports, 'journeys.json')) : nothing,
    ]);
    console.log(`\n${count.passed} passed, ${count.failed} failed`);
    return count.failed === 0 && count.passed > 0 ? 0 : 1;
  } finally {
    await rm(reports, { recursive: true, force: true });
  }
}

async function runVitest(wanted: string[], filter: string[], report: string): Promise<Count> {
  const projects = wanted.filter((kind) => kind !== 'journeys').map((kind) => `--project=${kind}`);
  if (projects.length === 0) return nothing;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  // A zone far from the city's, with summer time: whoever forgets to name a zone is found out.
  const env = { TZ: 'Pacific/Auckland' };
  const { code } = await run('vitest', ['run', ...projects, ...reporters, ...filter], { env, show: true });
  return countVitest(report, code);
}

async function runJourneys(filter: string[], report: string): Promise<Count> {
  if (!browserIsThere()) return { passed: 0, failed: 1 };
  await step('web applications', buildWebApps);
  const port = await freePort(13_100);
  const { code } = await run('playwright', ['test', ...filter], {
    cwd: join(root, 'apps', 'e2e'),
    env: { JOURNEY_PORT: String(port), PLAYWRIGHT_JSON_OUTPUT_NAME: report, FORCE_COLOR: '0' },
    show: true,
  });
  return countJourneys(report, code);
}

function browserIsThere(): boolean {
  if (findChromium()) return true;
  if (process.env.CHROMIUM_PATH === undefined && canInstallChromium()) {
    console.log('No Chromium on this machine: installing Debian’s package.');
    if (installChromium()) return true;
  }
  console.error(chromiumAdvice);
  return false;
}
