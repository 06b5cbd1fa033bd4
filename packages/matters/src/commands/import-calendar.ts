import { transact, type Context } from '@tongxin/db';
import { sql } from 'drizzle-orm';
import { calendarDays } from '../calendar-schema.ts';

export type CalendarDay = typeof calendarDays.$inferInsert;

/**
 * Takes in a year's notice. Running it again changes nothing; an official day replaces a provisional one, and a
 * provisional one never replaces an official one. Returns how many days were new or changed.
 */
export async function importCalendar(ctx: Context, days: readonly CalendarDay[]): Promise<number> {
  if (days.length === 0) return 0;
  return transact(ctx, async (tx) => {
    const written = await tx
      .insert(calendarDays)
      .values([...days])
      .onConflictDoUpdate({
        target: calendarDays.day,
        set: {
          kind: sql`excluded.kind`,
          name: sql`excluded.name`,
          source: sql`excluded.source`,
          provisional: sql`excluded.provisional`,
        },
        setWhere: sql`(${calendarDays.provisional} or not excluded.provisional)
          and (${calendarDays.kind}, ${calendarDays.name}, ${calendarDays.source}, ${calendarDays.provisional})
              is distinct from (excluded.kind, excluded.name, excluded.source, excluded.provisional)`,
      })
      .returning({ day: calendarDays.day });
    return written.length;
  });
}
