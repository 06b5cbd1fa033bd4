import type { Role } from '@tongxin/core';
import type { OrganisationKind } from '@tongxin/organisations/rules';
import { chanceOf, type Chance } from '../chance.ts';
import type { Who } from '../plan/steps.ts';
import { showcase, showcaseCounty, signedInMember } from '../sign-ins.ts';
import { demonstrationsOf, type PlannedDemonstration } from './demonstrations.ts';
import { groupsOf, type PlannedGroup } from './groups.ts';
import { bodiesOf, postsOf, type PlannedPost } from './leaders.ts';
import { membersOf, sharedMembers, type PlannedMember } from './members.ts';
import { citySites, countySites, townshipSites } from './more-sites.ts';
import { invented } from './names.ts';
import type { CityMap } from './places.ts';
import { placementsOf, type PlannedPlacement } from './placements.ts';
import { contactSite, hallSite, openings, windowSite, type PlannedSite } from './sites.ts';
import { termsOf, type PlannedTerm, type Plenaries } from './terms.ts';
import { unitKeyOf, unitKeys, unitName } from './units.ts';
import { villagesOf, type PlannedVillage } from './villages.ts';

export type { PlannedMember };
export type PlannedOffice = {
  key: string;
  kind: OrganisationKind;
  name: string;
  divisionCode: string;
  /** The unit that it belongs to, by key. */
  parent?: string;
};
export type PlannedAccount = {
  key: Who;
  name: string;
  divisionCode: string;
  phone: string;
  role: Role;
  /** A department's clerk serves the unit with this key; everybody else the division. */
  unit?: string;
};

/** Everybody and every place of one county, or of the city itself. */
export type People = {
  /** Where all of it is. */
  place: { code: string; name: string };
  offices: PlannedOffice[];
  posts: PlannedPost[];
  terms: PlannedTerm[];
  accounts: PlannedAccount[];
  members: PlannedMember[];
  groups: PlannedGroup[];
  villages: PlannedVillage[];
  halls: PlannedSite[];
  /** Everywhere else: rooms, windows and contact points. */
  sites: PlannedSite[];
  placements: PlannedPlacement[];
  demonstrations: PlannedDemonstration[];
};

/** Which parts of the city are alive; the rest has its offices and halls, and nobody at work. */
export type Alive = { isAlive(townshipCode: string): boolean; members: number; plenaries: Plenaries };

type County = CityMap['counties'][number];

/** The city's own committee and offices, its members, and those who look after the whole. */
export function cityPeople(map: CityMap, { members: count, plenaries }: Omit<Alive, 'isAlive'>): People {
  const { city } = map;
  const chance = chanceOf('people/city');
  const phone = phonesOf(0);
  const office = `office:${city.code}`;
  const account = (key: string, role: Role): PlannedAccount => ({
    key,
    name: invented.person(chance),
    divisionCode: city.code,
    phone: phone(),
    role,
  });
  const offices: PlannedOffice[] = [
    { key: office, kind: 'city_office', name: '市政协办公室', divisionCode: city.code },
    ...bodiesOf(city, 'city'),
  ];
  const place = { prefix: `member:${city.code}`, office, place: city, level: 'city' as const };
  const own = membersOf(chance, { ...place, count });
  const shared = map.counties.flatMap((county) => sharedMembers(county, office));
  const members = [...own, ...shared];
  const sites = citySites(city);
  return {
    place: city,
    offices,
    posts: postsOf(offices, city),
    terms: termsOf(city, 'city', plenaries),
    accounts: [
      account('operator', 'operator'),
      account('auditor', 'auditor'),
      account(`city:${city.code}`, 'city_office'),
      account(`city:${city.code}:second`, 'city_office'),
      account(`city:${city.code}:third`, 'city_office'),
      ...members.map((member) => accountOf(member, phone())),
    ],
    members,
    groups: groupsOf(city, office, members),
    villages: [],
    halls: [],
    sites,
    placements: placementsOf(own, sites),
    demonstrations: [],
  };
}

/** A member signs in by the key of their own; the one of the demo by a name that everybody knows. */
function accountOf({ key, name, home }: PlannedMember, phone: string): PlannedAccount {
  const isKnown = key === signedInMember;
  return { key: isKnown ? 'member' : `account:${key}`, name, divisionCode: home, phone, role: 'member' };
}

/** So many members of a county sign in by telephone; in the showcase county all of them do. */
const signIns = 8;

/** A county's office with its three people who never do one another's part, its departments, townships and members. */
export function countyPeople(county: County, alive: Alive & { block: number }): People {
  const chance = chanceOf(`people/${county.code}`);
  const phone = phonesOf(alive.block);
  const account = (key: string, role: Role, divisionCode: string, unit?: string): PlannedAccount => ({
    key,
    name: invented.person(chance),
    divisionCode,
    phone: phone(),
    role,
    ...(unit === undefined ? {} : { unit }),
  });
  const office = `office:${county.code}`;
  const atWork = county.townships.filter(({ code }) => alive.isAlive(code));
  const offices = officesOf(county);
  const departments = offices.filter(({ kind }) => kind === 'department');
  const accounts = [
    ...(['router', 'verifier', 'closer'] as const).map((person) =>
      account(`county:${county.code}:${person}`, 'county_office', county.code),
    ),
    ...(atWork.length === 0 ? [] : departments).map(({ key }) =>
      account(`clerk:${key}`, 'department_clerk', county.code, key),
    ),
    ...atWork.map(({ code }) => account(`host:${code}`, 'host', code)),
    ...pointsOf(atWork).map(({ code }) => account('contact', 'contact_person', code)),
  ];
  const shared = sharedMembers(county, office);
  const count = atWork.length === 0 ? 0 : Math.max(0, alive.members - shared.length);
  const place = { prefix: `member:${county.code}`, office, place: county, level: 'county' as const };
  const own = membersOf(chance, { ...place, count, from: shared.length });
  const members = [...shared, ...own];
  const halls = county.townships.map((township) => hallOf(chance, township));
  const rooms = atWork.flatMap((township) => [
    ...township.villages.slice(0, 2).map(contactSite),
    ...townshipSites(chance, township),
  ]);
  const sites = [windowSite(county), ...countySites(county), ...rooms];
  const online = county.code === showcaseCounty ? own : own.slice(0, signIns);
  return {
    place: { code: county.code, name: county.name },
    offices,
    posts: postsOf(
      offices.filter(({ kind, divisionCode }) => kind !== 'township_group' || alive.isAlive(divisionCode)),
      county,
    ),
    terms: termsOf(county, 'county', alive.plenaries),
    accounts: [...accounts, ...online.map((member) => accountOf(member, phone()))],
    members,
    groups: groupsOf(county, office, members),
    villages: villagesOf(
      county.code,
      atWork,
      members.map(({ key }) => key),
    ),
    halls,
    sites,
    placements: placementsOf(members, [...halls, ...sites]),
    demonstrations: demonstrationsOf(county, halls),
  };
}

/** Where the contact person who signs in has a point: one village of the showcase. */
function pointsOf(townships: County['townships']) {
  return townships.filter(({ code }) => code === showcase).flatMap(({ villages }) => villages.slice(0, 1));
}

function officesOf(county: County): PlannedOffice[] {
  const { code, name } = county;
  return [
    { key: `office:${code}`, kind: 'county_office', name: `${name}政协办公室`, divisionCode: code },
    ...bodiesOf(county, 'county'),
    ...unitKeys.map((unit) => ({
      key: unitKeyOf(county, unit),
      kind: 'department' as const,
      name: unitName(county, unit),
      divisionCode: code,
    })),
    ...county.townships.map((township) => ({
      key: `group:${township.code}`,
      kind: 'township_group' as const,
      name: `${township.name}委员联络组`,
      divisionCode: township.code,
    })),
  ];
}

/** Numbers that nobody can have, each once in the city: one block for the city, one per county. */
function phonesOf(block: number): () => string {
  let last = 0;
  return () => `1390000${block}${String((last += 1)).padStart(3, '0')}`;
}

const houses = [
  '便民服务中心',
  '文化礼堂',
  '邻里中心',
  '综合文化站',
  '党群服务中心',
  '老年活动中心',
  '乡贤馆',
];
const rooms = ['一楼议事厅', '二楼会议室', '一楼东侧', '二楼议事堂', '大厅北侧'];

function hallOf(chance: Chance, { code, name }: { code: string; name: string }): PlannedSite {
  const address = `${name}${chance.pick(houses)}${chance.pick(rooms)}`;
  const seats = code === showcase ? 80 : chance.pick([30, 36, 40, 48, 60, 80]);
  return hallSite({ code, name }, { address, seats, opening: chance.pick(openings) });
}
