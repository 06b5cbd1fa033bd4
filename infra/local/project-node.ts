import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Native Temporal, and TypeScript run as it is. */
const oldestMajor = 26;
const projectNode = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));

/** True under the Node that the project brings along. Under an older one it runs the same command again with
 *  the right Node, ends with its exit code, and answers false. */
export async function underProjectNode(): Promise<boolean> {
  const [major] = process.versions.node.split('.');
  if (Number(major) >= oldestMajor) return true;
  if (!existsSync(projectNode)) {
    console.error(
      `This needs Node ${oldestMajor} or newer. Run it through pnpm, which brings it: npx -y pnpm@12 start`,
    );
    process.exitCode = 1;
    return false;
  }
  const child = spawn(projectNode, process.argv.slice(1), { stdio: 'inherit' });
  // Ctrl-C reaches both; the outer one waits for the inner one to tidy up.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise<number>((settle) => child.once('exit', (code) => settle(code ?? 1)));
  return false;
}
