import { expect, it } from 'vitest';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** Every sentence with where it stands; sentences that take a value are said with one. */
function sentences(texts: object, at = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) => {
    const where = `${at}.${key}`;
    if (typeof value === 'function')
      return [[where, String((value as (word: string) => string)('13900000000'))]];
    return typeof value === 'string' ? [[where, value]] : sentences(value as object, where);
  });
}

it('says everything in both languages', () => {
  const chinese = sentences(zh);
  const english = sentences(en);
  expect(english.map(([where]) => where)).toEqual(chinese.map(([where]) => where));
  expect([...chinese, ...english].filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
});
