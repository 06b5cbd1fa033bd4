import { existsSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { ensureCluster, findPrograms, launch, password, type Cluster } from './embedded/cluster.ts';
import { reachableDataDir, serverUser } from './embedded/place.ts';
import { isAlive, readPostmaster, stopPostmaster, untilReady } from './embedded/postmaster.ts';
import { makeVolatileFolder } from './embedded/volatile-folder.ts';

export { freePort } from './embedded/postmaster.ts';

export type EmbeddedOptions = { port?: number; log?: (line: string) => void } & (
  | { dataDir: string; volatile?: false }
  | { dataDir?: string; volatile: true }
);

export interface EmbeddedServer {
  /** The owner's address of database `tongxin`. */
  url: string;
  /** Stops the server, unless another living process started it. A volatile one takes its data along. */
  stop(): Promise<void>;
}

const database = 'tongxin';

/** Runs a real PostgreSQL on this machine: on `dataDir`, which it makes when there is none, or on a folder in
 *  memory that lasts as long as the process (`volatile`). A server that already runs on `dataDir` is used as it is.
 *  Refuses, in a sentence, when the machine has no such server or its account may not enter the folder. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const log = options.log ?? (() => undefined);
  const user = serverUser();
  const programs = await findPrograms(user);
  if (options.volatile) {
    const folder = await makeVolatileFolder(user);
    const cluster: Cluster = { dataDir: join(folder, 'data'), user, volatile: true, programs };
    const url = await runOn(cluster, options.port, log);
    return { url, stop: () => discard(cluster, folder) };
  }
  const dataDir = await reachableDataDir(options.dataDir, user, log);
  const cluster: Cluster = { dataDir, user, volatile: false, programs };
  const url = await runOn(cluster, options.port, log);
  return { url, stop: () => stopOwned(cluster) };
}

async function runOn(cluster: Cluster, port = 15_432, log: (line: string) => void): Promise<string> {
  await ensureCluster(cluster, log);
  const running = readPostmaster(cluster.dataDir);
  const reused = running && (await reuse(cluster));
  if (reused) log(`using the PostgreSQL that already runs on port ${reused}`);
  const actualPort = reused || (await launch(cluster, port));
  if (!reused || !isAlive(ownerOf(cluster))) await writeFile(ownerFile(cluster), String(process.pid));
  const address = new URL(`postgres://postgres@127.0.0.1:${actualPort}/${database}`);
  address.password = await password(cluster);
  await ensureDatabase(address);
  return address.href;
}

/** The port of the server that runs on the folder, when it takes our password; null when the pid file is stale. */
async function reuse(cluster: Cluster): Promise<number | null> {
  const postmaster = await untilReady(cluster.dataDir, () => readPostmaster(cluster.dataDir) === null, 60);
  if (!postmaster) return null;
  const client = new pg.Client({
    host: '127.0.0.1',
    port: postmaster.port,
    user: 'postgres',
    database: 'postgres',
    password: await password(cluster),
  });
  try {
    await client.connect();
    await client.end();
    return postmaster.port;
  } catch {
    return null;
  }
}

async function ensureDatabase(address: URL) {
  const maintenance = new URL(address);
  maintenance.pathname = '/postgres';
  const client = new pg.Client({ connectionString: maintenance.href });
  await client.connect();
  try {
    const found = await client.query('select from pg_database where datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`create database ${database}`);
  } finally {
    await client.end();
  }
}

/** Names the process that stops the server when it ends: a second one only borrows it. */
function ownerFile(cluster: Cluster): string {
  return `${cluster.dataDir}.owner`;
}

function ownerOf(cluster: Cluster): number {
  const file = ownerFile(cluster);
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : Number.NaN;
}

async function stopOwned(cluster: Cluster) {
  if (ownerOf(cluster) !== process.pid) return;
  await stopPostmaster(cluster.dataDir, false);
  await rm(ownerFile(cluster), { force: true });
}

async function discard(cluster: Cluster, folder: string) {
  await stopPostmaster(cluster.dataDir, true);
  await rm(folder, { recursive: true, force: true });
}
