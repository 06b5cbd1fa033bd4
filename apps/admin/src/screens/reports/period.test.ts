import { expect, it } from 'vitest';
import { periodOfSearch, searchOf } from './period.ts';

const now = Temporal.Instant.from('2026-11-30T17:00:00Z');

it('an address that names no period means the one in which today lies, in the city', () => {
  expect(periodOfSearch({}, now)).toEqual({ kind: 'month', from: '2026-12-01' });
  expect(periodOfSearch({ period: 'quarter' }, now)).toEqual({ kind: 'quarter', from: '2026-10-01' });
  expect(periodOfSearch({ period: 'week', from: 'nonsense' }, now)).toEqual({
    kind: 'month',
    from: '2026-12-01',
  });
});

it('an address says again which period it meant', () => {
  const period = { kind: 'year', from: '2025-01-01' } as const;
  expect(periodOfSearch(searchOf(period), now)).toEqual(period);
});
