import type { WorkCalendar } from '@tongxin/matters/rules';
import { chanceOf } from '../chance.ts';
import type { CityMap } from '../people/places.ts';
import { cityPeople, countyPeople, type People } from '../people/town-people.ts';
import { showcase } from '../sign-ins.ts';
import { deskOf } from './county-desk.ts';
import { completeShowcase } from './showcase.ts';
import { inTime, type Step } from './steps.ts';
import { planTownship, stepsOfYear, type Diary } from './township.ts';

export type CountyPlan = { code: string; people: People; steps: Step[] };
export type CityPlan = { city: People; counties: CountyPlan[] };

type County = CityMap['counties'][number];
export type PlanWish = { map: CityMap; calendar: WorkCalendar; now: Temporal.Instant; small: boolean };

/** How much happens in the whole city in a year. Source: domain §5.7, a city of this size. */
const whole = { issues: 5040, sittings: 628, countyMembers: 65, cityMembers: 45 };
/** What tests and journeys need: three townships alive, in two counties, one of them with everything. */
const small = {
  townships: new Map([
    [showcase, { issues: 22, sittings: 2 }],
    ['330702100', { issues: 7, sittings: 1 }],
    ['330782100', { issues: 8, sittings: 1 }],
  ]),
  countyMembers: 14,
  cityMembers: 4,
};

/** One county is slow, and people there know it; one is quicker than the others. */
const paces: Readonly<Record<string, number>> = { '330726': 2.1, '330783': 0.7 };

/** Everything that happens in the city in the year that ends now. The same for the same day, whoever asks. */
export function planCity(wish: PlanWish): CityPlan {
  const said = new Set<string>();
  const { map } = wish;
  const amounts = wish.small ? small.townships : sharesOf(map);
  const members = wish.small ? small : whole;
  return {
    city: cityPeople(map, members.cityMembers),
    counties: map.counties.map((county, at) => {
      const isAlive = (code: string) => amounts.has(code);
      const people = countyPeople(county, { isAlive, members: members.countyMembers, block: at + 1 });
      return { code: county.code, people, steps: planCounty(wish, { county, people, amounts, said }) };
    }),
  };
}

type Amounts = ReadonlyMap<string, { issues: number; sittings: number }>;

function planCounty(
  { calendar, now }: PlanWish,
  { county, people, amounts, said }: { county: County; people: People; amounts: Amounts; said: Set<string> },
): Step[] {
  const members = people.members.map(({ key }) => key);
  const desk = deskOf({ county, now, calendar, pace: paces[county.code] ?? 1, members, said });
  const diary: Diary = new Set();
  const years = county.townships.flatMap(({ code }) => {
    const amount = amounts.get(code);
    if (amount === undefined) return [];
    const there = code === showcase ? { ...desk, opensWords: 1 } : desk;
    const year = planTownship(there, code, { ...amount, diary });
    if (code === showcase) completeShowcase(there, code, { year, diary });
    return [year];
  });
  return inTime(years.flatMap(stepsOfYear));
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
