import type { Role } from '@tongxin/core';
import { chanceOf, type Chance } from '../chance.ts';
import type { Who } from '../plan/steps.ts';
import { showcase, signedInMember } from '../sign-ins.ts';
import { invented } from './names.ts';
import type { CityMap } from './places.ts';
import { sectorCodes } from './sectors.ts';
import { unitKeyOf, unitKeys, unitName } from './units.ts';
import { contactSite, hallSite, openings, windowSite, type PlannedSite } from './sites.ts';

type PlannedOffice = {
  key: string;
  kind: 'city_office' | 'county_office' | 'township_group' | 'department';
  name: string;
  divisionCode: string;
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
type PlannedMember = { key: string; name: string; sectorCode: string; office: string };

/** Everybody and every office of one county, or of the city itself. */
export type People = {
  offices: PlannedOffice[];
  accounts: PlannedAccount[];
  members: PlannedMember[];
  halls: PlannedSite[];
  /** Windows and contact points: where people are received and nothing is held. */
  sites: PlannedSite[];
};

/** Which parts of the city are alive; the rest has its offices and halls, and nobody at work. */
export type Alive = { isAlive(townshipCode: string): boolean; members: number };

type County = CityMap['counties'][number];

/** The city's own office, its members, and those who look after the whole. */
export function cityPeople({ city }: CityMap, members: number): People {
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
  return {
    offices: [{ key: office, kind: 'city_office', name: '市政协办公室', divisionCode: city.code }],
    accounts: [
      account('operator', 'operator'),
      account('auditor', 'auditor'),
      account(`city:${city.code}`, 'city_office'),
      account(`city:${city.code}:second`, 'city_office'),
      account(`city:${city.code}:third`, 'city_office'),
    ],
    members: membersOf(chance, { prefix: `member:${city.code}`, office, count: members }),
    halls: [],
    sites: [],
  };
}

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
  const departments = unitKeys.map((key) => ({
    key,
    unit: unitKeyOf(county, key),
    name: unitName(county, key),
  }));
  const accounts = [
    ...(['router', 'verifier', 'closer'] as const).map((person) =>
      account(`county:${county.code}:${person}`, 'county_office', county.code),
    ),
    ...(atWork.length === 0 ? [] : departments).map(({ unit }) =>
      account(`clerk:${unit}`, 'department_clerk', county.code, unit),
    ),
    ...atWork.map(({ code }) => account(`host:${code}`, 'host', code)),
  ];
  const members = membersOf(chance, {
    prefix: `member:${county.code}`,
    office,
    count: atWork.length === 0 ? 2 : alive.members,
  });
  // The member who signs in is one of those who are asked to sessions, under the same name.
  const signsIn = members.find(({ key }) => key === signedInMember);
  const own = signsIn && { ...account('member', 'member', county.code), name: signsIn.name };
  // The contact person of one village's point signs in as well.
  const point = atWork.find(({ code }) => code === showcase)?.villages[0];
  const contact = point && account('contact', 'contact_person', point.code);
  return {
    offices: [
      { key: office, kind: 'county_office', name: `${county.name}政协办公室`, divisionCode: county.code },
      ...departments.map(({ unit, name }) => ({
        key: unit,
        kind: 'department' as const,
        name,
        divisionCode: county.code,
      })),
      ...county.townships.map(({ code, name }) => ({
        key: `group:${code}`,
        kind: 'township_group' as const,
        name: `${name}委员联络组`,
        divisionCode: code,
      })),
    ],
    accounts: [...accounts, ...[own, contact].filter((one) => one !== undefined)],
    members,
    halls: county.townships.map((township) => hallOf(chance, township)),
    sites: [windowSite(county), ...atWork.flatMap(({ villages }) => villages.slice(0, 2).map(contactSite))],
  };
}

/** Numbers that nobody can have, each once in the city: one block for the city, one per county. */
function phonesOf(block: number): () => string {
  let last = 0;
  return () => `1390000${block}${String((last += 1)).padStart(3, '0')}`;
}

function membersOf(
  chance: Chance,
  { prefix, office, count }: { prefix: string; office: string; count: number },
) {
  return Array.from({ length: count }, (_, at): PlannedMember => ({
    key: `${prefix}:${at}`,
    name: invented.person(chance),
    sectorCode: sectorCodes[(at * 7 + chance.whole(0, 2)) % sectorCodes.length]!,
    office,
  }));
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
