import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../local/command.ts';
import { packageOf, sources } from './sources.ts';

const code = sources().filter(({ path, isTest }) => !isTest && !/testing|\/tests\//.test(path));
const catalogues = await Promise.all(
  code
    .filter(({ path }) => /^packages\/[a-z]+\/src\/messages(\/index)?\.ts$/.test(path))
    .map(async ({ path }) => {
      const { messages } = (await import(join(root, path))) as {
        messages: Record<string, { 'zh-CN'?: string; en?: string }>;
      };
      return { owner: packageOf(path), messages };
    }),
);
const said = catalogues.flatMap(({ messages }) => Object.entries(messages));

test('the catalogues of the domains are found', () => {
  expect(catalogues.length).toBeGreaterThan(9);
  expect(said.length).toBeGreaterThan(150);
});

test('every code that a domain answers with has a sentence', () => {
  const owners = catalogues.map(({ owner }) => owner).join('|');
  const known = new Set(said.map(([name]) => name));
  const product = code.filter(({ path }) => /^(apps|packages)\//.test(path));
  const silent = product.flatMap(({ path, text }) =>
    [...text.matchAll(new RegExp(`'((?:${owners})\\.[a-z_]+)'`, 'g'))]
      .filter(([, name = '']) => !known.has(name))
      .map(([, name]) => `${path}: ${name}`),
  );
  expect(silent).toEqual([]);
});

test('every sentence is said in Chinese and in English', () => {
  const han = /\p{Script=Han}/u;
  const unsaid = said.filter(([, { 'zh-CN': zh, en }]) => !han.test(zh ?? '') || !/[a-z]{2}/.test(en ?? ''));
  expect(unsaid.map(([name]) => name)).toEqual([]);
});

test('a sentence speaks plainly: no apology, no blame, no machine words', () => {
  const banned = /\b(please|oops|sorry|invalid|error|failed)\b|错误|非法|抱歉/i;
  const found = said.filter(([, { 'zh-CN': zh, en }]) => banned.test(`${zh} ${en}`));
  expect(found.map(([name]) => name)).toEqual([]);
});
