import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { startEmbedded } from '../../packages/base/db/src/embedded.ts';
import { root } from './command.ts';
import { localSecrets } from './secrets.ts';

/** The town's command line on this machine: with the keys and the database that `pnpm start` uses. */
const dataDir = process.env.DATA_DIR ?? join(root, '.data');
const server =
  process.env.DATABASE_URL === undefined
    ? await startEmbedded({ dataDir: join(dataDir, 'postgres') })
    : undefined;
const { status } = spawnSync(process.execPath, ['apps/api/src/cli.ts', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...(await localSecrets(dataDir)),
    ...process.env,
    DATA_DIR: dataDir,
    DATABASE_URL: process.env.DATABASE_URL ?? server?.url,
  },
});
await server?.stop();
process.exitCode = status ?? 1;
