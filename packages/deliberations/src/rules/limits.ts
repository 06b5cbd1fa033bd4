import { addWorkingDays, isWorkingDay, type WorkCalendar } from '@tongxin/matters/rules';
import { civilDay, endOfDay } from '@tongxin/core';

/** A township tells people at least so many working days before a session. Source: domain §4.2. */
export const noticeWorkingDays = 5;
/** Working days after a session within which it is written up. */
const recordWorkingDays = 1;
/** Working days after a session within which its minutes are public. Source: domain §4.2. */
const publishWorkingDays = 10;
/** Working days for doing again what the residents did not accept. Source: domain §5.2, complex matters. */
const againWorkingDays = 10;
/** Days that checking (5 working days), asking (15 days) and striking off (5 working days) take after the work. */
const afterWorkDays = 30;

/** A session cannot be announced further ahead than this. */
export const horizonDays = 366;
export const longestHours = 12;

type Instant = Temporal.Instant;

/** Whole working days between today and the day of the session, neither counted: what people have to prepare. */
export function workingDaysAhead(now: Instant, startsAt: Instant, calendar: WorkCalendar): number {
  const last = civilDay(startsAt);
  let count = 0;
  for (
    let day = civilDay(now).add({ days: 1 });
    Temporal.PlainDate.compare(day, last) < 0;
    day = day.add({ days: 1 })
  ) {
    if (isWorkingDay(day, calendar)) count += 1;
  }
  return count;
}

const after = (moment: Instant, workingDays: number, calendar: WorkCalendar) =>
  endOfDay(addWorkingDays(civilDay(moment), workingDays, calendar));

/** Until when the host records who came. */
export function recordBy(endsAt: Instant, calendar: WorkCalendar): Instant {
  return after(endsAt, recordWorkingDays, calendar);
}

/** Until when what came of the session is to be public; the matters talked over wait for this date. */
export function publishBy(endsAt: Instant, calendar: WorkCalendar): Instant {
  return after(endsAt, publishWorkingDays, calendar);
}

/** Until when a resident's matter is settled, when this is the last day of its agreed lines. */
export function settledBy(lastDueOn: Temporal.PlainDate): Instant {
  return endOfDay(lastDueOn.add({ days: afterWorkDays }));
}

/** The new day for work that is to be done again: the agreed one while it is far enough ahead. */
export function againOn(dueOn: Temporal.PlainDate, now: Instant, calendar: WorkCalendar): Temporal.PlainDate {
  const earliest = addWorkingDays(civilDay(now), againWorkingDays, calendar);
  return Temporal.PlainDate.compare(dueOn, earliest) < 0 ? earliest : dueOn;
}
