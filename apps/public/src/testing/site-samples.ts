import type { SiteRow } from '../pages/records.ts';
import type { Page } from '../render.tsx';
import { events } from './event-samples.ts';
import { id, sessions, suxi, yiwu } from './sample-records.ts';

/** Doors as they look in a town: one with everything, one that is open now, one with a note alone. */
export const sites: SiteRow[] = [
  {
    id: id(31),
    name: '苏溪镇民生议事堂',
    address: '苏溪镇阳光大道旁便民服务中心二楼',
    roles: ['hall', 'studio', 'contact_point'],
    opening: { opensAt: '2026-11-23T01:00:00Z', closesAt: '2026-11-23T09:00:00Z', isOpen: false },
    hasHours: true,
    note: '每周三下午有委员接待',
  },
  {
    id: id(32),
    name: '胡宅社区联络站',
    address: '胡宅社区居委会一楼',
    roles: ['community_station'],
    opening: { opensAt: '2026-11-21T01:00:00Z', closesAt: '2026-11-21T09:30:00Z', isOpen: true },
    hasHours: true,
    note: null,
  },
  {
    id: id(33),
    name: '苏溪商会委员会客厅',
    address: '苏溪镇好派路 1 号',
    roles: ['parlour'],
    opening: null,
    hasHours: false,
    note: '每月第二个周五下午',
  },
];

const week = [1, 2, 3, 4, 5].flatMap((day) => [
  { day, from: '08:30', to: '11:30' },
  { day, from: '14:00', to: '17:00' },
]);

const site = {
  site: {
    id: id(31),
    name: '苏溪镇民生议事堂',
    address: '苏溪镇阳光大道旁便民服务中心二楼',
    hostName: '苏溪镇联络组',
    seats: 60,
    note: '每周三下午有委员接待',
    leadPost: '苏溪镇党委书记',
    authorityDocument: '《关于推进民生议事堂建设的实施意见》（演示）',
    rules: '一、有事可说，人人平等发言。\n二、议题会前公告，结果会后公布。',
    services: ['听取和登记居民反映的事', '代填代录、打印回执'],
    photoId: id(41),
  },
  place: suxi,
  plaques: [
    { role: 'hall' as const, plaqueName: '同心汇·苏溪镇民生议事堂' },
    { role: 'studio' as const, plaqueName: '苏溪镇政协委员工作室' },
    { role: 'contact_point' as const, plaqueName: '苏溪镇社情民意联络点' },
  ],
  opening: sites[0]!.opening,
  hours: {
    week: [...week, { day: 7, from: '09:00', to: '12:00' }],
    closesOnHolidays: true,
    exceptions: [
      { on: '2026-12-24', periods: [], note: '整修' },
      { on: '2026-12-26', periods: [{ from: '09:00', to: '12:00' }], note: '' },
    ],
  },
  closed: null,
  log: { year: 2026, counts: { reception: 135, study: 6, deliberation: 30, conversion: 24 } },
  onDuty: [
    {
      startsAt: '2026-11-25T01:00:00Z',
      endsAt: '2026-11-25T03:30:00Z',
      name: '陈晓明',
      role: { 'zh-CN': '值班委员', en: 'Member on duty' },
    },
  ],
  people: [
    { id: id(51), name: '陈晓明' },
    { id: id(52), name: '林小芳' },
  ],
  demonstration: {
    sponsor: '市政协一位副主席',
    guarantor: '市政协提案委员会',
    taskForce: '示范点工作专班',
    plan: '一年开十二场议事会，件件有回音。',
  },
  serviceDays: [
    {
      id: id(61),
      title: '量血压、测血糖',
      startsAt: '2026-11-28T01:00:00Z',
      endsAt: '2026-11-28T03:30:00Z',
      where: '一楼大厅',
    },
  ],
  sessions: sessions.slice(0, 1),
  past: sessions.slice(1, 2).map((row) => ({ ...row, state: 'published' as const })),
  events: { coming: events.slice(0, 1), past: events.slice(1, 2) },
};

export const siteSamples = {
  sites: { page: 'sites', content: { place: suxi, path: [yiwu], rows: sites, next: 'x_y', later: true } },
  sitesNone: { page: 'sites', content: { place: null, path: [], rows: [], next: null, later: false } },
  member: {
    page: 'member',
    content: {
      name: '陈晓明',
      dutyTitle: '苏溪镇商会副会长',
      sector: '工商联界',
      villages: [{ code: '330782105201', name: '胡宅社区', within: '苏溪镇' }],
      door: sites[0]!,
    },
  },
  memberAlone: {
    page: 'member',
    content: { name: '林小芳', dutyTitle: null, sector: '', villages: [], door: null },
  },
  site: { page: 'site', content: site },
  siteClosed: {
    page: 'site',
    content: {
      ...site,
      site: { ...site.site, note: null, leadPost: null, rules: null, services: [], photoId: null, seats: 0 },
      opening: null,
      hours: { week: [], closesOnHolidays: false, exceptions: [] },
      closed: { on: '2026-10-01', why: '搬到新的便民服务中心' },
      log: { year: 2026, counts: { reception: 0, study: 0, deliberation: 0, conversion: 0 } },
      onDuty: [],
      people: [],
      demonstration: null,
      serviceDays: [],
      sessions: [],
      past: [],
      events: { coming: [], past: [] },
    },
  },
} satisfies Record<string, Page>;
