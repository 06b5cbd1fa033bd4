import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { calendarDays } from './calendar-schema.ts';

type CalendarDay = typeof calendarDays.$inferInsert;
type Kind = CalendarDay['kind'];

/** A stretch of days off, or days worked for them: first and last as `MM-DD`, both included. */
type Entry = readonly [kind: Kind, name: string, first: string, last?: string];

type Year = { year: number; source: string; provisional: boolean; entries: readonly Entry[] };

const off = 'holiday';
const worked = 'working';

const years: readonly Year[] = [
  {
    year: 2025,
    source: '国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）',
    provisional: false,
    entries: [
      [off, '元旦', '01-01'],
      [off, '春节', '01-28', '02-04'],
      [worked, '春节调休', '01-26'],
      [worked, '春节调休', '02-08'],
      [off, '清明节', '04-04', '04-06'],
      [off, '劳动节', '05-01', '05-05'],
      [worked, '劳动节调休', '04-27'],
      [off, '端午节', '05-31', '06-02'],
      [off, '国庆节、中秋节', '10-01', '10-08'],
      [worked, '国庆节、中秋节调休', '09-28'],
      [worked, '国庆节、中秋节调休', '10-11'],
    ],
  },
  {
    year: 2026,
    source: '国务院办公厅关于2026年部分节假日安排的通知（2025年11月4日）',
    provisional: false,
    entries: [
      [off, '元旦', '01-01', '01-03'],
      [worked, '元旦调休', '01-04'],
      [off, '春节', '02-15', '02-23'],
      [worked, '春节调休', '02-14'],
      [worked, '春节调休', '02-28'],
      [off, '清明节', '04-04', '04-06'],
      [off, '劳动节', '05-01', '05-05'],
      [worked, '劳动节调休', '05-09'],
      [off, '端午节', '06-19', '06-21'],
      [off, '中秋节', '09-25', '09-27'],
      [off, '国庆节', '10-01', '10-07'],
      [worked, '国庆节调休', '09-20'],
      [worked, '国庆节调休', '10-10'],
    ],
  },
  {
    // The year's notice is not out: only the thirteen days that the law itself gives, until it is imported.
    year: 2027,
    source: '全国年节及纪念日放假办法（国务院令第795号）',
    provisional: true,
    entries: [
      [off, '元旦', '01-01'],
      [off, '春节', '02-05', '02-08'],
      [off, '清明节', '04-05'],
      [off, '劳动节', '05-01', '05-02'],
      [off, '端午节', '06-09'],
      [off, '中秋节', '09-15'],
      [off, '国庆节', '10-01', '10-03'],
    ],
  },
];

/** Every day of 2025 to 2027 that differs from the plain week, in order, each with the notice that says so. */
export function knownCalendarDays(): CalendarDay[] {
  return years
    .flatMap(({ year, source, provisional, entries }) =>
      entries.flatMap(([kind, name, first, last = first]) =>
        daysBetween(`${year}-${first}`, `${year}-${last}`).map((day) => ({
          day,
          kind,
          name,
          source,
          provisional,
        })),
      ),
    )
    .toSorted((a, b) => Temporal.PlainDate.compare(a.day, b.day));
}

function daysBetween(first: string, last: string): Temporal.PlainDate[] {
  const start = Temporal.PlainDate.from(first);
  const count = start.until(last).days + 1;
  return Array.from({ length: count }, (_, index) => start.add({ days: index }));
}

const CsvDay = z
  .strictObject({
    day: z.iso.date(),
    kind: z.enum(['holiday', 'working']),
    name: z.string().trim().min(1).max(40),
    source: z.string().trim().min(1).max(200),
  })
  .transform((row) => ({ ...row, day: Temporal.PlainDate.from(row.day), provisional: false }));

/**
 * A year's notice as a table `day,kind,name,source` with a row for each day, `kind` being holiday or working. What is
 * imported so is official. Fails on the first row that cannot be read, naming its line.
 */
export function readCalendarCsv(csv: string): CalendarDay[] {
  const rows = parse<unknown>(csv, { bom: true, columns: true, skip_empty_lines: true, trim: true });
  return rows.map((row, index) => {
    const read = CsvDay.safeParse(row);
    if (read.success) return read.data;
    const [issue] = read.error.issues;
    throw new Error(`line ${index + 2}: ${issue?.path.join('.')} ${issue?.message}`);
  });
}
