import type { CityMap } from '../people/places.ts';
import type { Plenaries } from '../people/terms.ts';
import { dateOf, dayNumber, dayOf, type DayNumber, type TownTime } from './town-time.ts';

export type PlenaryDays = Plenaries & { daysOf(place: string, year: number): DayNumber[] };

/** A plenary session lasts so many days, all of them worked. */
const length = 3;
/** So many days ahead a session is announced. */
const ahead = 45;

/** Counties meet in January one after the other, and the city when they are done. Source: domain §4.7. */
export function plenariesOf(
  { city, counties }: CityMap,
  time: Pick<TownTime, 'now' | 'isWorked'>,
): PlenaryDays {
  const firstOf = new Map([
    [city.code, 20],
    ...counties.map(({ code }, at): [string, number] => [code, 6 + at]),
  ]);
  const daysOf = (place: string, year: number): DayNumber[] => {
    let first = dayNumber(`${year}-01-01`) + firstOf.get(place)! - 1;
    const days = () => Array.from({ length }, (_, at) => first + at);
    while (!days().every((day) => time.isWorked(day))) first += 1;
    return days();
  };
  return {
    until: Number(dateOf(dayOf(time.now) + ahead).slice(0, 4)),
    daysOf,
    of(place, year) {
      const days = daysOf(place, year);
      return { opensOn: dateOf(days[0]!), closesOn: dateOf(days.at(-1)!) };
    },
  };
}
