import { officialDivisions } from '@tongxin/divisions/testing';
import { knownCalendarDays } from '@tongxin/matters/calendar';
import type { WorkCalendar } from '@tongxin/matters/rules';
import type { CityMap } from './people/places.ts';

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
