import { describe, expect, it } from 'vitest';
import { lastDayBefore } from './civil-time.ts';

describe('the last day of a limit', () => {
  it('is the day that ends at midnight, not the one that begins then', () => {
    expect(lastDayBefore('2026-11-23T16:00:00Z')).toBe('2026-11-23');
  });

  it('is the day itself when the limit lies within it', () => {
    expect(lastDayBefore('2026-11-23T06:30:00Z')).toBe('2026-11-23');
    expect(lastDayBefore('2026-11-23T15:59:59Z')).toBe('2026-11-23');
  });
});
