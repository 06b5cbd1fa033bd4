import { describe, expect, it } from 'vitest';
import { entryOf, hoursOf } from './hours-form.ts';

describe('hours as they are typed', () => {
  const hours = {
    week: [
      { day: 1, from: '08:30', to: '11:30' },
      { day: 1, from: '14:00', to: '17:00' },
      { day: 3, from: '08:30', to: '11:30' },
      { day: 3, from: '14:00', to: '17:00' },
      { day: 7, from: '09:00', to: '12:00' },
    ],
    closesOnHolidays: false,
    exceptions: [
      { on: '2026-12-24', periods: [], note: '整修' },
      {
        on: '2026-12-26',
        periods: [
          { from: '09:00', to: '10:00' },
          { from: '14:00', to: '15:00' },
        ],
        note: '',
      },
    ],
  };

  it('are the same hours when nobody changes them', () => {
    const again = hoursOf(entryOf(hours));
    const inOrder = (one: typeof hours) => ({
      ...one,
      week: one.week.toSorted((a, b) => (`${a.day}${a.from}` < `${b.day}${b.from}` ? -1 : 1)),
    });
    expect(inOrder(again)).toEqual(inOrder(hours));
  });

  it('are a day off when only the day is written', () => {
    expect(hoursOf({ exceptions: [{ on: '2026-12-24' }] })).toEqual({
      week: [],
      closesOnHolidays: true,
      exceptions: [{ on: '2026-12-24', periods: [], note: '' }],
    });
  });
});
