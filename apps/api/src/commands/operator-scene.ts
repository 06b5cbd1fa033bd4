import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase } from '@tongxin/db/testing';
import { vi } from 'vitest';
import { readConfig } from '../env.ts';
import { commands } from './index.ts';

const secret = Buffer.alloc(32, 8).toString('base64');

export type Operator = Awaited<ReturnType<typeof openOperator>>;

/** An operator at the command line of a town of its own: what is asked, and what the command line says. */
export async function openOperator() {
  const database = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'tongxin-'));
  const configWith = (set: Record<string, string | undefined> = {}) =>
    readConfig({
      DATABASE_URL: database.ownerUrl,
      DATA_DIR: folder,
      VAULT_KEY: secret,
      SEAL_KEY: secret,
      RECEIPT_KEY: secret,
      TELEPHONE_KEY: secret,
      AUTH_SECRET: secret,
      ...set,
    });
  return {
    database,
    configWith,
    /** Runs one command; answers its exit code, its lines, and what it wrote of its progress. */
    async run(
      name: string,
      asked: { words?: string[]; flags?: Record<string, unknown>; set?: Record<string, string | undefined> },
    ) {
      const said: string[] = [];
      const progress: string[] = [];
      const spies = [
        vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line)),
        vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line)),
        vi.spyOn(process.stderr, 'write').mockImplementation((text) => progress.push(String(text)) > 0),
      ];
      try {
        const { words = [], flags = {}, set } = asked;
        const code = await commands[name]!.run({ config: configWith(set), flags, words });
        return { code, said, progress };
      } finally {
        for (const spy of spies) spy.mockRestore();
      }
    },
    async close() {
      await database.close();
      await rm(folder, { recursive: true });
    },
  };
}
