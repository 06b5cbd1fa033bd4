import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { freePort, startEmbedded } from '../../packages/base/db/src/embedded.ts';
import { root, startProgram } from './command.ts';
import { clearHalfFilled, fillWithDemo, isDemo } from './demo.ts';
import { loadOperations, type Operations, type TownEnvironment } from './operations.ts';
import { seconds, step } from './progress.ts';
import { localSecrets } from './secrets.ts';
import { buildWebApps, webApps } from './web-apps.ts';

interface Choices {
  small: boolean;
  demo: boolean;
  volatile: boolean;
  watch: boolean;
}

/** What has to be undone when the town stops, last thing first. */
const undo: (() => Promise<unknown>)[] = [];
let stopping = false;

/** Starts everything one person needs to walk through the town, and stops it on Ctrl-C. */
export async function startTown(args: string[]): Promise<void> {
  const began = performance.now();
  stopOnSignal();
  try {
    const choices = readChoices(args);
    console.log('Tongxin · 同心汇\n');
    const prepared = await prepare(choices);
    const operations = await loadOperations();
    const env = await fill(operations, prepared, choices);
    const { url, close } = choices.watch ? serveAndWatch(env) : await serve(operations, env);
    undo.push(close);
    announce(isDemo(env.DATA_DIR) ? operations : null, url, seconds(began));
  } catch (reason) {
    // Whoever stops the town pulls the database away from under what still runs.
    if (stopping) return;
    console.error(`\n${reason instanceof Error ? reason.message : String(reason)}`);
    if (process.env.DEBUG) console.error(reason);
    await stopTown(1);
  }
}

function readChoices(args: string[]): Choices {
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args,
    options: { small: flag, 'no-demo': flag, volatile: flag, watch: flag },
  });
  return { small: values.small, demo: !values['no-demo'], volatile: values.volatile, watch: values.watch };
}

async function prepare({ volatile, watch }: Choices): Promise<TownEnvironment> {
  const dataDir = await makeDataDir(volatile);
  const databaseUrl =
    process.env.DATABASE_URL ?? (await step('PostgreSQL', (log) => startDatabase(dataDir, volatile, log)));
  if (!watch) await step('web applications', buildWebApps);
  const port = process.env.PORT ?? String(await freePort(3000));
  return {
    ...(await localSecrets(dataDir)),
    ...definedOnly(process.env),
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    PORT: port,
  };
}

async function makeDataDir(volatile: boolean): Promise<string> {
  if (!volatile) {
    const folder = resolve(process.env.DATA_DIR ?? join(root, '.data'));
    await mkdir(folder, { recursive: true });
    return folder;
  }
  const folder = await mkdtemp(join(tmpdir(), 'tongxin-data-'));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function startDatabase(
  dataDir: string,
  volatile: boolean,
  log: (line: string) => void,
): Promise<string> {
  const server = await startEmbedded(
    volatile ? { volatile, log } : { dataDir: join(dataDir, 'postgres'), log },
  );
  undo.push(() => server.stop());
  // For journeys that look up what no page shows.
  const file = process.env.DATABASE_URL_FILE;
  if (volatile && file) {
    await writeFile(file, server.url, { mode: 0o600 });
    undo.push(() => rm(file, { force: true }));
  }
  await clearHalfFilled(dataDir, server.url);
  return server.url;
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/** Makes the tables and the demo city, where they are missing. Answers the environment to serve with. */
async function fill(operations: Operations, env: TownEnvironment, { small, demo }: Choices) {
  await step('tables', () => operations.migrateAll(env));
  if (demo) await fillWithDemo(operations, env, small);
  return isDemo(env.DATA_DIR) ? { DEMO: '1', ...env } : env;
}

async function serve(operations: Operations, env: TownEnvironment) {
  return step('server', () => operations.serve(env, { port: Number(env.PORT) }));
}

/** The server starts again whenever one of its sources changes, the web applications are built again on their own. */
function serveAndWatch(env: TownEnvironment) {
  const server = startProgram('node', ['--watch', 'infra/local/serve.ts'], root, env);
  const builds = webApps()
    .filter((app) => app.scripts.dev)
    .map((app) => startProgram('/bin/sh', ['-c', app.scripts.dev ?? ''], app.folder, env));
  const close = async () => {
    for (const program of [server, ...builds]) program.kill('SIGTERM');
  };
  return { url: `http://127.0.0.1:${env.PORT}`, close };
}

function announce(demo: Operations | null, url: string, time: string) {
  const lines = [
    '',
    `The town is running, after ${time}.`,
    '',
    `  residents   ${url}/`,
    `  members     ${url}/member/`,
    `  offices     ${url}/admin/`,
  ];
  const signIns = demo?.demoSignIns() ?? [];
  if (signIns.length > 0) lines.push('', 'Demo sign-ins (invented people, 演示数据):', '');
  for (const { who, path, name, password } of signIns)
    lines.push(`  ${who}: ${url}${path}  ${name} / ${password}`);
  lines.push('', 'Ctrl-C stops it.');
  console.log(lines.join('\n'));
}

function stopOnSignal() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // The second time the person means it.
      if (stopping) process.exit(1);
      console.log('\nStopping …');
      void stopTown(0);
    });
  }
}

async function stopTown(code: number) {
  stopping = true;
  for (const action of undo.splice(0).toReversed()) {
    await action().catch((reason: unknown) => console.error(reason));
  }
  process.exit(code);
}
