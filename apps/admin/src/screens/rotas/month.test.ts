import { expect, it } from 'vitest';
import { daysOf, monthOf, monthText } from './month.ts';

const november = Temporal.PlainYearMonth.from('2026-11');

it('a month comes from the address, or is that of today in the city', () => {
  const lastEvening = Temporal.Instant.from('2026-11-30T17:00:00Z');
  expect(monthOf('2027-02').toString()).toBe('2027-02');
  expect(monthOf('2027-13', lastEvening).toString()).toBe('2026-12');
  expect(monthOf(undefined, lastEvening).toString()).toBe('2026-12');
});

it('a turn stands on its day in the city', () => {
  const days = daysOf(november, [{ startsAt: '2026-11-24T23:00:00Z' }]);
  expect(days).toHaveLength(30);
  expect(days.filter(({ turns }) => turns.length > 0)).toMatchObject([{ day: '2026-11-25', weekday: 3 }]);
});

it('a month is written as people write it', () => {
  expect([monthText(november, 'zh-CN'), monthText(november, 'en')]).toEqual(['2026年11月', 'November 2026']);
});
