import { spawn, type ChildProcess } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the whole project. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Outcome {
  code: number;
  output: string;
}

interface Run {
  cwd?: string;
  env?: Record<string, string>;
  /** Lend the program the terminal, instead of collecting what it says. */
  show?: boolean;
}

/** Runs a program of the project's tool box to its end and says how it went. */
export function run(
  program: string,
  args: string[],
  { cwd = root, env, show = false }: Run = {},
): Promise<Outcome> {
  const child = spawn(program, args, {
    cwd,
    // What is collected may be printed into a log: no colours.
    env: toolEnvironment(cwd, show ? env : { NO_COLOR: '1', ...env }),
    stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  return outcomeOf(child);
}

/** Runs a line of package.json's scripts in its package, as the package manager would. */
export function runScript(script: string, { cwd = root, env, show = false }: Run = {}): Promise<Outcome> {
  return run('/bin/sh', ['-c', script], { cwd, show, ...(env && { env }) });
}

/** Starts a program that goes on until it is told to stop. */
export function startProgram(
  program: string,
  args: string[],
  cwd: string,
  env: Record<string, string>,
): ChildProcess {
  return spawn(program, args, { cwd, env: toolEnvironment(cwd, env), stdio: 'inherit' });
}

/** The tools of the package and of the project come before the machine's own; the project's Node is one of them. */
function toolEnvironment(cwd: string, env: Record<string, string> = {}): NodeJS.ProcessEnv {
  const tools = [...new Set([cwd, root])].map((folder) => join(folder, 'node_modules', '.bin'));
  return { ...process.env, ...env, PATH: [...tools, process.env.PATH].join(delimiter) };
}

function outcomeOf(child: ChildProcess): Promise<Outcome> {
  let output = '';
  child.stdout?.on('data', (part: Buffer) => (output += part.toString()));
  child.stderr?.on('data', (part: Buffer) => (output += part.toString()));
  return new Promise((settle, fail) => {
    child.once('error', fail);
    child.once('close', (code) => settle({ code: code ?? 1, output }));
  });
}
