import { civilDay } from '@tongxin/core';

/** The month that an address names (`2026-11`); without one, that of today in the city. */
export function monthOf(search: string | undefined, now = Temporal.Now.instant()): Temporal.PlainYearMonth {
  const named = search !== undefined && /^\d{4}-(?:0[1-9]|1[0-2])$/.test(search);
  return named ? Temporal.PlainYearMonth.from(search) : civilDay(now).toPlainYearMonth();
}

/** Every day of a month with what is on it, in order. */
export function daysOf<Turn extends { startsAt: string }>(
  month: Temporal.PlainYearMonth,
  turns: readonly Turn[],
): { day: string; weekday: number; turns: Turn[] }[] {
  const byDay = Map.groupBy(turns, ({ startsAt }) => civilDay(Temporal.Instant.from(startsAt)).toString());
  return Array.from({ length: month.daysInMonth }, (_, index) => {
    const day = month.toPlainDate({ day: index + 1 });
    return { day: day.toString(), weekday: day.dayOfWeek, turns: byDay.get(day.toString()) ?? [] };
  });
}

/** The month as people write it: 2026年11月. */
export function monthText(month: Temporal.PlainYearMonth, locale: string): string {
  const at = month.toPlainDate({ day: 1 }).toZonedDateTime('UTC').epochMilliseconds;
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric', month: 'long' }).format(at);
}
