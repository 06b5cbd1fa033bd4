import { expect, it } from 'vitest';
import { only, readSearch, writeSearch } from './search.ts';

it('a code in an address stays text, with its leading digits', () => {
  expect(readSearch('?place=0330702&when=true')).toEqual({ place: '0330702', when: 'true' });
});

it('what is not set is not written', () => {
  expect(writeSearch({ place: '330702', state: undefined })).toBe('?place=330702');
  expect(writeSearch({ state: undefined })).toBe('');
});

it('an address says again what it said', () => {
  const search = { search: '林 & 木', from: '2026-11-01' };
  expect(readSearch(writeSearch(search))).toEqual(search);
});

it('a screen takes from its address what it knows, and only as text', () => {
  expect(only('state', 'place')({ state: 'received', place: 330702, other: 'x' })).toEqual({
    state: 'received',
  });
});
