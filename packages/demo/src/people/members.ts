import type { Particulars } from '@tongxin/members/retelling';
import { chanceOf, type Chance } from '../chance.ts';
import { dutyTitleOf } from './duty-titles.ts';
import { invented } from './names.ts';
import { seatsOf } from './sectors.ts';

type Place = { code: string; name: string };

export type PlannedMember = {
  key: string;
  name: string;
  dutyTitle: string;
  sectorCode: string;
  /** The office whose committee this membership is in. */
  office: string;
  isStanding: boolean;
  /** The place whose office keeps the account. */
  home: string;
  particulars: Pick<Particulars, 'sex' | 'birthYear' | 'partyAffiliation'>;
};

/** So many of a county's members sit on the city's committee as well. */
const shared = 2;

/** Those of a county who are on both committees, as members of the one that this office works for. */
export function sharedMembers(county: Place, office: string): PlannedMember[] {
  const chance = chanceOf(`people/shared/${county.code}`);
  const place = { prefix: `member:${county.code}`, office, place: county, level: 'county' as const };
  return membersOf(chance, { ...place, count: shared }).map((member) => ({ ...member, isStanding: true }));
}

type Wish = {
  prefix: string;
  office: string;
  place: Place;
  level: 'city' | 'county';
  count: number;
  from?: number;
};

/** The members of a committee from this seat on. */
export function membersOf(
  chance: Chance,
  { prefix, office, place, level, count, from = 0 }: Wish,
): PlannedMember[] {
  const seats = seatsOf(level, place.code, from + count);
  return seats.slice(from).map((sectorCode, at) => ({
    key: `${prefix}:${from + at}`,
    name: invented.person(chance),
    dutyTitle: dutyTitleOf(chance, place.name, sectorCode),
    sectorCode,
    office,
    isStanding: chance.is(0.2),
    home: place.code,
    particulars: particularsOf(chance, sectorCode),
  }));
}

const parties: Readonly<Record<string, Particulars['partyAffiliation']>> = {
  '01': 'cpc',
  '02': 'minge',
  '03': 'minmeng',
  '04': 'minjian',
  '05': 'minjin',
  '06': 'nonggong',
  '07': 'zhigong',
  '08': 'jiusan',
  '09': 'taimeng',
  '10': 'none',
};

function particularsOf(chance: Chance, sectorCode: string): PlannedMember['particulars'] {
  return {
    sex: chance.is(0.36) ? 'female' : 'male',
    birthYear: chance.whole(1962, 1993),
    partyAffiliation: parties[sectorCode] ?? (chance.is(0.4) ? 'cpc' : 'none'),
  };
}
