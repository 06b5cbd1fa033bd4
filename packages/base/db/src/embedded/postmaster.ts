import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** What a running server says about itself in its data folder. */
export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

/** The server that runs on this data folder, or null when none does. */
export function readPostmaster(dataDir: string): Postmaster | null {
  const lines = readLines(join(dataDir, 'postmaster.pid'));
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || !isAlive(pid)) return null;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** No lines when the file is not there: a server that ends takes it away at any moment. */
function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (reason) {
    // EPERM: the process exists and belongs to somebody else.
    return (reason as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Waits until the server takes connections; null when it ended first or `seconds` are over. */
export async function untilReady(dataDir: string, hasEnded: () => boolean, seconds: number) {
  const deadline = performance.now() + seconds * 1000;
  while (performance.now() < deadline && !hasEnded()) {
    const postmaster = readPostmaster(dataDir);
    if (postmaster?.ready) return postmaster;
    await pause(20);
  }
  return null;
}

/** Stops the server on this data folder, waiting for running statements to be rolled back; at once when `immediate`.
 *  Its pid file is what tells the end: where nothing reaps orphans, the pid itself stays for ever. */
export async function stopPostmaster(dataDir: string, immediate: boolean) {
  const postmaster = readPostmaster(dataDir);
  if (!postmaster) return;
  process.kill(postmaster.pid, immediate ? 'SIGQUIT' : 'SIGINT');
  const deadline = performance.now() + 30_000;
  while (readPostmaster(dataDir)) {
    if (performance.now() > deadline)
      throw new Error(`PostgreSQL (process ${postmaster.pid}) did not stop within 30 seconds.`);
    await pause(20);
  }
}

/** `preferred` when nobody listens there, else a free port below 32768: above it the system hands out its own. */
export async function freePort(preferred: number): Promise<number> {
  if (await isFree(preferred)) return preferred;
  for (let port = 16_000 + (process.pid % 8_000); port < 32_768; port += 1) {
    if (await isFree(port)) return port;
  }
  throw new Error('No free port between 16000 and 32767 was found on 127.0.0.1.');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const probe = createServer();
    probe.once('error', () => settle(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => settle(true)));
  });
}

/** The last lines of the server's log, for a person who has to find out why it did not start. */
export async function logTail(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-12).join('\n');
}
