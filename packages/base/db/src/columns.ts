import { sql } from 'drizzle-orm';
import { customType } from 'drizzle-orm/pg-core';

/** A value of a prepared insert passes here also when it is null, which the query builder keeps from columns elsewhere. */
const written = (value: { toString(): string } | null): string =>
  value === null ? (null as unknown as string) : value.toString();

/** An instant, to the millisecond: `timestamptz(3)` in the table, `Temporal.Instant` in the code. */
export const instant = customType<{ data: Temporal.Instant; driverData: string }>({
  dataType: () => 'timestamp(3) with time zone',
  toDriver: written,
  fromDriver: (text) => Temporal.Instant.from(text),
});

/** A civil day (a deadline, a holiday): `date` in the table, `Temporal.PlainDate` in the code. */
export const day = customType<{ data: Temporal.PlainDate; driverData: string }>({
  dataType: () => 'date',
  toDriver: written,
  fromDriver: (text) => Temporal.PlainDate.from(text),
});

/** A stretch of time; its end is not part of it. */
export type Period = { start: Temporal.Instant; end: Temporal.Instant };

/** A half-open period: `tstzrange` in the table. Always bounded on both sides. */
export const period = customType<{ data: Period; driverData: string }>({
  dataType: () => 'tstzrange',
  toDriver: ({ start, end }) => `[${start.toString()},${end.toString()})`,
  fromDriver: (text) => {
    const [start, end] = text
      .slice(1, -1)
      .split(',')
      .map((edge) => edge.replaceAll('"', ''));
    return { start: Temporal.Instant.from(start!), end: Temporal.Instant.from(end!) };
  },
});

/** The words a text column may hold, as its check lists them: `in (${quoted(words)})`. Words of the program, not of people. */
export const quoted = (words: readonly string[]) => sql.raw(words.map((word) => `'${word}'`).join(','));
