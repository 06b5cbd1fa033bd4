import { expect, it } from 'vitest';
import { planOf, type RotaEntry } from './rota-entry.ts';

const entry: RotaEntry = {
  platformId: 'site',
  kind: 'weekdays',
  weekdays: ['1', '3'],
  onHoliday: 'next_working_day',
  from: '2026-11-23',
  until: '2027-11-22',
  startTime: '09:00:00',
  endTime: '11:30',
  perTurn: 2,
  people: ['chen', 'li'],
  away: [
    { memberId: 'li', from: '2026-12-01', until: '2026-12-07' },
    { memberId: 'gone', from: '2026-12-01', until: '2026-12-07' },
  ],
};

it('a form says its plan, with days away under whoever is away', () => {
  expect(planOf(entry)).toEqual({
    platformId: 'site',
    pattern: { kind: 'weekdays', weekdays: [1, 3] },
    onHoliday: 'next_working_day',
    from: '2026-11-23',
    until: '2027-11-22',
    startTime: '09:00',
    endTime: '11:30',
    perTurn: 2,
    people: [
      { memberId: 'chen', away: [] },
      { memberId: 'li', away: [{ from: '2026-12-01', until: '2026-12-07' }] },
    ],
  });
});

it('each kind of pattern keeps only what belongs to it', () => {
  expect(planOf({ ...entry, kind: 'days_of_month', days: ['10', '20'] }).pattern).toEqual({
    kind: 'days_of_month',
    days: [10, 20],
  });
  expect(planOf({ ...entry, kind: 'weekday_of_month', nth: '5', weekday: '4' }).pattern).toEqual({
    kind: 'weekday_of_month',
    nth: 5,
    weekday: 4,
  });
});
