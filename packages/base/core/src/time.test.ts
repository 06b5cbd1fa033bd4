import { describe, expect, it } from 'vitest';
import { meantTime } from './time.ts';

describe('a day or moment that can be meant', () => {
  it.each([
    '2026-11-21',
    '1900-01-01',
    '2199-12-31',
    '2026-12-01T08:00:00+08:00',
    '2026-12-01T00:00:00.123Z',
  ])('is %s', (text) => expect(text).toMatch(meantTime));

  it.each([
    '0000-01-01',
    '0001-01-01T00:00:00Z',
    '1899-12-31',
    '2200-01-01',
    '9999-12-31T23:59:59Z',
    '+275760-09-13T00:00:00Z',
    '2026-12-01T00:00:00-18:30',
    '2026-12-01T00:00:00+23:59',
    '2026-12-01 00:00:00Z',
  ])('is not %s', (text) => expect(text).not.toMatch(meantTime));
});
