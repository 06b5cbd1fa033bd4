import { isWorkingDay, type WorkCalendar } from '@tongxin/matters/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dutyDays, type HolidayRule, type Pattern } from './pattern.ts';

// National Day 2026: 1 to 7 October off, Sunday 20 September and Saturday 10 October worked.
const calendar: WorkCalendar = {
  holidays: new Set([1, 2, 3, 4, 5, 6, 7].map((day) => `2026-10-0${day}`)),
  workingDays: new Set(['2026-09-20', '2026-10-10']),
};
const day = (iso: string) => Temporal.PlainDate.from(iso);
const span = (from: string, until: string) => ({ from: day(from), until: day(until) });
const shown = (pattern: Pattern, from: string, until: string, rule: HolidayRule = 'next_working_day') =>
  dutyDays(pattern, span(from, until), rule, calendar).map((one) => one.day.toString().slice(5));

const everyWednesday: Pattern = { kind: 'weekdays', weekdays: [3] };

describe('the days of duty', () => {
  it('are every Wednesday, both ends of the span included', () => {
    expect(shown(everyWednesday, '2026-11-04', '2026-11-25')).toEqual(['11-04', '11-11', '11-18', '11-25']);
  });

  it('move from a holiday to the next working day', () => {
    expect(shown(everyWednesday, '2026-09-30', '2026-10-14')).toEqual(['09-30', '10-08', '10-14']);
  });

  it('are the 10th and the 20th, or the working day after', () => {
    const tenthAndTwentieth: Pattern = { kind: 'days_of_month', days: [10, 20] };
    // Sunday 20 September and Saturday 10 October are worked; Sunday 10 and Saturday 20 of other months are not.
    expect(shown(tenthAndTwentieth, '2026-09-01', '2026-12-31')).toEqual([
      '09-10',
      '09-20',
      '10-10',
      '10-20',
      '11-10',
      '11-20',
      '12-10',
      '12-21',
    ]);
  });

  it('are Monday, Wednesday and Friday, and one day where two of them meet after a holiday', () => {
    const threeDays: Pattern = { kind: 'weekdays', weekdays: [1, 3, 5] };
    expect(shown(threeDays, '2026-09-28', '2026-10-12')).toEqual([
      '09-28',
      '09-30',
      '10-08',
      '10-09',
      '10-12',
    ]);
  });

  it('are the first Thursday of the month, or its last one', () => {
    const first: Pattern = { kind: 'weekday_of_month', nth: 1, weekday: 4 };
    const last: Pattern = { kind: 'weekday_of_month', nth: 5, weekday: 4 };
    expect(shown(first, '2026-11-01', '2027-01-31')).toEqual(['11-05', '12-03', '01-07']);
    expect(shown(last, '2026-11-01', '2027-01-31')).toEqual(['11-26', '12-31', '01-28']);
  });

  it('are Saturdays for whoever names Saturdays, though offices do not work', () => {
    expect(shown({ kind: 'weekdays', weekdays: [6] }, '2026-11-01', '2026-11-14')).toEqual([
      '11-07',
      '11-14',
    ]);
  });

  it('are the last day of a month that has no 31st', () => {
    const last: Pattern = { kind: 'days_of_month', days: [31] };
    expect(shown(last, '2027-01-01', '2027-04-30', 'keep')).toEqual(['01-31', '02-28', '03-31', '04-30']);
  });

  it('leave holidays out, or keep them, where the rota says so', () => {
    expect(shown(everyWednesday, '2026-10-01', '2026-10-14', 'leave_out')).toEqual(['10-14']);
    expect(shown(everyWednesday, '2026-10-01', '2026-10-14', 'keep')).toEqual(['10-07', '10-14']);
  });

  const patterns: fc.Arbitrary<Pattern> = fc.oneof(
    fc.record({
      kind: fc.constant('weekdays' as const),
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    }),
    fc.record({
      kind: fc.constant('days_of_month' as const),
      days: fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1 }),
    }),
    fc.record({
      kind: fc.constant('weekday_of_month' as const),
      nth: fc.integer({ min: 1, max: 5 }),
      weekday: fc.integer({ min: 1, max: 7 }),
    }),
  );
  const starts = fc.integer({ min: 0, max: 700 }).map((n) => day('2026-01-01').add({ days: n }));
  const lengths = fc.integer({ min: 0, max: 200 });
  const rules = fc.constantFrom<HolidayRule[]>('next_working_day', 'leave_out', 'keep');

  it('come in order, each once, never before the day that was named, and named ones lie in the span', () => {
    fc.assert(
      fc.property(patterns, starts, lengths, rules, (pattern, from, length, rule) => {
        const until = from.add({ days: length });
        const found = dutyDays(pattern, { from, until }, rule, calendar);
        for (const [index, one] of found.entries()) {
          const before = found[index - 1];
          if (before !== undefined) expect(Temporal.PlainDate.compare(before.day, one.day)).toBe(-1);
          expect(Temporal.PlainDate.compare(one.named, one.day)).toBeLessThanOrEqual(0);
          expect(Temporal.PlainDate.compare(from, one.named)).toBeLessThanOrEqual(0);
          expect(Temporal.PlainDate.compare(one.named, until)).toBeLessThanOrEqual(0);
          if (rule !== 'next_working_day') expect(one.day.equals(one.named)).toBe(true);
          if (!one.day.equals(one.named)) expect(isWorkingDay(one.day, calendar)).toBe(true);
        }
      }),
    );
  });

  it('are on a working day whenever the day of the month decides and moves', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 31 }), starts, (number, from) => {
        const found = dutyDays(
          { kind: 'days_of_month', days: [number] },
          { from, until: from.add({ days: 120 }) },
          'next_working_day',
          calendar,
        );
        for (const one of found) expect(isWorkingDay(one.day, calendar)).toBe(true);
      }),
    );
  });
});
