import { cityZone, civilDay, type Locale } from '@tongxin/core';

/** A day and time of the city as people write it: 11月21日 周六 14:30, with the year when it is another. */
export function momentText(iso: string, locale: Locale, now = Temporal.Now.instant()): string {
  const at = Temporal.Instant.from(iso).toZonedDateTimeISO(cityZone);
  return `${dayText(at.toPlainDate().toString(), locale, now)} ${clockText(iso)}`;
}

/** The clock time in the city, 24 hours: 14:30. */
export function clockText(iso: string): string {
  const at = Temporal.Instant.from(iso).toZonedDateTimeISO(cityZone);
  return at.toPlainTime().toString({ smallestUnit: 'minute' });
}

/** A civil day (`2026-11-21`) as people write it, with the weekday; the year only when it is another. */
export function dayText(isoDay: string, locale: Locale, now = Temporal.Now.instant()): string {
  const day = Temporal.PlainDate.from(isoDay);
  const year = civilDay(now).year === day.year ? undefined : 'numeric';
  const at = day.toZonedDateTime('UTC').epochMilliseconds;
  const say = (how: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...how }).format(at);
  if (locale === 'en') return say({ year, month: 'short', day: 'numeric', weekday: 'short' });
  return `${say({ year, month: 'long', day: 'numeric' })} ${say({ weekday: 'short' })}`;
}

/** From when to when: `11月21日 周六 14:30–16:00`; the second day is named when it is another. */
export function spanText(
  startIso: string,
  endIso: string,
  locale: Locale,
  now = Temporal.Now.instant(),
): string {
  const [startDay, endDay] = [startIso, endIso].map((iso) => civilDay(Temporal.Instant.from(iso)));
  const end = startDay?.equals(endDay ?? '') ? clockText(endIso) : momentText(endIso, locale, now);
  return `${momentText(startIso, locale, now)}–${end}`;
}

/** The civil day of an instant in the city, as `2026-11-21`. */
export function isoDayOf(iso: string): string {
  return civilDay(Temporal.Instant.from(iso)).toString();
}

/** The instant of a clock time on a civil day in the city. */
export function instantAt(isoDay: string, clock: string): string {
  return Temporal.PlainDate.from(isoDay)
    .toZonedDateTime({ timeZone: cityZone, plainTime: Temporal.PlainTime.from(clock) })
    .toInstant()
    .toString();
}

/** How a due date stands: days past it, or whole days left (0 is the last day itself). */
type Standing = { kind: 'late' | 'today' | 'soon' | 'later'; days: number; lastDay: string };

/**
 * Where a due date stands now. The due instant itself is excluded: a matter is late from that instant on. `soon` is
 * within three civil days.
 */
export function standingOf(dueIso: string, now = Temporal.Now.instant()): Standing {
  const due = Temporal.Instant.from(dueIso);
  const lastDay = civilDay(due.subtract({ milliseconds: 1 }));
  const days = civilDay(now).until(lastDay, { largestUnit: 'days' }).days;
  const name = lastDay.toString();
  if (Temporal.Instant.compare(now, due) >= 0)
    return { kind: 'late', days: Math.max(1, -days), lastDay: name };
  if (days <= 0) return { kind: 'today', days: 0, lastDay: name };
  return { kind: days <= 3 ? 'soon' : 'later', days, lastDay: name };
}
