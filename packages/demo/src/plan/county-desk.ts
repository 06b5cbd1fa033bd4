import type { WorkCalendar } from '@tongxin/matters/rules';
import { chanceOf } from '../chance.ts';
import { placesOf, type CityMap } from '../people/places.ts';
import { shortName, unitKeyOf } from '../people/units.ts';
import type { Place } from '../stories/matter.ts';
import type { Desk } from './desk.ts';
import { townTime } from './town-time.ts';

type County = CityMap['counties'][number];

export type DeskWish = {
  county: County;
  now: Temporal.Instant;
  calendar: WorkCalendar;
  pace: number;
  members: readonly string[];
  said: Set<string>;
};

/** The place where one county's year is planned. Everything on it follows from the county's code. */
export function deskOf({ county, now, calendar, pace, members, said }: DeskWish): Desk {
  const chance = chanceOf(`county/${county.code}`);
  const places = new Map<string, Place[]>(
    county.townships.map((township) => [township.code, placesOf(township)]),
  );
  const counts = new Map<string, number>();
  return {
    chance,
    time: townTime(now, calendar, chance.branch('time')),
    countyCode: county.code,
    pace,
    opensWords: 0.14,
    unit: (key) => ({ key: unitKeyOf(county, key), name: shortName(county, key) }),
    host: (townshipCode) => `host:${townshipCode}`,
    office: (person) => `county:${county.code}:${person}`,
    members,
    places: (townshipCode) => places.get(townshipCode) ?? [],
    nextRef(kind) {
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      return `${kind}:${county.code}:${count}`;
    },
    said,
  };
}
