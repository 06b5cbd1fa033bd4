import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runScript } from './command.ts';
import type { Say } from './progress.ts';

const faces = ['public', 'member', 'admin'];
/** What browsers may get to see of the packages. Other rooms never reach a bundle. */
const rooms = [
  'packages/*/src/{rules,messages}{.ts,/**}',
  'packages/*/src/ui/**',
  'packages/base/{core,web}/src/**',
];
const settings = ['pnpm-lock.yaml', 'tsconfig.base.json'];

/** A web application, with the scripts of its package.json. */
export interface WebApp {
  name: string;
  folder: string;
  scripts: Record<string, string>;
}

/** The web applications that exist, in the order of the people they serve. */
export function webApps(): WebApp[] {
  return faces.flatMap((name) => {
    const folder = join(root, 'apps', name);
    const manifest = join(folder, 'package.json');
    if (!existsSync(manifest)) return [];
    const { scripts = {} } = JSON.parse(readFileSync(manifest, 'utf8')) as {
      scripts?: Record<string, string>;
    };
    return [{ name, folder, scripts }];
  });
}

/** Builds every web application whose sources changed since its last build, all at once.
 *  Refuses, with what the build said, when one does not build. */
export async function buildWebApps(say: Say): Promise<void> {
  const stale = webApps().filter((app) => app.scripts.build && builtFrom(app) !== sourcesOf(app));
  await Promise.all(stale.map((app) => build(app, say)));
  if (stale.length === 0) say('nothing changed since the last build');
}

async function build(app: WebApp, say: Say) {
  const sources = sourcesOf(app);
  const { code, output } = await runScript(app.scripts.build ?? '', { cwd: app.folder });
  if (code !== 0)
    throw new Error(`The build of apps/${app.name} ended with code ${code}:\n${output.trimEnd()}`);
  writeFileSync(stampFile(app), sources);
  say(`apps/${app.name} is built`);
}

function stampFile(app: WebApp): string {
  return join(app.folder, 'dist', '.built-from');
}

function builtFrom(app: WebApp): string | null {
  return existsSync(stampFile(app)) ? readFileSync(stampFile(app), 'utf8') : null;
}

/** One word for everything that goes into the build: it changes when a file does, appears or disappears. */
function sourcesOf(app: WebApp): string {
  const hash = createHash('sha256');
  const own = [`apps/${app.name}/*`, `apps/${app.name}/{src,public,messages}/**`];
  for (const file of globSync([...own, ...rooms, ...settings], { cwd: root }).toSorted()) {
    const { size, mtimeMs } = statSync(join(root, file));
    if (statSync(join(root, file)).isFile()) hash.update(`${file}:${size}:${mtimeMs}\n`);
  }
  return hash.digest('hex');
}
