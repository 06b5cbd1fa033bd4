import { testKeys } from '@tongxin/accounts/testing';
import { system, type Actor } from '@tongxin/core';
import { testDatabase } from '@tongxin/db/testing';
import { officialDivisions } from '@tongxin/divisions/testing';
import { knownCalendarDays } from '@tongxin/matters/calendar';
import type { WorkCalendar } from '@tongxin/matters/rules';
import { contextOf } from '@tongxin/matters/testing';
import pg from 'pg';
import type { CityMap } from './people/places.ts';
import { planYears } from './plan/city.ts';
import { tellDemoCity } from './telling/tell-city.ts';

const code = '3307';

/** The map that the demo city is set on, from the official list itself. */
export async function officialMap(): Promise<CityMap> {
  const { city, county, township, village } = await officialDivisions(code);
  return {
    city: { code, name: city.find((one) => one.code === code)!.name },
    counties: county
      .filter(({ parentCode }) => parentCode === code)
      .map(({ code: countyCode, name }) => ({
        code: countyCode,
        name,
        townships: township
          .filter(({ parentCode }) => parentCode === countyCode)
          .map((one) => ({
            code: one.code,
            name: one.name,
            villages: village.filter(({ parentCode }) => parentCode === one.code),
          })),
      })),
  };
}

/** The working days that the project knows. */
export function knownCalendar(): WorkCalendar {
  const days = knownCalendarDays();
  const of = (wanted: string) =>
    new Set(days.filter(({ kind }) => kind === wanted).map(({ day }) => day.toString()));
  return { holidays: of('holiday'), workingDays: of('working') };
}

/** The small city told into a database of its own, with the plan that it was told by. */
export async function toldTown(now: Temporal.Instant) {
  const database = await testDatabase();
  const as = (actor: Actor) => ({ ...contextOf(database, actor, now), keys: testKeys });
  const heard: string[] = [];
  await tellDemoCity(as(system), { small: true, progress: (line) => heard.push(line) });
  const plan = planYears({ map: await officialMap(), calendar: knownCalendar(), now, small: true });
  const owner = new pg.Client({
    connectionString: database.ownerUrl,
    options: '-c search_path=m3307,m3307_vault,public',
  });
  await owner.connect();
  return {
    ...{ as, heard, plan, owner },
    /** What is counted, by its name. */
    async ask(statement: string): Promise<Record<string, string>> {
      const { rows } = await owner.query<{ name: string; count: string }>(statement);
      return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
    },
    async close(): Promise<void> {
      await owner.end();
      await database.close();
    },
  };
}

export type ToldTown = Awaited<ReturnType<typeof toldTown>>;
