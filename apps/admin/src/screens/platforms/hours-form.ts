import { weekRows, type OpeningHours } from '@tongxin/platforms/rules';

/** Hours as they are typed: days with the same hours in one row, a day that differs in as many as it has periods. */
export type HoursEntry = {
  week?: { days: number[]; from: string; to: string }[];
  closesOnHolidays?: boolean;
  exceptions?: { on: string; from?: string; to?: string; note?: string }[];
};

export function entryOf(hours: OpeningHours): HoursEntry {
  const week = weekRows(hours).flatMap(({ days, periods }) =>
    periods.map(({ from, to }) => ({ days: [...days], from, to })),
  );
  const exceptions = hours.exceptions.flatMap(({ on, periods, note }) =>
    periods.length === 0 ? [{ on, note }] : periods.map(({ from, to }) => ({ on, from, to, note })),
  );
  return { week, closesOnHolidays: hours.closesOnHolidays, exceptions };
}

export function hoursOf({ week = [], closesOnHolidays = true, exceptions = [] }: HoursEntry) {
  const days = new Map<string, { on: string; periods: { from: string; to: string }[]; note: string }>();
  for (const { on, from, to, note } of exceptions) {
    const day = days.get(on) ?? { on, periods: [], note: note ?? '' };
    if (from || to) day.periods.push({ from: from ?? '', to: to ?? '' });
    days.set(on, day);
  }
  return {
    week: week.flatMap(({ days: same, from, to }) => same.map((day) => ({ day, from, to }))),
    closesOnHolidays,
    exceptions: [...days.values()],
  };
}
