import { civilDay, startOfDay } from '@tongxin/core';
import type { WorkCalendar } from '@tongxin/matters/rules';
import { chanceOf } from '../chance.ts';
import type { CityMap } from '../people/places.ts';
import { cityPeople, countyPeople, type People } from '../people/town-people.ts';
import { beginCounty, planCityNetwork, planCountyNetwork, type NetworkWish } from '../network/plan.ts';
import type { Network } from '../network/planned.ts';
import { showcase } from '../sign-ins.ts';
import { deskOf } from './county-desk.ts';
import { plenariesOf } from './plenaries.ts';
import { completeShowcase } from './showcase.ts';
import { inTime, type Step } from './steps.ts';
import { planTownship, stepsOfYear, type Diary, type TownshipYear } from './township.ts';
import { townTime } from './town-time.ts';

export type CountyPlan = { code: string; people: People; steps: Step[]; network: Network };
export type CityPlan = { city: { people: People; network: Network }; counties: CountyPlan[] };

type County = CityMap['counties'][number];
export type PlanWish = { map: CityMap; calendar: WorkCalendar; now: Temporal.Instant; small: boolean };

/** How much happens in the whole city in a year. Source: domain §5.7, a city of this size. */
const whole = { issues: 5010, sittings: 628, countyMembers: 65, cityMembers: 45 };
/** What tests and journeys need: three townships alive, in two counties, one of them with everything. */
const small = {
  townships: new Map([
    [showcase, { issues: 22, sittings: 2 }],
    ['330702100', { issues: 7, sittings: 1 }],
    ['330782100', { issues: 8, sittings: 1 }],
  ]),
  countyMembers: 14,
  cityMembers: 36,
};

/** One county is slow, and people there know it; one is quicker than the others. */
const paces: Readonly<Record<string, number>> = { '330726': 2.1, '330783': 0.7 };

/** A county with its people and what happened in each of its townships that is alive. */
export type CountyYears = { code: string; people: People; years: TownshipYear[]; network: Network };
/** The whole city so. */
export type CityYears = { city: { people: People; network: Network }; counties: CountyYears[] };

/**
 * The city's year that ends with the beginning of today: the same whoever asks, and at whatever hour of a day.
 * Nothing of today has happened yet, so whoever opens the city finds the day's work before them.
 */
export function planCity(wish: PlanWish): CityPlan {
  const { city, counties } = planYears(wish);
  return {
    city,
    counties: counties.map(({ years, ...county }) => ({
      ...county,
      steps: inTime(years.flatMap(stepsOfYear)),
    })),
  };
}

const membersIn = (wish: Pick<PlanWish, 'small'>) => (wish.small ? small : whole);

/** The same, before what happened is put in order. */
export function planYears(wish: PlanWish): CityYears {
  const said = new Set<string>();
  const { map, calendar } = wish;
  const now = startOfDay(civilDay(wish.now));
  const amounts = wish.small ? small.townships : sharesOf(map);
  const isAlive = (code: string) => amounts.has(code);
  const plenaries = plenariesOf(map, townTime(now, calendar, chanceOf('plenaries')));
  const network: NetworkWish = { now, calendar, small: wish.small, plenaries };
  const people = cityPeople(map, { members: membersIn(wish).cityMembers, plenaries });
  const city = planCityNetwork(network, people);
  const counties = map.counties.map((county, at): CountyYears => {
    const members = membersIn(wish).countyMembers;
    const own = countyPeople(county, { isAlive, members, plenaries, block: at + 1 });
    const begun = beginCounty(network, own, city.diary);
    const years = planCounty(
      { ...wish, now },
      { county, people: own, amounts, said, diary: begun.desk.diary },
    );
    const steps = years.flatMap(stepsOfYear);
    return {
      code: county.code,
      people: own,
      years,
      network: planCountyNetwork(network, begun, { people: own, county, steps }),
    };
  });
  return { city: { people, network: city.network }, counties };
}

type Amounts = ReadonlyMap<string, { issues: number; sittings: number }>;

type CountyWish = { county: County; people: People; amounts: Amounts; said: Set<string>; diary: Diary };

function planCounty(
  { calendar, now }: PlanWish,
  { county, people, amounts, said, diary }: CountyWish,
): TownshipYear[] {
  const members = people.members.map(({ key }) => key);
  const desk = deskOf({ county, now, calendar, pace: paces[county.code] ?? 1, members, said });
  return county.townships.flatMap(({ code }) => {
    const amount = amounts.get(code);
    if (amount === undefined) return [];
    const there = code === showcase ? { ...desk, opensWords: 1 } : desk;
    const year = planTownship(there, code, { ...amount, diary });
    if (code === showcase) completeShowcase(there, code, { year, diary });
    return [year];
  });
}

/** Some townships are busy and some are quiet; larger ones have more to tell. */
function sharesOf({ counties }: CityMap): Amounts {
  const chance = chanceOf('shares');
  const weights = counties.flatMap(({ townships }) =>
    townships.map(({ code, villages }) => {
      const zeal = code === showcase ? 2.6 : chance.pick([0.45, 0.6, 0.8, 1, 1, 1.2, 1.5, 2.2]);
      return { code, weight: (0.5 + villages.length / 25) * zeal };
    }),
  );
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  const share = (amount: number, weight: number, least: number) =>
    Math.max(least, Math.round((amount * weight) / total));
  return new Map(
    weights.map(({ code, weight }) => [
      code,
      { issues: share(whole.issues, weight, 5), sittings: share(whole.sittings, weight, 1) },
    ]),
  );
}
