import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../../packages/base/db/src/embedded.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Goes through a small town: the one that JOURNEY_URL names, else one that is there only for this. */
export async function inTown(visit: (url: string) => Promise<void>): Promise<void> {
  if (process.env.JOURNEY_URL) return visit(process.env.JOURNEY_URL);
  const port = String(await freePort(13_100));
  const town = spawn(process.execPath, ['infra/local/start.ts', '--small', '--volatile'], {
    cwd: root,
    env: { ...process.env, PORT: port },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = once(town, 'exit');
  try {
    const url = `http://127.0.0.1:${port}`;
    await Promise.race([
      untilItAnswers(`${url}/healthz`),
      ended.then(() => Promise.reject(new Error('The town did not start.'))),
    ]);
    await visit(url);
  } finally {
    // The town stops its PostgreSQL on SIGINT.
    if (town.exitCode === null) town.kill('SIGINT');
    await ended;
  }
}

async function untilItAnswers(url: string): Promise<void> {
  for (;;) {
    const isThere = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere) return;
    await new Promise((again) => setTimeout(again, 500));
  }
}
