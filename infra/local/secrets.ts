import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const names = ['VAULT_KEY', 'SEAL_KEY', 'RECEIPT_KEY', 'TELEPHONE_KEY', 'AUTH_SECRET'] as const;

/** The keys of this machine's town: 32 random bytes each in base64, made once and kept in a file that only its
 *  owner reads. What the environment already sets is left to it. */
export async function localSecrets(dataDir: string): Promise<Record<string, string>> {
  const file = join(dataDir, 'secrets.json');
  const kept = existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as Record<string, string>) : {};
  const complete = Object.fromEntries(
    names.map((name) => [name, kept[name] ?? randomBytes(32).toString('base64')]),
  );
  if (names.some((name) => kept[name] === undefined)) {
    await writeFile(file, `${JSON.stringify(complete, null, 2)}\n`, { mode: 0o600 });
  }
  return complete;
}
