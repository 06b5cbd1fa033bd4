import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

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
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

const idleSeconds = 20;

/** The resident memory of a program that has answered once and then nobody for a while, in megabytes. */
export async function idleMegabytes(...how: Parameters<typeof startServer>): Promise<number> {
  const server = await startServer(...how);
  try {
    await new Promise((done) => setTimeout(done, idleSeconds * 1000));
    const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(server.child.pid)]);
    return Number(stdout) / 1024;
  } finally {
    await server.stop();
  }
}
