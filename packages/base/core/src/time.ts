/** The municipality's time zone. Used only to turn civil days into instants and to show them. */
export const cityZone = 'Asia/Shanghai';

/** The civil day of an instant in the city. */
export function civilDay(instant: Temporal.Instant, zone = cityZone): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(zone).toPlainDate();
}

/** The first instant of a civil day in the city. */
export function startOfDay(day: Temporal.PlainDate, zone = cityZone): Temporal.Instant {
  return day.toZonedDateTime(zone).toInstant();
}

/** The first instant after a civil day: a due date is kept until this instant, which is excluded. */
export function endOfDay(day: Temporal.PlainDate, zone = cityZone): Temporal.Instant {
  return startOfDay(day.add({ days: 1 }), zone);
}

/**
 * A day or a moment as it is written, of the years that can be meant here; a moment with the offset of a place on
 * earth. Others are well-formed too, and the database does not take them.
 */
export const meantTime = /^(?:19|2[01])\d\d-\d\d-\d\d(?:T.*(?:Z|[+-](?:0\d|1[0-4]):\d\d))?$/;
