import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingDays, dueAt, isWorkingDay, type WorkCalendar } from './clock.ts';

// National Day 2026: 1 to 7 October off, Sunday 20 September and Saturday 10 October worked.
const calendar: WorkCalendar = {
  holidays: new Set(['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']),
  workingDays: new Set(['2026-09-20', '2026-10-10']),
};
const day = (iso: string) => Temporal.PlainDate.from(iso);

describe('working days', () => {
  it('leave out the holiday week and count the Saturday that makes up for it', () => {
    expect(addWorkingDays(day('2026-09-30'), 1, calendar).toString()).toBe('2026-10-08');
    expect(addWorkingDays(day('2026-09-30'), 3, calendar).toString()).toBe('2026-10-10');
    expect(addWorkingDays(day('2026-09-30'), 4, calendar).toString()).toBe('2026-10-12');
  });

  it('count from the day after, whatever day it begins on', () => {
    expect(addWorkingDays(day('2026-11-21'), 1, calendar).toString()).toBe('2026-11-23');
  });

  it('always end on a working day with as many working days passed as asked for', () => {
    const days = fc.integer({ min: 0, max: 700 }).map((n) => day('2026-01-01').add({ days: n }));
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const to = addWorkingDays(from, count, calendar);
        expect(isWorkingDay(to, calendar)).toBe(true);
        let passed = 0;
        for (
          let at = from.add({ days: 1 });
          Temporal.PlainDate.compare(at, to) <= 0;
          at = at.add({ days: 1 })
        ) {
          if (isWorkingDay(at, calendar)) passed += 1;
        }
        expect(passed).toBe(count);
      }),
    );
  });
});

describe('a due date', () => {
  it('lasts until the end of its day in the city', () => {
    const due = dueAt({ days: 15 }, Temporal.Instant.from('2026-11-21T15:59:00Z'), calendar);
    expect(due?.toString()).toBe('2026-12-06T16:00:00Z');
  });

  it('is missing when its clock waits for a date that was not given', () => {
    expect(dueAt({ given: true }, Temporal.Instant.from('2026-11-21T00:00:00Z'), calendar)).toBeNull();
  });
});
