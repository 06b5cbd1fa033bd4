import { civilDay } from '@tongxin/core';
import { Period, periodKinds, periodOf } from '@tongxin/reports/rules';

type Search = { period?: string; from?: string };

/** The period that an address names; without one, the month, quarter or year in which today lies. */
export function periodOfSearch({ period, from }: Search, now = Temporal.Now.instant()): Period {
  const kind = periodKinds.find((one) => one === period) ?? 'month';
  const named = Period.safeParse({ kind, from });
  return named.success ? named.data : periodOf(kind, civilDay(now));
}

/** How an address names a period. */
export function searchOf({ kind, from }: Period): { period: string; from: string } {
  return { period: kind, from };
}
