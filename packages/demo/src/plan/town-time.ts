import { cityZone } from '@tongxin/core';
import { isWorkingDay, type WorkCalendar } from '@tongxin/matters/rules';
import type { Chance } from '../chance.ts';

/** Milliseconds since 1970, as plans count; the telling turns them into instants. */
export type Moment = number;
/** Civil days of the city since 1970. */
export type DayNumber = number;

const hour = 3_600_000;
const dayLength = 24 * hour;
/** The city has kept one distance from UTC since 1991, so days are counted without asking the zone each time. */
const offset =
  Temporal.Instant.from('2025-01-01T00:00:00Z').toZonedDateTimeISO(cityZone).offsetNanoseconds / 1e6;
const epoch = Temporal.PlainDate.from('1970-01-01');

/** When things happen in this town: offices work on working days, residents write before and after. */
export type TownTime = {
  now: Moment;
  /** The first moment of the year that is told. */
  start: Moment;
  /** An office moment so many working days later; 0 is later on the same day while the office is open. */
  after(moment: Moment, workingDays: number): Moment;
  /** A moment at which a resident has time, on that day and never before `earliest`. */
  atHome(day: DayNumber, earliest?: Moment): Moment;
  /** That working day at this hour, or the next one that is worked. */
  sitting(day: DayNumber, at: { hour: number; minute: number }): Moment;
  /** The last working day so many before this day. */
  workingDaysBefore(day: DayNumber, count: number): DayNumber;
  isWorked(day: DayNumber): boolean;
};

export function dayOf(moment: Moment): DayNumber {
  return Math.floor((moment + offset) / dayLength);
}

/** The first moment of a day. */
export function startOf(day: DayNumber): Moment {
  return day * dayLength - offset;
}

/** As forms write a day: `2026-03-05`. */
export function dateOf(day: DayNumber): string {
  return epoch.add({ days: day }).toString();
}

export function dayNumber(date: string): DayNumber {
  return epoch.until(Temporal.PlainDate.from(date), { largestUnit: 'days' }).days;
}

export function monthOf(moment: Moment): number {
  return epoch.add({ days: dayOf(moment) }).month;
}

/** Moments around a year that ends now. */
export function townTime(now: Temporal.Instant, calendar: WorkCalendar, chance: Chance): TownTime {
  const ends = now.epochMilliseconds;
  const start = startOf(dayOf(ends) - 365);
  const worked = new Map<DayNumber, boolean>();
  const isWorked = (day: DayNumber): boolean => {
    const known = worked.get(day);
    if (known !== undefined) return known;
    const answer = isWorkingDay(epoch.add({ days: day }), calendar);
    worked.set(day, answer);
    return answer;
  };
  const later = (day: DayNumber, count: number): DayNumber => {
    let current = day;
    for (let left = count; left > 0;) if (isWorked((current += 1))) left -= 1;
    return current;
  };
  const inOffice = (day: DayNumber): Moment => {
    const [from, to] = chance.is(0.55) ? [8.6, 11.6] : [13.7, 17.2];
    return startOf(day) + Math.floor((from + chance.next() * (to - from)) * hour);
  };
  return {
    now: ends,
    start,
    isWorked,
    after(moment, workingDays) {
      const day = dayOf(moment);
      const closing = startOf(day) + 17 * hour;
      const opening = startOf(day) + 8.5 * hour;
      if (workingDays === 0 && isWorked(day) && moment < closing) {
        const earliest = Math.max(moment, opening);
        return earliest + Math.floor((0.05 + chance.next() * 0.5) * (closing + 0.7 * hour - earliest));
      }
      return inOffice(later(day, Math.max(1, workingDays)));
    },
    atHome(day, earliest = 0) {
      const [from, to] = chance.pick([
        [6.8, 8.6],
        [11.5, 13.4],
        [17.5, 22.4],
        [8.6, 17.5],
        [18.5, 22],
      ] as const);
      const moment = startOf(day) + Math.floor((from + chance.next() * (to - from)) * hour);
      return moment > earliest ? moment : earliest + chance.whole(3, 90) * 60_000;
    },
    sitting(day, at) {
      const first = isWorked(day) ? day : later(day, 1);
      return startOf(first) + at.hour * hour + at.minute * 60_000;
    },
    workingDaysBefore(day, count) {
      let current = day;
      for (let left = count; left > 0;) if (isWorked((current -= 1))) left -= 1;
      return current;
    },
  };
}
