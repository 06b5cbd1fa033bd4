import { cityZone } from '@tongxin/core';

/** A moment as the clock on the wall of the town hall shows it. `weekday` runs from 1, Monday, to 7, Sunday. */
export type WallTime = {
  year: number;
  month: number;
  day: number;
  weekday: number;
  hour: number;
  minute: number;
};

/** Reads an instant (ISO 8601 with offset) or a civil day (`YYYY-MM-DD`, at midnight) in the city's time. */
export function wallTime(iso: string): WallTime {
  const { year, month, day, dayOfWeek, hour, minute } = iso.includes('T')
    ? Temporal.Instant.from(iso).toZonedDateTimeISO(cityZone)
    : Temporal.PlainDate.from(iso).toPlainDateTime();
  return { year, month, day, weekday: dayOfWeek, hour, minute };
}

/** Hours and minutes on the 24-hour clock, which every language here writes alike. */
export function clock({ hour, minute }: WallTime): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** Whether two moments lie on the same day of the town. */
export function sameDay(one: WallTime, other: WallTime): boolean {
  return one.year === other.year && one.month === other.month && one.day === other.day;
}

/** The last whole day before a limit, which is itself no longer in time: what is due at midnight is due the day before. */
export function lastDayBefore(limit: string): string {
  const last = Temporal.Instant.from(limit).subtract({ milliseconds: 1 });
  return last.toZonedDateTimeISO(cityZone).toPlainDate().toString();
}
