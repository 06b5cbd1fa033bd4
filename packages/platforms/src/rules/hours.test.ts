import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextOpen, noHours, OpeningHoursInput, periodsOn, weekRows, type OpeningHours } from './hours.ts';

const calendar = {
  holidays: new Set(['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05']),
  workingDays: new Set(['2026-10-10']),
};
const weekdays: OpeningHours = {
  week: [1, 2, 3, 4, 5].flatMap((day) => [
    { day, from: '14:00', to: '17:00' },
    { day, from: '08:30', to: '11:30' },
  ]),
  closesOnHolidays: true,
  exceptions: [],
};
/** A moment on the city's clock. */
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Shanghai').toInstant();
const shown = (hours: OpeningHours, local: string) => {
  const found = nextOpen(hours, at(local), calendar);
  return found === null ? null : [found.opensAt.toString(), found.closesAt.toString(), found.isOpen];
};
const span = (from: string, to: string, isOpen: boolean) => [at(from).toString(), at(to).toString(), isOpen];

describe('the next open time', () => {
  it('is the period that goes on, to its last minute and not at its end', () => {
    expect(shown(weekdays, '2026-11-23T08:30')).toEqual(span('2026-11-23T08:30', '2026-11-23T11:30', true));
    expect(shown(weekdays, '2026-11-23T11:29:59')).toEqual(
      span('2026-11-23T08:30', '2026-11-23T11:30', true),
    );
    expect(shown(weekdays, '2026-11-23T11:30')).toEqual(span('2026-11-23T14:00', '2026-11-23T17:00', false));
  });

  it('after the last period of a Friday is on Monday', () => {
    expect(shown(weekdays, '2026-11-27T17:00')).toEqual(span('2026-11-30T08:30', '2026-11-30T11:30', false));
  });

  it('passes over public holidays where the site closes on them, and not elsewhere', () => {
    expect(shown(weekdays, '2026-09-30T18:00')).toEqual(span('2026-10-06T08:30', '2026-10-06T11:30', false));
    const always = { ...weekdays, closesOnHolidays: false };
    expect(shown(always, '2026-09-30T18:00')).toEqual(span('2026-10-01T08:30', '2026-10-01T11:30', false));
  });

  it('on a weekend that is worked instead is there only when the site says so', () => {
    expect(shown(weekdays, '2026-10-09T18:00')).toEqual(span('2026-10-12T08:30', '2026-10-12T11:30', false));
    const said = {
      ...weekdays,
      exceptions: [{ on: '2026-10-10', periods: [{ from: '09:00', to: '12:00' }], note: '' }],
    };
    expect(shown(said, '2026-10-09T18:00')).toEqual(span('2026-10-10T09:00', '2026-10-10T12:00', false));
  });

  it('follows a day that differs, also on a holiday and also when it is closed', () => {
    const exceptions = [
      { on: '2026-10-02', periods: [{ from: '09:00', to: '10:00' }], note: '值班' },
      { on: '2026-11-23', periods: [], note: '整修' },
    ];
    const hours = { ...weekdays, exceptions };
    expect(shown(hours, '2026-10-01T00:00')).toEqual(span('2026-10-02T09:00', '2026-10-02T10:00', false));
    expect(shown(hours, '2026-11-23T09:00')).toEqual(span('2026-11-24T08:30', '2026-11-24T11:30', false));
  });

  it('may end at midnight', () => {
    const late = { ...noHours, week: [{ day: 6, from: '22:00', to: '24:00' }] };
    expect(shown(late, '2026-11-21T23:59')).toEqual(span('2026-11-21T22:00', '2026-11-22T00:00', true));
  });

  it('is none where no hours are known and where the door stays closed for two months', () => {
    expect(shown(noHours, '2026-11-21T09:00')).toBeNull();
    const once = {
      ...noHours,
      exceptions: [{ on: '2026-11-20', periods: [{ from: '09:00', to: '10:00' }], note: '' }],
    };
    expect(shown(once, '2026-11-21T09:00')).toBeNull();
  });

  it('is always a period of its day, not over yet, with nothing open before it', () => {
    const hour = fc.integer({ min: 0, max: 23 });
    const clock = (value: number) => `${String(value).padStart(2, '0')}:00`;
    const week = fc.uniqueArray(
      fc.record({ day: fc.integer({ min: 1, max: 7 }), from: hour }).map(({ day, from }) => ({
        day,
        from: clock(from),
        to: clock(from + 1),
      })),
      { selector: ({ day, from }) => `${day} ${from}`, minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(
        week,
        fc.boolean(),
        fc.integer({ min: 0, max: 60 * 24 * 60 }),
        (periods, closes, minutes) => {
          const hours = { week: periods, closesOnHolidays: closes, exceptions: [] };
          const now = at('2026-09-15T00:00').add({ minutes });
          const found = nextOpen(hours, now, calendar)!;
          expect(Temporal.Instant.compare(found.closesAt, now)).toBe(1);
          expect(found.isOpen).toBe(Temporal.Instant.compare(found.opensAt, now) <= 0);
          const opens = found.opensAt.toZonedDateTimeISO('Asia/Shanghai');
          const ofDay = periodsOn(opens.toPlainDate(), hours, calendar);
          expect(ofDay.map(({ from }) => from)).toContain(opens.toPlainTime().toString().slice(0, 5));
          // Asked a minute before it opens, the answer is the same, unless something else was open until then.
          const before = nextOpen(hours, now.add({ seconds: 1 }), calendar)!;
          expect(Temporal.Instant.compare(before.closesAt, found.closesAt)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

describe('the hours of a site', () => {
  const faultsOf = (change: object) =>
    OpeningHoursInput.safeParse({ ...noHours, ...change }).error?.issues.map(({ message }) => message);

  it('are taken as they are meant', () => {
    expect(OpeningHoursInput.safeParse(weekdays).success).toBe(true);
    expect(faultsOf({ week: [{ day: 1, from: '08:00', to: '24:00' }] })).toBeUndefined();
    const side = [
      { day: 1, from: '08:00', to: '12:00' },
      { day: 1, from: '12:00', to: '13:00' },
    ];
    expect(faultsOf({ week: side })).toBeUndefined();
  });

  it('are refused where they are no times, run backwards, overlap or name a day twice', () => {
    expect(faultsOf({ week: [{ day: 1, from: '8:00', to: '12:00' }] })).toEqual(['platforms.hours_time']);
    expect(faultsOf({ week: [{ day: 1, from: '12:00', to: '12:00' }] })).toEqual(['platforms.hours_order']);
    const crossed = [
      { day: 1, from: '08:00', to: '12:00' },
      { day: 1, from: '11:59', to: '13:00' },
    ];
    expect(faultsOf({ week: crossed })).toEqual(['platforms.hours_overlap']);
    const day = { on: '2026-12-24', periods: [], note: '' };
    expect(faultsOf({ exceptions: [day, day] })).toEqual(['platforms.hours_twice']);
    expect(faultsOf({ exceptions: [{ ...day, on: '2026-02-30' }] })).toEqual(['platforms.hours_day']);
  });

  it('are read with equal days together, each in the order of the clock', () => {
    const hours = { ...weekdays, week: [...weekdays.week, { day: 7, from: '09:00', to: '12:00' }] };
    expect(weekRows(hours)).toEqual([
      {
        days: [1, 2, 3, 4, 5],
        periods: [
          { from: '08:30', to: '11:30' },
          { from: '14:00', to: '17:00' },
        ],
      },
      { days: [7], periods: [{ from: '09:00', to: '12:00' }] },
    ]);
  });
});
