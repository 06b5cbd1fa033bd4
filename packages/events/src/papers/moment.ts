import { cityZone } from '@tongxin/core';

/** 2026-12-01 09:00, in the city's zone. */
export function momentWords(instant: Temporal.Instant): string {
  return instant
    .toZonedDateTimeISO(cityZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ');
}
