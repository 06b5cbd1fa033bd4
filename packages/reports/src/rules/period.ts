import { startOfDay, type Locale, type Messages } from '@tongxin/core';
import { z } from 'zod';

export const periodKinds = ['month', 'quarter', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];

const monthsOf: Record<PeriodKind, number> = { month: 1, quarter: 3, year: 12 };

/** The first day of a month of this century: nothing was told before it, nobody asks after it. */
const firstOfMonth = /^20\d\d-(0[1-9]|1[0-2])-01$/;

/** A stretch of the calendar by its first day: a month, a quarter that begins in month 1, 4, 7 or 10, a year. */
export const Period = z
  .strictObject({ kind: z.enum(periodKinds, 'reports.period'), from: z.string('reports.period') })
  .refine(({ kind, from }) => firstOfMonth.test(from) && isFirstDay(kind, Temporal.PlainDate.from(from)), {
    error: 'reports.period',
    path: ['from'],
  });
export type Period = z.infer<typeof Period>;

function isFirstDay(kind: PeriodKind, day: Temporal.PlainDate): boolean {
  return firstDayOf(kind, day).equals(day);
}

function firstDayOf(kind: PeriodKind, day: Temporal.PlainDate): Temporal.PlainDate {
  const months = monthsOf[kind];
  return day.with({ day: 1, month: day.month - ((day.month - 1) % months) });
}

/** The month, quarter or year in which this day lies. */
export function periodOf(kind: PeriodKind, day: Temporal.PlainDate): Period {
  return { kind, from: firstDayOf(kind, day).toString() };
}

/** The period so many before (negative) or after this one, of the same kind. */
export function periodBeside({ kind, from }: Period, step: number): Period {
  const day = Temporal.PlainDate.from(from).add({ months: step * monthsOf[kind] });
  return { kind, from: day.toString() };
}

/** Its days and instants in the city; the ends are not part of it. */
export function boundsOf({ kind, from }: Period) {
  const first = Temporal.PlainDate.from(from);
  const after = first.add({ months: monthsOf[kind] });
  return { from: first, to: after, start: startOfDay(first), end: startOfDay(after) };
}
export type Bounds = ReturnType<typeof boundsOf>;

export const periodKindNames: Messages<PeriodKind> = {
  month: { 'zh-CN': '月', en: 'Month' },
  quarter: { 'zh-CN': '季度', en: 'Quarter' },
  year: { 'zh-CN': '年', en: 'Year' },
};

const quarterNames = ['第一季度', '第二季度', '第三季度', '第四季度'];
const monthNames = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** 2026年11月, 2026年第四季度, 2026年; November 2026, Q4 2026, 2026. */
export function periodName({ kind, from }: Period, locale: Locale): string {
  const { year, month } = Temporal.PlainDate.from(from);
  const quarter = Math.floor((month - 1) / 3);
  const names: Record<PeriodKind, Record<Locale, string>> = {
    month: { 'zh-CN': `${year}年${month}月`, en: `${monthNames[month - 1]} ${year}` },
    quarter: { 'zh-CN': `${year}年${quarterNames[quarter]}`, en: `Q${quarter + 1} ${year}` },
    year: { 'zh-CN': `${year}年`, en: `${year}` },
  };
  return names[kind][locale];
}
