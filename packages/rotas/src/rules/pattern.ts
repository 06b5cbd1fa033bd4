import { isWorkingDay, type WorkCalendar } from '@tongxin/matters/rules';
import { z } from 'zod';

/** Monday is 1, Sunday 7. */
const Weekday = z.int('rotas.weekdays').min(1, 'rotas.weekdays').max(7, 'rotas.weekdays');

/**
 * On which days somebody is on duty, as data. Seen: every Wednesday; the 10th and 20th of the month; Monday, Wednesday
 * and Friday; a monthly reception day. Source: domain §4.9.
 */
export const Pattern = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('weekdays'),
      weekdays: z.array(Weekday, 'rotas.weekdays').min(1, 'rotas.weekdays').max(7, 'rotas.weekdays'),
    }),
    z.strictObject({
      kind: z.literal('days_of_month'),
      /** A month without that day has its last day instead. */
      days: z
        .array(z.int('rotas.days').min(1, 'rotas.days').max(31, 'rotas.days'), 'rotas.days')
        .min(1, 'rotas.days')
        .max(31, 'rotas.days'),
    }),
    z.strictObject({
      kind: z.literal('weekday_of_month'),
      /** 1 is the first of the month, 5 the last, be it the fourth or the fifth. */
      nth: z.int('rotas.nth').min(1, 'rotas.nth').max(5, 'rotas.nth'),
      weekday: Weekday,
    }),
  ],
  'rotas.pattern',
);
export type Pattern = z.infer<typeof Pattern>;
export const patternKinds = ['weekdays', 'days_of_month', 'weekday_of_month'] as const;

/** What becomes of a day on which the offices do not work. */
export const holidayRules = ['next_working_day', 'leave_out', 'keep'] as const;
export type HolidayRule = (typeof holidayRules)[number];

/** A day of duty: `named` is the day that the pattern says, `day` the one that came of it. */
export type DutyDay = { day: Temporal.PlainDate; named: Temporal.PlainDate };

export type Span = { from: Temporal.PlainDate; until: Temporal.PlainDate };

/**
 * The days of duty that the pattern names from the first day to the last, both included, in order and each once. A
 * named day that is off moves to the next working day, also beyond the last one, or is left out, or stays. When two
 * named days come to the same day, there is one day of duty.
 */
export function dutyDays(
  pattern: Pattern,
  { from, until }: Span,
  onHoliday: HolidayRule,
  calendar: WorkCalendar,
): DutyDay[] {
  const byDay = new Map<string, DutyDay>();
  const length = from.until(until, { largestUnit: 'days' }).days;
  for (let offset = 0; offset <= length; offset += 1) {
    const named = from.add({ days: offset });
    if (!isNamed(pattern, named)) continue;
    const day = dayFor(pattern, named, onHoliday, calendar);
    // The day that its own name brings stands before one that only moved there.
    if (day !== null && (!byDay.has(day.toString()) || day.equals(named))) {
      byDay.set(day.toString(), { day, named });
    }
  }
  return [...byDay.values()].toSorted((a, b) => Temporal.PlainDate.compare(a.day, b.day));
}

function isNamed(pattern: Pattern, day: Temporal.PlainDate): boolean {
  if (pattern.kind === 'weekdays') return pattern.weekdays.includes(day.dayOfWeek);
  if (pattern.kind === 'days_of_month') {
    return pattern.days.some((wanted) => Math.min(wanted, day.daysInMonth) === day.day);
  }
  if (day.dayOfWeek !== pattern.weekday) return false;
  return pattern.nth === 5 ? day.day + 7 > day.daysInMonth : Math.ceil(day.day / 7) === pattern.nth;
}

function dayFor(
  pattern: Pattern,
  named: Temporal.PlainDate,
  onHoliday: HolidayRule,
  calendar: WorkCalendar,
): Temporal.PlainDate | null {
  if (onHoliday === 'keep' || !isOff(pattern, named, calendar)) return named;
  if (onHoliday === 'leave_out') return null;
  let day = named;
  while (!isWorkingDay(day, calendar)) day = day.add({ days: 1 });
  return day;
}

/** Whoever names Saturdays means Saturdays: then only a holiday is a day off. A 10th of the month means a working day. */
function isOff(pattern: Pattern, day: Temporal.PlainDate, calendar: WorkCalendar): boolean {
  return pattern.kind === 'days_of_month'
    ? !isWorkingDay(day, calendar)
    : calendar.holidays.has(day.toString());
}
