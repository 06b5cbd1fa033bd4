import type { SiteRole } from '@tongxin/platforms/rules';
import type { Chance } from '../chance.ts';
import { showcase } from '../sign-ins.ts';
import { specialCommittees } from './leaders.ts';
import { houseRules, quiet, weekdays, type PlannedSite } from './sites.ts';

type Place = { code: string; name: string };
type Township = Place & { villages: readonly Place[] };

type Room = {
  key: string;
  place: Place;
  name: string;
  address: string;
  seats: number;
  days: readonly number[];
  from: string;
  to: string;
  services: string[];
  roles: [SiteRole, string][];
  note?: string;
};

function site({
  key,
  place,
  name,
  address,
  seats,
  days,
  from,
  to,
  services,
  roles,
  note,
}: Room): PlannedSite {
  return {
    ...quiet,
    key,
    placeCode: place.code,
    name,
    address,
    seats,
    hours: { week: days.map((day) => ({ day, from, to })), closesOnHolidays: true, exceptions: [] },
    hoursNote: note ?? null,
    services,
    roles: roles.map(([role, plaqueName]) => ({ role, plaqueName })),
    ...(seats >= 20 ? { rules: houseRules } : {}),
  };
}

const listens = ['听取和登记居民反映的事', '预约委员'];

/** The city's own: a centre with three plaques, a bookroom, and a window of each special committee. */
export function citySites(city: Place): PlannedSite[] {
  const centre = site({
    ...{ key: `centre:${city.code}`, place: city, name: '同心汇·市政协委员之家', seats: 120 },
    address: '双溪西路文化中心三楼',
    ...{ days: [...weekdays, 6], from: '09:00', to: '17:00', services: ['委员学习和活动', '公开商量'] },
    roles: [
      ['activity_centre', '市政协委员履职活动中心'],
      ['parlour', '市政协委员会客厅'],
      ['bookroom', '市政协委员书屋'],
    ],
  });
  const books = site({
    ...{
      key: `books:${city.code}`,
      place: city,
      name: '燕尾洲委员书屋',
      address: '燕尾洲公园东入口',
      seats: 40,
    },
    ...{ days: [2, 3, 4, 5, 6, 7], from: '10:00', to: '20:00', services: ['读书会', '居民借阅'] },
    roles: [['bookroom', '委员书屋·燕尾洲']],
  });
  const windows = specialCommittees(city, 'city').map((host, at) => ({
    ...site({
      ...{ key: `committee-window:${city.code}:${at}`, place: city, name: `同心汇·专委窗口第${at + 1}号` },
      ...{
        address: `市行政服务中心二楼 ${at + 1} 号窗口`,
        seats: 6,
        days: [1, 3, 5],
        from: '09:00',
        to: '16:30',
      },
      services: listens,
      roles: [['committee_window', `市政协专委会联系窗口（${at + 1}）`]],
    }),
    host,
  }));
  return [centre, books, ...windows];
}

/** A county's own, in none of its townships. */
export function countySites(county: Place): PlannedSite[] {
  const { name } = county;
  const own = (room: Omit<Room, 'key' | 'place'> & { key: string }) =>
    site({ ...room, key: `${room.key}:${county.code}`, place: county });
  return [
    own({
      ...{ key: 'centre', name: `${name}委员之家`, address: `${name}文化中心二楼`, seats: 80 },
      ...{ days: weekdays, from: '08:30', to: '17:30', services: ['委员学习和活动', '公开商量'] },
      roles: [
        ['activity_centre', `${name}政协委员履职活动中心`],
        ['parlour', `${name}政协委员会客厅`],
        ['bookroom', `${name}政协委员书屋`],
      ],
    }),
    own({
      ...{ key: 'sector', name: `${name}界别活动站`, address: `${name}总部大楼一楼`, seats: 30 },
      ...{ days: [2, 4], from: '14:00', to: '17:00', services: ['界别协商', '政策咨询'] },
      roles: [['sector_station', `${name}政协界别活动站`]],
    }),
    {
      ...own({
        ...{
          key: 'committee-window',
          name: `${name}专委窗口`,
          address: `${name}行政服务中心一楼东侧`,
          seats: 6,
        },
        ...{ days: [1, 3], from: '09:00', to: '16:30', services: listens },
        roles: [['committee_window', `${name}政协专委会窗口`]],
      }),
      host: specialCommittees(county, 'county')[0]!,
    },
    own({
      ...{ key: 'business', name: `${name}企业服务点`, address: `${name}经济开发区服务大厅`, seats: 16 },
      ...{ days: weekdays, from: '09:00', to: '17:00', services: ['企业诉求登记', '政策咨询'] },
      roles: [
        ['monitoring_point', `${name}营商环境监测点`],
        ['service_station', `${name}政协委员服务站`],
      ],
    }),
  ];
}

type Kind = { key: string; roles: readonly [SiteRole, string][]; where: string; seats: number };

/** What a township may have besides its hall; words go behind its name. */
const kinds: readonly Kind[] = [
  {
    key: 'studio',
    where: '商会大楼一楼',
    seats: 20,
    roles: [
      ['studio', '委员工作室'],
      ['service_station', '委员服务站'],
    ],
  },
  { key: 'work', where: '产业园服务楼', seats: 12, roles: [['work_station', '委员工作站']] },
  { key: 'liaison', where: '老街口', seats: 8, roles: [['liaison_station', '民情联络站']] },
  {
    key: 'room',
    where: '综合文化站二楼',
    seats: 40,
    roles: [
      ['deliberation_room', '协商议事室'],
      ['bookroom', '委员书屋'],
      ['parlour', '委员会客厅'],
    ],
  },
  { key: 'monitor', where: '电商园', seats: 6, roles: [['monitoring_point', '营商环境监测点']] },
];

/** A township's further sites: one of each in the showcase, one or none elsewhere; a community's own station. */
export function townshipSites(chance: Chance, township: Township): PlannedSite[] {
  const isShown = township.code === showcase;
  const wanted = isShown ? kinds : chance.some(kinds, chance.is(0.7) ? 1 : 0);
  const rooms = wanted.map(({ key, roles, where, seats }) => {
    const name = `${township.name}${roles[0]![1]}`;
    return site({
      ...{
        key: `${key}:${township.code}`,
        place: township,
        name,
        address: `${township.name}${where}`,
        seats,
      },
      ...{ days: chance.pick([weekdays, [1, 3, 5], [2, 4]]), from: '09:00', to: '16:30', services: listens },
      roles: roles.map(([role, words]) => [role, `${township.name}${words}`]),
      note: chance.pick(['节假日请先与村（社区）约定', '赶集日上午开放', '可预约委员']),
    });
  });
  const community = township.villages.find(({ name }) => /(居民委员会|居委会|社区)$/.test(name));
  if (community === undefined || !(isShown || chance.is(0.3))) return rooms;
  return [...rooms, communitySite(community)];
}

function communitySite(community: Place): PlannedSite {
  const name = `${community.name.replace(/居民委员会$|居委会$/, '').replace(/社区$/, '')}社区联络站`;
  return site({
    ...{
      key: `community:${community.code}`,
      place: community,
      name,
      address: `${community.name}一楼`,
      seats: 15,
    },
    ...{
      days: [...weekdays, 6],
      from: '08:30',
      to: '17:00',
      services: ['听取和登记居民反映的事', '代填代录、打印回执'],
    },
    roles: [
      ['community_station', name],
      ['contact_point', `${name}社情民意联络点`],
      ['service_station', `${name}委员服务站`],
    ],
  });
}
