import { cityZone } from '@tongxin/core';
import type { WorkCalendar } from '@tongxin/matters/rules';
import { z } from 'zod';
import { hasNoMobile } from './telephone.ts';

/** Times of the city's clock, `09:00`; a period ends at `24:00` at the latest and its end is not part of it. */
export type Period = { from: string; to: string };

/**
 * When a site is open, as data: the plain week, whether it closes on public holidays, and single days that differ. A
 * day named in `exceptions` has the periods written there and no others; none means closed.
 */
export type OpeningHours = {
  /** `day` runs from 1, Monday, to 7, Sunday. */
  week: readonly (Period & { day: number })[];
  closesOnHolidays: boolean;
  exceptions: readonly { on: string; periods: readonly Period[]; note: string }[];
};

/** Hours that nobody has entered yet: the site may have a note in words all the same. */
export const noHours: OpeningHours = { week: [], closesOnHolidays: true, exceptions: [] };

const clock = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;
const time = z.string().regex(clock, 'platforms.hours_time');
const period = { from: time, to: time };
// What is no time at all is told so at its own field.
const forward = ({ from, to }: Period) => !clock.test(from) || !clock.test(to) || from < to;
const backwards = { message: 'platforms.hours_order', path: ['to'] };

export const OpeningHoursInput = z.strictObject({
  week: z
    .array(z.strictObject({ day: z.int().min(1).max(7), ...period }).refine(forward, backwards))
    .max(28, 'platforms.hours_many')
    .refine((rows) => [1, 2, 3, 4, 5, 6, 7].every((day) => areApart(rows.filter((row) => row.day === day))), {
      message: 'platforms.hours_overlap',
    }),
  closesOnHolidays: z.boolean(),
  exceptions: z
    .array(
      z.strictObject({
        on: z.iso.date('platforms.hours_day'),
        periods: z
          .array(z.strictObject(period).refine(forward, backwards))
          .max(4, 'platforms.hours_many')
          .refine(areApart, { message: 'platforms.hours_overlap' }),
        note: z
          .string()
          .trim()
          .max(60, 'platforms.hours_note')
          .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'platforms.hours_note')
          .refine(hasNoMobile, 'platforms.telephone'),
      }),
    )
    .max(60, 'platforms.hours_many')
    .refine((days) => new Set(days.map(({ on }) => on)).size === days.length, {
      message: 'platforms.hours_twice',
    }),
});

function areApart(periods: readonly Period[]): boolean {
  const inOrder = periods.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return inOrder.every(({ to }, at) => inOrder[at + 1] === undefined || to <= inOrder[at + 1]!.from);
}

/**
 * The periods of one day in their order. A holiday of the State Council's notice closes a site that closes on
 * holidays. A weekend that is worked instead opens no door by itself: the site says so as an exception, or a
 * resident would stand before a closed one.
 */
export function periodsOn(day: Temporal.PlainDate, hours: OpeningHours, calendar: WorkCalendar): Period[] {
  const exception = hours.exceptions.find(({ on }) => on === day.toString());
  const closed = hours.closesOnHolidays && calendar.holidays.has(day.toString());
  const ofWeek = closed ? [] : hours.week.filter((row) => row.day === day.dayOfWeek);
  return (exception?.periods ?? ofWeek)
    .map(({ from, to }) => ({ from, to }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** How far ahead a next open time is looked for: past the longest holidays. */
export const daysAhead = 60;

export type NextOpen = { opensAt: Temporal.Instant; closesAt: Temporal.Instant; isOpen: boolean };

/**
 * When the door is open next: the period that goes on now, else the next to begin within sixty days; null when none
 * does. The moment at which a period ends is closed.
 */
export function nextOpen(
  hours: OpeningHours,
  now: Temporal.Instant,
  calendar: WorkCalendar,
  zone = cityZone,
): NextOpen | null {
  if (hours.week.length === 0 && hours.exceptions.length === 0) return null;
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
    const day = today.add({ days: ahead });
    for (const { from, to } of periodsOn(day, hours, calendar)) {
      const closesAt = at(day, to, zone);
      if (Temporal.Instant.compare(closesAt, now) <= 0) continue;
      const opensAt = at(day, from, zone);
      return { opensAt, closesAt, isOpen: Temporal.Instant.compare(opensAt, now) <= 0 };
    }
  }
  return null;
}

function at(day: Temporal.PlainDate, clockTime: string, zone: string): Temporal.Instant {
  if (clockTime === '24:00') return day.add({ days: 1 }).toZonedDateTime(zone).toInstant();
  return day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(clockTime) }).toInstant();
}

/** The plain week as rows to be read: days with the same periods stand together, Monday first. */
export function weekRows(hours: OpeningHours): { days: number[]; periods: Period[] }[] {
  const rows: { days: number[]; periods: Period[] }[] = [];
  for (let day = 1; day <= 7; day += 1) {
    const periods = hours.week
      .filter((row) => row.day === day)
      .map(({ from, to }) => ({ from, to }))
      .toSorted((a, b) => (a.from < b.from ? -1 : 1));
    if (periods.length === 0) continue;
    const same = rows.find((row) => JSON.stringify(row.periods) === JSON.stringify(periods));
    if (same === undefined) rows.push({ days: [day], periods });
    else same.days.push(day);
  }
  return rows;
}
