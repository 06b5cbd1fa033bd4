import { chanceOf, type Chance } from '../chance.ts';
import { invented } from './names.ts';
import type { PlannedOffice } from './town-people.ts';

/** A post with who holds it; `until` when somebody else held it before. */
export type PlannedPost = {
  office: string;
  title: string;
  holderName: string | null;
  /** Who held it until some months ago. */
  before: string | null;
};

type Place = { code: string; name: string };

/** What the committees of a city and of a county are divided into. Source: domain §3.1. */
const cityBodies = [
  '提案委员会',
  '经济和农业委员会',
  '人口资源环境委员会',
  '教科文卫体委员会',
  '社会法制委员会',
  '文化文史和学习委员会',
  '港澳台侨和民族宗教委员会',
] as const;
const countyBodies = [
  '提案和委员工作委员会',
  '经济科技和农业委员会',
  '教文卫体和文史委员会',
  '社会法制和民宗委员会',
] as const;
const cityUnits = [
  '民革市委会',
  '民盟市委会',
  '民建市委会',
  '民进市委会',
  '农工党市委会',
  '致公党市委会',
  '九三学社市委会',
  '工商业联合会',
] as const;
const countyUnits = ['民盟区县支部', '农工党区县支部', '工商业联合会'] as const;

const keyOf = (kind: string, place: Place, at?: number) =>
  at === undefined ? `${kind}:${place.code}` : `${kind}:${place.code}:${at}`;

/** The committee of a city or a county with its offices, its working bodies and the units that take part in it. */
export function bodiesOf(place: Place, level: 'city' | 'county'): PlannedOffice[] {
  const isCity = level === 'city';
  const committee = keyOf('committee', place);
  const title = isCity ? '市政协' : `${place.name}政协`;
  const below = (kind: PlannedOffice['kind'], names: readonly string[]) =>
    names.map((name, at) => ({
      key: keyOf(kind, place, at),
      kind,
      name: `${title}${name}`,
      divisionCode: place.code,
      parent: committee,
    }));
  return [
    {
      key: committee,
      kind: 'committee',
      name: `中国人民政治协商会议${place.name}委员会`,
      divisionCode: place.code,
    },
    ...below('research_office', ['研究室']),
    ...below('members_affairs', ['委员工作室']),
    ...below('special_committee', isCity ? cityBodies : countyBodies),
    ...(isCity ? cityUnits : countyUnits).map((name, at) => ({
      key: keyOf('participating_unit', place, at),
      kind: 'participating_unit' as const,
      name: `${place.name}${name}`,
      divisionCode: place.code,
    })),
  ];
}

/** The special committees of a place, by key. */
export function specialCommittees(place: Place, level: 'city' | 'county'): string[] {
  return (level === 'city' ? cityBodies : countyBodies).map((_, at) => keyOf('special_committee', place, at));
}

const titles: Partial<Record<PlannedOffice['kind'], readonly string[]>> = {
  committee: ['主席', '党组副书记、副主席', '副主席', '副主席', '秘书长'],
  city_office: ['主任', '副主任'],
  county_office: ['主任', '副主任'],
  research_office: ['主任'],
  members_affairs: ['主任', '副主任'],
  special_committee: ['主任', '副主任'],
  participating_unit: ['主任委员'],
  township_group: ['组长', '副组长'],
};

/** Who leads each of these bodies, by post. Now and then a post is vacant or has changed hands within the year. */
export function postsOf(offices: readonly PlannedOffice[], place: Place): PlannedPost[] {
  const chance = chanceOf(`posts/${place.code}`);
  return offices.flatMap(({ key, kind }) =>
    (titles[kind] ?? []).map((title, at) => postOf(chance, key, title, at)),
  );
}

function postOf(chance: Chance, office: string, title: string, at: number): PlannedPost {
  const isVacant = at > 0 && chance.is(0.08);
  return {
    office,
    title,
    holderName: isVacant ? null : invented.person(chance),
    before: chance.is(0.1) ? invented.person(chance) : null,
  };
}
