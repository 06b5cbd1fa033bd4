import { existsSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { importedTables, packageOf, rooms, sources, tableOwners } from './infra/checks/sources.ts';

/** Who may know whom: a package may depend on those before it, never on those after it. */
const order = [
  // technical rooms that know no noun of the town
  ['core', 'db', 'trpc', 'web', 'sheets'],
  // the ground every noun stands on
  ['divisions', 'organisations', 'accounts', 'matters', 'notices', 'files', 'imports'],
  // the network: who, where, when
  ['sectors', 'members', 'platforms', 'events'],
  // the work
  [
    'issues',
    'deliberations',
    'rotas',
    'experts',
    'visits',
    'outreach',
    'proposals',
    'opinions',
    'livelihood',
    'campaigns',
    'reading',
  ],
  // what the work adds up to
  ['record', 'duties', 'consensus', 'reports'],
  // an invented city, told through all of them
  ['demo'],
].flat();

const everything = sources();
const code = everything.filter(({ isTest }) => !isTest);
const product = code.filter(({ path }) => /^(apps|packages)\//.test(path));

test('the checks look at the sources', () => {
  expect(everything.length).toBeGreaterThan(20);
  expect(rooms().length).toBeGreaterThan(3);
});

test('every package has its place in the order', () => {
  const packages = rooms().filter(({ kind }) => kind === 'package');
  expect(packages.filter(({ name }) => !order.includes(name)).map(({ folder }) => folder)).toEqual([]);
});

test('a package depends only on packages before it, and never on an app', () => {
  const uphill = rooms()
    .filter(({ kind }) => kind === 'package')
    .flatMap(({ name, dependsOn }) =>
      dependsOn
        .filter((other) => !order.includes(other) || order.indexOf(other) >= order.indexOf(name))
        .map((other) => `${name} → ${other}`),
    );
  expect(uphill).toEqual([]);
});

test('a package names each of its doors', () => {
  const open = rooms().filter((room) => Object.keys(room.exports).some((door) => door.includes('*')));
  expect(open.map(({ folder }) => folder)).toEqual([]);
});

test('a relative import stays in its own package', () => {
  const strays = product
    .filter(({ path }) => !path.startsWith('apps/e2e/'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/from '(\.[^']*)'/g)]
        .map(([, target = '']) => normalize(join(path, '..', target)))
        .filter((target) => packageOf(target) !== packageOf(path))
        .map((target) => `${path} → ${target}`),
    );
  expect(strays).toEqual([]);
});

test('only its owner writes a table', () => {
  const trespasses = product.flatMap((source) =>
    importedTables(source)
      .filter(({ table }) => new RegExp(`\\.(insert|update|delete)\\(\\s*${table}\\s*\\)`).test(source.text))
      .map(({ owner, table }) => `${source.path} writes ${owner}’s ${table}`),
  );
  expect(trespasses).toEqual([]);
});

test('only its owner writes a table in plain SQL', () => {
  const owners = tableOwners(code);
  const writes = /\b(?:insert\s+into|delete\s+from|update)\s+"?([a-z_]+)"?/gi;
  const trespasses = product.flatMap(({ path, text }) =>
    [...text.matchAll(writes)]
      .map(([, table = '']) => ({ table, owner: owners.get(table) }))
      .filter(({ owner }) => owner !== undefined && owner !== packageOf(path))
      .map(({ table, owner }) => `${path} writes ${owner}’s ${table}`),
  );
  expect(trespasses).toEqual([]);
});

test('a query names its columns', () => {
  const greedy = product.filter(({ text }) => /\.select\(\s*\)|\bselect\s+\*/i.test(text));
  expect(greedy.map(({ path }) => path)).toEqual([]);
});

test('no file or folder is a drawer', () => {
  const drawer = /^(utils?|helpers?|common|misc|shared|types|constants)(\.|$)|-(utils?|helpers?)\./;
  const found = everything.filter(({ path }) => path.split('/').some((part) => drawer.test(part)));
  expect(found.map(({ path }) => path)).toEqual([]);
});

test('no file is longer than 300 lines', () => {
  const long = everything.filter(({ text }) => text.trimEnd().split('\n').length > 300);
  expect(long.map(({ path }) => path)).toEqual([]);
});

test('the guide for newcomers names files that exist', () => {
  const named = readFileSync(join(import.meta.dirname, 'CONTRIBUTING.md'), 'utf8').matchAll(
    /`([a-z]+\/[^`\s]+\.\w+)`/g,
  );
  const missing = [...named]
    .map(([, path = '']) => path)
    .filter((path) => !existsSync(join(import.meta.dirname, path)));
  expect(missing).toEqual([]);
});
