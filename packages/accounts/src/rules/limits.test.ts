import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits, nextTry, stillCounting, type Limit } from './index.ts';

const start = Temporal.Instant.from('2026-11-21T07:00:00Z');
const after = (seconds: number) => start.add({ seconds });

describe('the next try', () => {
  it('is free until the count is reached, and again when the oldest has left the window', () => {
    const tries = [0, 10, 20, 30, 40].map(after);
    expect(nextTry(limits.passwordPerPlace, tries.slice(0, 4), after(50))).toBeNull();
    expect(nextTry(limits.passwordPerPlace, tries, after(50))).toEqual(after(900));
    expect(nextTry(limits.passwordPerPlace, tries, after(899))).toEqual(after(900));
    expect(nextTry(limits.passwordPerPlace, tries, after(900))).toBeNull();
  });

  it('keeps every limit of several', () => {
    const tries = [0, 60, 120, 180, 240].map(after);
    expect(nextTry(limits.sendPerPhone, tries, after(299))).toEqual(after(3600));
    expect(nextTry(limits.sendPerPhone, tries, after(3600))).toBeNull();
    expect(nextTry(limits.sendPerPhone, [after(0)], after(30))).toEqual(after(60));
  });

  it('counts what a faster clock has dated into the future', () => {
    expect(nextTry([{ count: 1, seconds: 60 }], [after(30)], start)).toEqual(after(90));
  });

  const limit = fc.record({
    count: fc.integer({ min: 1, max: 6 }),
    seconds: fc.integer({ min: 1, max: 100 }),
  });
  const times = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 60 });

  it('never lets more than `count` through in any window', () => {
    fc.assert(
      fc.property(fc.array(limit, { minLength: 1, maxLength: 3 }), times, (allowed, knocks) => {
        let kept: Temporal.Instant[] = [];
        const through: number[] = [];
        for (const second of knocks.toSorted((a, b) => a - b)) {
          if (nextTry(allowed, kept, after(second)) !== null) continue;
          kept = [...stillCounting(allowed, kept, after(second)), after(second)];
          through.push(second);
        }
        for (const { count, seconds } of allowed)
          expect(mostWithin(through, seconds)).toBeLessThanOrEqual(count);
      }),
    );
  });

  it('is allowed at the very instant that it names', () => {
    fc.assert(
      fc.property(fc.array(limit, { minLength: 1, maxLength: 3 }), times, (allowed: Limit[], past) => {
        const tries = past.map(after);
        const until = nextTry(allowed, tries, after(300));
        if (until !== null) expect(nextTry(allowed, tries, until)).toBeNull();
      }),
    );
  });
});

function mostWithin(times: readonly number[], seconds: number): number {
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + seconds).length));
}
