import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export type Server = { url: string; child: ChildProcess; stop(): Promise<void> };

/** Starts a program of the repository on a port and waits until it answers. */
export async function startServer(
  file: string,
  port: number,
  env: Record<string, string>,
  ready: string,
): Promise<Server> {
  const child = spawn(process.execPath, [file], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries += 1) {
    if (child.exitCode !== null || tries > 200) throw new Error(`${file} did not start`);
    const answer = await fetch(`${url}${ready}`).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) break;
    await new Promise((done) => setTimeout(done, 100));
  }
  return {
    url,
    child,
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}
