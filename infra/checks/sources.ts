import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../local/command.ts';

/** A package or an app of this repository. */
export interface Room {
  name: string;
  folder: string;
  kind: 'package' | 'app';
  dependsOn: string[];
  exports: Record<string, string>;
}

/** A source file that people write. */
export interface Source {
  path: string;
  text: string;
  isTest: boolean;
}

const written = '{apps,packages,infra,bench}/**/*.{ts,tsx,css,sh}';
const notWritten = ['**/node_modules/**', '**/dist/**', '**/generated/**'];

/** Every source file of the repository, by its path from the root. */
export function sources(): Source[] {
  return globSync([written, '*.ts'], { cwd: root, exclude: notWritten })
    .toSorted()
    .map((path) => ({
      path,
      text: readFileSync(join(root, path), 'utf8'),
      isTest: /\.(test|e2e)\.tsx?$/.test(path),
    }));
}

/** Every package and app, as its package.json describes it. */
export function rooms(): Room[] {
  const manifests = globSync(
    ['packages/*/package.json', 'packages/base/*/package.json', 'apps/*/package.json'],
    {
      cwd: root,
    },
  );
  return manifests.toSorted().map((path) => {
    const manifest = JSON.parse(readFileSync(join(root, path), 'utf8')) as Partial<
      Record<string, Record<string, string>>
    >;
    const folder = path.slice(0, -'/package.json'.length);
    const listed = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.peerDependencies };
    return {
      name: basename(folder),
      folder,
      kind: path.startsWith('apps/') ? 'app' : 'package',
      dependsOn: Object.keys(listed).flatMap((name) => (name.startsWith('@tongxin/') ? [name.slice(9)] : [])),
      exports: manifest.exports ?? {},
    };
  });
}

/** The names that a file imports from another package's tables, with the package that owns them. */
export function importedTables({ path, text }: Source): { owner: string; table: string }[] {
  const statements = text.matchAll(/import\s*\{([^}]*)\}\s*from\s*'@tongxin\/([a-z]+)\/schema'/g);
  return [...statements].flatMap(([, names = '', owner = '']) =>
    names
      .split(',')
      .map(
        (name) =>
          name
            .trim()
            .split(/\s+as\s+/)
            .at(-1) ?? '',
      )
      .filter((name) => name !== '' && packageOf(path) !== owner)
      .map((table) => ({ owner, table })),
  );
}

/** The package that owns each table of the database, by the table's name. */
export function tableOwners(files: Source[]): Map<string, string> {
  const owners = new Map<string, string>();
  for (const { path, text } of files) {
    if (!/schema(\.ts$|\/)/.test(path)) continue;
    for (const [, table = ''] of text.matchAll(/pgTable\(\s*'([a-z_]+)'/g))
      owners.set(table, packageOf(path));
  }
  return owners;
}

/** The package a file belongs to, `infra` or the app's name for the others. */
export function packageOf(path: string): string {
  const [first = '', second = '', third = ''] = path.split('/');
  if (first !== 'packages') return first === 'apps' ? second : first;
  return second === 'base' ? third : second;
}
