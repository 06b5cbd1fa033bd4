import { createHash } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { chmod, chown, cp, mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** The account that the server runs under when the caller is root. */
export interface ServerUser {
  name: string;
  uid: number;
  gid: number;
}

/** Where root keeps what must be reachable for the server's account when the project itself is not. */
const systemHome = '/var/lib/tongxin';

/** PostgreSQL refuses to run as root, so root lends it an account that every Linux has; null for anyone else. */
export function serverUser(): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const wanted of ['postgres', 'nobody']) {
    const account = accounts.find(([name]) => name === wanted);
    if (account) return { name: wanted, uid: Number(account[2]), gid: Number(account[3]) };
  }
  throw new Error(
    'PostgreSQL does not run as root, and this machine has neither an account "postgres" nor "nobody". ' +
      'Start the project as an ordinary user, or set DATABASE_URL to a running server.',
  );
}

/** The first folder above `path` (itself included when it exists) that the account may not enter, or null. */
export function blockedAt(path: string, user: ServerUser | null): string | null {
  if (!user) return null;
  const steps: string[] = [];
  for (let step = resolve(path); ; step = dirname(step)) {
    steps.unshift(step);
    if (step === dirname(step)) break;
  }
  return steps.find((step) => existsSync(step) && !mayEnter(step, user)) ?? null;
}

function mayEnter(path: string, user: ServerUser): boolean {
  const { uid, gid, mode } = statSync(path);
  if (uid === user.uid) return (mode & 0o100) !== 0;
  if (gid === user.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

/** Where the data really lives: `dataDir`, or a folder of its own under /var/lib/tongxin when the server's
 *  account may not enter `dataDir` (a clone under /root, or in a folder made by mktemp). */
export async function reachableDataDir(
  dataDir: string,
  user: ServerUser | null,
  log: (line: string) => void,
) {
  const wanted = resolve(dataDir);
  const blocked = blockedAt(dirname(wanted), user);
  if (!blocked) {
    await makeFolders(dirname(wanted));
    return wanted;
  }
  const place = join(systemHome, createHash('sha256').update(wanted).digest('hex').slice(0, 12));
  await makeSystemHome(place, blocked, user);
  log(`PostgreSQL may not enter ${blocked}, so its data lives in ${place}`);
  return join(place, basename(wanted));
}

/** Where the server's programs can be started from: the package itself, or a copy the account may enter. */
export async function reachablePrograms(nativeDir: string, version: string, user: ServerUser | null) {
  const blocked = blockedAt(join(nativeDir, 'bin', 'postgres'), user);
  if (!blocked) return nativeDir;
  const copy = join(systemHome, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  await makeSystemHome(systemHome, blocked, user);
  const partial = `${copy}.${process.pid}`;
  await cp(nativeDir, partial, { recursive: true, verbatimSymlinks: true });
  openToEveryone(partial);
  await rename(partial, copy).catch(async (reason: unknown) => {
    // Two starts at once copy the same bytes: the first one wins, the other uses its copy.
    await rm(partial, { recursive: true, force: true });
    if (!existsSync(copy)) throw reason;
  });
  return copy;
}

/** Makes the folder itself, open to its owner only, as PostgreSQL demands. */
export async function makePrivateFolder(path: string, user: ServerUser | null) {
  await mkdir(path, { recursive: true, mode: 0o700 });
  await chmod(path, 0o700);
  if (user) await chown(path, user.uid, user.gid);
}

async function makeSystemHome(path: string, blocked: string, user: ServerUser | null) {
  try {
    await makeFolders(path);
  } catch (cause) {
    const message =
      `PostgreSQL does not run as root, and the account "${user?.name}" may not enter ${blocked}. ` +
      'Put the project into a folder that everyone may enter, for example /srv/tongxin, or start it as an ordinary user.';
    throw new Error(message, { cause });
  }
}

/** A strict umask would make these folders private, and the server's account could not pass through them. */
async function makeFolders(path: string) {
  const first = await mkdir(path, { recursive: true });
  if (!first) return;
  for (let made = path; made.startsWith(first); made = dirname(made)) await chmod(made, 0o755);
}

function openToEveryone(path: string) {
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) return;
  chmodSync(path, entry.isDirectory() || entry.mode & 0o100 ? 0o755 : 0o644);
  if (entry.isDirectory()) for (const name of readdirSync(path)) openToEveryone(join(path, name));
}
