import { expect, it } from 'vitest';
import { clockOf, endOf, startOf } from './time.ts';

it('a form’s time is the city’s clock, and comes back as it was', () => {
  const time = { start: '2026-12-08T14:30', minutes: 90 };
  expect(startOf(time)).toBe('2026-12-08T06:30:00Z');
  expect(endOf(time)).toBe('2026-12-08T08:00:00Z');
  expect(clockOf(startOf(time))).toBe(time.start);
});
