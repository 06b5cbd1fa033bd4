import { describe, expect, it } from 'vitest';
import { knownCalendarDays, readCalendarCsv } from './calendar-days.ts';

const days = knownCalendarDays();
const ofYear = (year: number, kind?: 'holiday' | 'working') =>
  days.filter(({ day, kind: ours }) => day.year === year && (kind === undefined || kind === ours));
const isWeekend = (day: Temporal.PlainDate) => day.dayOfWeek > 5;

describe('the holidays of 2025 to 2027', () => {
  it('come once each, in order, with the notice that says so', () => {
    const dates = days.map(({ day }) => day.toString());
    expect(new Set(dates).size).toBe(dates.length);
    expect(dates).toEqual(dates.toSorted());
    expect(days.every(({ source, name }) => source !== '' && name !== '')).toBe(true);
  });

  it('have as many days off as the notices count', () => {
    // 2025: 1 + 8 + 3 + 5 + 3 + 8; 2026: 3 + 9 + 3 + 5 + 3 + 3 + 7; the law alone: 13.
    expect([2025, 2026, 2027].map((year) => ofYear(year, 'holiday').length)).toEqual([28, 33, 13]);
    expect([2025, 2026, 2027].map((year) => ofYear(year, 'working').length)).toEqual([5, 6, 0]);
  });

  it('are made up for on weekends only', () => {
    for (const { day } of days.filter(({ kind }) => kind === 'working')) expect(isWeekend(day)).toBe(true);
  });

  it('leave the 248 working days of the law where the notice is out: 365 less 104 rest days and 13 holidays', () => {
    const workingDays = (year: number) => {
      let count = 0;
      for (
        let day = Temporal.PlainDate.from(`${year}-01-01`);
        day.year === year;
        day = day.add({ days: 1 })
      ) {
        const entry = days.find((known) => known.day.equals(day));
        if (entry === undefined ? !isWeekend(day) : entry.kind === 'working') count += 1;
      }
      return count;
    };
    expect([workingDays(2025), workingDays(2026)]).toEqual([248, 248]);
  });

  it('are provisional where only the law is known', () => {
    expect(ofYear(2027).every(({ provisional }) => provisional)).toBe(true);
    expect([...ofYear(2025), ...ofYear(2026)].some(({ provisional }) => provisional)).toBe(false);
  });

  it.each([2025, 2026, 2027])('hold the festivals of the lunar year %i', (year) => {
    const names = (month: number, dayOfMonth: number) => {
      const found = ofYear(year, 'holiday').find(({ day }) => {
        const lunar = day.withCalendar('chinese');
        return lunar.monthCode === `M${String(month).padStart(2, '0')}` && lunar.day === dayOfMonth;
      });
      return found?.name;
    };
    expect(names(1, 1)).toBe('春节');
    expect(names(5, 5)).toBe('端午节');
    expect(names(8, 15)).toContain('中秋节');
    const newYear = ofYear(year, 'holiday').find(({ day }) => {
      const lunar = day.withCalendar('chinese');
      return lunar.monthCode === 'M01' && lunar.day === 1;
    });
    expect(ofYear(year, 'holiday').some(({ day }) => day.equals(newYear!.day.subtract({ days: 1 })))).toBe(
      true,
    );
  });
});

describe('a year’s notice as a table', () => {
  const csv =
    '\uFEFFday,kind,name,source\n2027-02-04,holiday,春节,国办通知\n2027-02-14, working ,春节调休,国办通知\n\n';

  it('is read row by row and is official', () => {
    expect(readCalendarCsv(csv)).toEqual([
      {
        day: Temporal.PlainDate.from('2027-02-04'),
        kind: 'holiday',
        name: '春节',
        source: '国办通知',
        provisional: false,
      },
      {
        day: Temporal.PlainDate.from('2027-02-14'),
        kind: 'working',
        name: '春节调休',
        source: '国办通知',
        provisional: false,
      },
    ]);
    expect(readCalendarCsv('day,kind,name,source\n')).toEqual([]);
  });

  it('is refused with the line that cannot be read', () => {
    const line = (row: string) => () =>
      readCalendarCsv(`day,kind,name,source\n2027-01-01,holiday,元旦,某\n${row}\n`);
    expect(line('2027-02-30,holiday,春节,某')).toThrow('line 3: day');
    expect(line('2027-02-05,festival,春节,某')).toThrow('line 3: kind');
    expect(line('2027-02-05,holiday,,某')).toThrow('line 3: name');
    expect(() => readCalendarCsv('date,kind,name,source\n2027-01-01,holiday,元旦,某\n')).toThrow('line 2');
  });
});
