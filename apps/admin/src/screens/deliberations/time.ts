import { cityZone } from '@tongxin/core';

/** A time as the form has it: the city's clock (`2026-11-21T14:30`) and how long. */
export type Time = { start: string; minutes: number };

/** The instant at which it starts. */
export function startOf({ start }: Time): string {
  return Temporal.PlainDateTime.from(start).toZonedDateTime(cityZone).toInstant().toString();
}

/** The instant at which it ends, not part of it. */
export function endOf(time: Time): string {
  return Temporal.Instant.from(startOf(time)).add({ minutes: time.minutes }).toString();
}

/** The city's clock at an instant, as the form has it. */
export function clockOf(instant: string): string {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(cityZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}

/** How long a session may be said to take, in minutes. */
export const lengths = [60, 90, 120, 150, 180, 240];
