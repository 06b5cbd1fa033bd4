import { describe, expect, it } from 'vitest';
import { texts } from './index.ts';

type Leaf = { path: string; value: unknown };

function leaves(value: unknown, path = ''): Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([name, inner]) =>
    leaves(inner, path === '' ? name : `${path}.${name}`),
  );
}

/** A sentence with values in it, said with some. */
function said(value: unknown): string {
  if (typeof value !== 'function') return String(value);
  const given =
    value.length === 2 ? ['2026-11-21T01:00:00Z', '2026-11-21T03:00:00Z'] : ['2026-11-21T01:00:00Z'];
  return String((value as (...words: unknown[]) => string)(...given));
}

const zh = leaves(texts['zh-CN']);
const en = leaves(texts.en);

describe('the catalogue of texts', () => {
  it('has the same texts in both languages, the same kind of each', () => {
    const kinds = (all: Leaf[]) => all.map(({ path, value }) => `${path}: ${typeof value}`).toSorted();
    expect(kinds(en)).toEqual(kinds(zh));
  });

  it('leaves nothing empty', () => {
    expect([...zh, ...en].filter(({ value }) => said(value).trim() === '')).toEqual([]);
  });

  it('is English in English, but for the names of places, the demo sign and the other language', () => {
    const chinese = en.filter(({ value }) => /\p{Script=Han}/u.test(said(value)));
    expect(chinese.map(({ path }) => path).toSorted()).toEqual([
      'frame.demo',
      'frame.otherLanguage',
      'home.findHint',
      'tell.what.placeHint',
    ]);
  });

  it('says what happened and what to do, without blame and without machine words', () => {
    const banned = /\b(please|oops|sorry|invalid|error|failed)\b|错误|非法|失败|抱歉/i;
    expect([...zh, ...en].filter(({ value }) => banned.test(said(value))).map(({ path }) => path)).toEqual(
      [],
    );
  });
});
