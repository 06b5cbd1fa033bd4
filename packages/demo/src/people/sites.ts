import type { OpeningHours, SiteRole } from '@tongxin/platforms/rules';

export type PlannedSite = {
  key: string;
  /** The unit that hosts it, when it is not the office or the liaison group of its place. */
  host?: string;
  placeCode: string;
  name: string;
  address: string;
  seats: number;
  hours: OpeningHours;
  hoursNote: string | null;
  services: string[];
  leadPost: string | null;
  authorityDocument: string | null;
  rules: string | null;
  roles: { role: SiteRole; plaqueName: string }[];
};

export type Opening = { days: readonly number[]; from: string; to: string; note: string };

export const weekdays = [1, 2, 3, 4, 5];

/** When halls are open, as towns write it; the hours are for the door, the note for whoever sits behind it. */
export const openings: readonly Opening[] = [
  { days: weekdays, from: '08:30', to: '17:00', note: '每周三下午有委员接待' },
  { days: weekdays, from: '08:30', to: '17:00', note: '每月 5 日、20 日有委员接待' },
  { days: [...weekdays, 6], from: '08:30', to: '17:30', note: '周六上午有委员接待' },
  { days: weekdays, from: '08:30', to: '17:00', note: '每周五上午可预约委员' },
];

export const houseRules = [
  '一、有事可说，人人平等发言，每人一次不超过五分钟。',
  '二、议题、时间、参加人会前公告，商量的结果会后公布。',
  '三、承办单位当场表态，办理进度写在网上，由居民来评。',
  '四、不议论个人隐私，不代替信访、仲裁和诉讼。',
].join('\n');

export const quiet = { leadPost: null, authorityDocument: null, rules: null };

/** The county's own window, in none of its townships. */
export function windowSite({ code, name }: { code: string; name: string }): PlannedSite {
  const title = `同心汇·${name}窗口`;
  return {
    ...quiet,
    key: `window:${code}`,
    placeCode: code,
    name: title,
    address: `${name}行政服务中心一楼大厅`,
    seats: 12,
    hours: {
      week: weekdays.map((day) => ({ day, from: '09:00', to: '16:30' })),
      closesOnHolidays: true,
      exceptions: [],
    },
    hoursNote: null,
    services: ['听取和登记居民反映的事', '查询办理进度'],
    roles: [{ role: 'county_window', plaqueName: title }],
  };
}

/** A contact point in a village: a desk on market mornings, and somebody who writes down what people say. */
export function contactSite(village: { code: string; name: string }): PlannedSite {
  const title = `${village.name.replace(/(居民|村民)?委员会$/, '')}社情民意联络点`;
  const week = [2, 4, 6].map((day) => ({ day, from: '08:00', to: '11:00' }));
  return {
    ...quiet,
    key: `contact:${village.code}`,
    placeCode: village.code,
    name: title,
    address: `${village.name}便民服务室`,
    seats: 0,
    hours: { week, closesOnHolidays: true, exceptions: [] },
    hoursNote: null,
    services: ['代填代录、打印回执'],
    roles: [{ role: 'contact_point', plaqueName: title }],
  };
}

/** A township's hall with its three plaques: hall, members' studio and contact point are one room. */
export function hallSite(
  { code, name }: { code: string; name: string },
  { address, seats, opening }: { address: string; seats: number; opening: Opening },
): PlannedSite {
  const { days, from, to, note } = opening;
  const title = `同心汇·${name}民生议事堂`;
  return {
    key: `hall:${code}`,
    placeCode: code,
    name: title,
    address,
    seats,
    hours: { week: days.map((day) => ({ day, from, to })), closesOnHolidays: true, exceptions: [] },
    hoursNote: note,
    services: ['听取和登记居民反映的事', '代填代录、打印回执', '公开商量', '查询办理进度'],
    leadPost: `${name}党（工）委书记`,
    authorityDocument: '《关于推进“同心汇”民生议事堂建设的实施意见》（演示）',
    rules: houseRules,
    roles: [
      { role: 'hall', plaqueName: title },
      { role: 'studio', plaqueName: `${name}政协委员工作室` },
      { role: 'contact_point', plaqueName: `${name}社情民意联络点` },
    ],
  };
}
