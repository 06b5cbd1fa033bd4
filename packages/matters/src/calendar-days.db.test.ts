import { system } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { knownCalendarDays, readCalendarCsv } from './calendar-days.ts';
import { calendarDays } from './calendar-schema.ts';
import { importCalendar } from './commands/index.ts';
import { contextOf } from './testing.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.close());

const stored = async (day: string) => {
  const found = await database.db
    .select()
    .from(calendarDays)
    .where(eq(calendarDays.day, Temporal.PlainDate.from(day)));
  return found[0];
};

describe('taking in the calendar', () => {
  it('keeps every day of 2025 to 2027 and changes nothing the second time', async () => {
    const ctx = contextOf(database, system);
    expect(await importCalendar(ctx, knownCalendarDays())).toBe(28 + 5 + 33 + 6 + 13);
    expect(await importCalendar(ctx, knownCalendarDays())).toBe(0);
    expect(await stored('2026-10-10')).toMatchObject({ kind: 'working', provisional: false });
    expect(await stored('2027-02-06')).toMatchObject({ kind: 'holiday', name: '春节', provisional: true });
  });

  it('lets a notice replace what was provisional, and never the other way round', async () => {
    const ctx = contextOf(database, system);
    await importCalendar(ctx, knownCalendarDays());
    const notice = readCalendarCsv(
      'day,kind,name,source\n2027-02-05,holiday,春节,国办通知\n2027-02-14,working,调休,国办通知\n',
    );
    expect(await importCalendar(ctx, notice)).toBe(2);
    expect(await stored('2027-02-05')).toMatchObject({ source: '国办通知', provisional: false });
    expect(await importCalendar(ctx, knownCalendarDays())).toBe(0);
    expect(await stored('2027-02-05')).toMatchObject({ source: '国办通知', provisional: false });
  });
});
