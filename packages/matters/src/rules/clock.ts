import { civilDay, endOfDay } from '@tongxin/core';
import type { Clock } from './workflow.ts';

/** Days that differ from the plain week: holidays that fall on weekdays, weekends that are worked. */
export type WorkCalendar = { holidays: ReadonlySet<string>; workingDays: ReadonlySet<string> };

/** Whether offices work on this day. Source: the State Council's yearly notice, kept in `calendar_days`. */
export function isWorkingDay(day: Temporal.PlainDate, calendar: WorkCalendar): boolean {
  const iso = day.toString();
  if (calendar.workingDays.has(iso)) return true;
  return day.dayOfWeek <= 5 && !calendar.holidays.has(iso);
}

/** The day `count` working days after `day`; the day itself does not count, whatever it is. */
export function addWorkingDays(
  day: Temporal.PlainDate,
  count: number,
  calendar: WorkCalendar,
): Temporal.PlainDate {
  let current = day;
  for (let left = count; left > 0;) {
    current = current.add({ days: 1 });
    if (isWorkingDay(current, calendar)) left -= 1;
  }
  return current;
}

/**
 * The instant from which a matter is overdue: the end of the last day that its clock allows. Null when the clock
 * waits for a date that was not given.
 */
export function dueAt(
  clock: Clock,
  from: Temporal.Instant,
  calendar: WorkCalendar,
  given?: Temporal.Instant,
): Temporal.Instant | null {
  if ('given' in clock) return given ?? null;
  const today = civilDay(from);
  if ('days' in clock) return endOfDay(today.add({ days: clock.days }));
  return endOfDay(addWorkingDays(today, clock.workingDays, calendar));
}

/** After three reminders the office above is told once; then it stands on the table of overdue lines. §4.10. */
export const reminderLimit = 3;
