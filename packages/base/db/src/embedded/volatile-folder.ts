import { existsSync, readdirSync, statfsSync } from 'node:fs';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive, stopPostmaster } from './postmaster.ts';
import { blockedAt, type ServerUser } from './place.ts';

const prefix = 'tongxin-postgres-';
const roomNeeded = 2 * 1024 ** 3;

/** A folder for one run, in memory when there is room (copying a database is then 20 times quicker).
 *  Named by the process, so that the next run can sweep what a killed one left behind. */
export async function makeVolatileFolder(user: ServerUser | null): Promise<string> {
  const parent = hasRoomInMemory() ? '/dev/shm' : blockedAt(tmpdir(), user) ? '/tmp' : tmpdir();
  await sweep(parent);
  const folder = await mkdtemp(join(parent, `${prefix}${process.pid}-`));
  await chmod(folder, 0o700);
  if (user) await chown(folder, user.uid, user.gid);
  return folder;
}

/** Containers often have 64 MB of shared memory: too little for a database. */
function hasRoomInMemory(): boolean {
  if (!existsSync('/dev/shm')) return false;
  const { bavail, bsize } = statfsSync('/dev/shm');
  return bavail * bsize >= roomNeeded;
}

async function sweep(parent: string) {
  for (const name of readdirSync(parent)) {
    const pid = Number(/^tongxin-postgres-(\d+)-/.exec(name)?.[1] ?? Number.NaN);
    if (Number.isNaN(pid) || isAlive(pid)) continue;
    const folder = join(parent, name);
    // Somebody else's leftovers are theirs to sweep.
    await stopPostmaster(join(folder, 'data'), true).catch(() => undefined);
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}
