import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Head } from '@tongxin/matters/sealing';

/** Where signed heads are copied to: mount a place that the database's host cannot write to (infra/README). */
const fileOf = (dataDir: string) => join(dataDir, 'journal-heads.jsonl');

/** Copies a signed head out of the database, one line each. */
export async function copyHead(dataDir: string, head: Head & { signature: string }): Promise<void> {
  const { upTo, entryCount, hash, signature } = head;
  const line = JSON.stringify({ upTo: `${upTo}`, entryCount: `${entryCount}`, hash, signature });
  await appendFile(fileOf(dataDir), `${line}\n`, { mode: 0o600 });
}

/** The heads copied out so far, oldest first; none when nothing was sealed yet. */
export async function readHeads(dataDir: string): Promise<Head[]> {
  const text = await readFile(fileOf(dataDir), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { upTo, entryCount, hash } = JSON.parse(line) as Record<'upTo' | 'entryCount' | 'hash', string>;
      return { upTo: BigInt(upTo), entryCount: BigInt(entryCount), hash };
    });
}
