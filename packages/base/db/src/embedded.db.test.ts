import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { freePort, startEmbedded } from './embedded.ts';
import { readPostmaster } from './embedded/postmaster.ts';

const tidy: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const action of tidy.splice(0).toReversed()) await action();
});

async function emptyFolder(): Promise<string> {
  // Directly below the system's folder, so that the server's own account may enter it.
  const folder = await mkdtemp(join(tmpdir(), 'tongxin-embedded-'));
  await chmod(folder, 0o755);
  tidy.push(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'postgres');
}

async function ask<Row extends pg.QueryResultRow>(url: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

test('a second start finds the data of the first', async () => {
  const dataDir = await emptyFolder();
  const first = await startEmbedded({ dataDir, port: 17_432 });
  await ask(first.url, 'create table kept (id int)');
  await first.stop();
  const second = await startEmbedded({ dataDir, port: 17_432 });
  tidy.push(() => second.stop());
  expect(await ask(second.url, `select to_regclass('kept') is not null as kept`)).toEqual([{ kept: true }]);
});

test('Chinese text has trigrams, so it can be searched', async () => {
  const server = await startEmbedded({ volatile: true });
  tidy.push(() => server.stop());
  await ask(server.url, 'create extension pg_trgm');
  const [row] = await ask<{ words: string[] }>(server.url, `select show_trgm('养老服务') as words`);
  expect(row?.words.length).toBeGreaterThan(0);
});

test('a busy port is left alone and another one below 32768 is taken', async () => {
  const first = await startEmbedded({ volatile: true });
  tidy.push(() => first.stop());
  const busy = Number(new URL(first.url).port);
  const second = await startEmbedded({ volatile: true, port: busy });
  tidy.push(() => second.stop());
  const port = Number(new URL(second.url).port);
  expect(port).not.toBe(busy);
  expect(port).toBeLessThan(32_768);
});

test('the password is for the eyes of one account', async () => {
  const dataDir = await emptyFolder();
  const server = await startEmbedded({ dataDir, port: await freePort(17_433) });
  tidy.push(() => server.stop());
  expect((await stat(`${dataDir}.password`)).mode & 0o777).toBe(0o600);
  const wrong = new URL(server.url);
  wrong.password = 'guess';
  await expect(ask(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
});

test('a volatile server takes its data along', async () => {
  const server = await startEmbedded({ volatile: true });
  const [row] = await ask<{ folder: string }>(
    server.url,
    `select current_setting('data_directory') as folder`,
  );
  expect(existsSync(row?.folder ?? '')).toBe(true);
  await server.stop();
  expect(existsSync(dirname(row?.folder ?? ''))).toBe(false);
});

test('the server of a killed process is used again, and stopped by whoever uses it then', async () => {
  const dataDir = await emptyFolder();
  const source = `import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))};
    await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, port: 17434 });
    console.log('running');
    setInterval(() => undefined, 1000);`;
  const other = spawn(process.execPath, ['--input-type=module', '-e', source]);
  await once(other.stdout, 'data');
  other.kill('SIGKILL');
  await once(other, 'exit');
  const orphan = readPostmaster(dataDir);
  const server = await startEmbedded({ dataDir });
  expect(readPostmaster(dataDir)).toEqual(orphan);
  await server.stop();
  expect(readPostmaster(dataDir)).toBeNull();
});
