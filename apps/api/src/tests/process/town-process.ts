import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../main.ts', import.meta.url));
const patienceMs = 60_000;

export type TownProcess = {
  url: string;
  /** All that it has written to its output so far. */
  output(): string;
  /** Sends the signal and waits until the process is gone; answers its exit code, null when it was killed. */
  end(signal: NodeJS.Signals): Promise<number | null>;
};

/** Starts the town as it is started in production: a process of its own. Waits until it takes requests. */
export async function startTown(environment: Record<string, string>, port: number): Promise<TownProcess> {
  const child = spawn(process.execPath, [main], {
    env: { ...environment, PORT: String(port), NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (said += part.toString()));
  await untilListening(child, () => said);
  return {
    url: `http://127.0.0.1:${port}`,
    output: () => said,
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
      return child.exitCode;
    },
  };
}

async function untilListening(child: ChildProcess, said: () => string): Promise<void> {
  const since = performance.now();
  while (!said().includes('listening on')) {
    const late = performance.now() - since > patienceMs;
    if (late) child.kill('SIGKILL');
    if (late || child.exitCode !== null) throw new Error(`the town did not start:\n${said()}`);
    await pause(50);
  }
}

export const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
