import type { Context, Municipality } from '@tongxin/db';
import { asc } from 'drizzle-orm';
import { calendarDays } from '../calendar-schema.ts';
import type { WorkCalendar } from '../rules/index.ts';

const lifetime = Temporal.Duration.from({ minutes: 10 });
const cache = new WeakMap<Municipality['pool'], { calendar: WorkCalendar; readAt: Temporal.Instant }>();

/** Holidays and make-up days. Read again every ten minutes: a year's notice comes once a year. */
export async function workCalendar(ctx: Context): Promise<WorkCalendar> {
  const { pool, db } = ctx.municipality;
  const known = cache.get(pool);
  const now = Temporal.Now.instant();
  if (known !== undefined && Temporal.Instant.compare(now, known.readAt.add(lifetime)) < 0)
    return known.calendar;
  const days = await (ctx.tx ?? db)
    .select({ day: calendarDays.day, kind: calendarDays.kind })
    .from(calendarDays)
    .orderBy(asc(calendarDays.day))
    .limit(10_000);
  const of = (kind: 'holiday' | 'working') =>
    new Set(days.filter((entry) => entry.kind === kind).map((entry) => entry.day.toString()));
  const calendar = { holidays: of('holiday'), workingDays: of('working') };
  cache.set(pool, { calendar, readAt: now });
  return calendar;
}
