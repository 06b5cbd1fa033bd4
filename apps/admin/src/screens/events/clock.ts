import { cityZone } from '@tongxin/core';

/** The instant of a time as a form has it: the city's clock (`2026-11-21T14:30`). */
export function instantOf(clock: string): string {
  return Temporal.PlainDateTime.from(clock).toZonedDateTime(cityZone).toInstant().toString();
}

/** The city's clock at an instant, as a form has it. */
export function clockOf(instant: string): string {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(cityZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}
