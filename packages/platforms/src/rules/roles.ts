import type { Messages } from '@tongxin/core';

/**
 * What a site is in the network. One room may carry several plaques, so a site has roles, and sites and roles are
 * counted apart. Source: domain §1.2.
 */
export const siteRoles = [
  'hall',
  'studio',
  'contact_point',
  'parlour',
  'committee_window',
  'county_window',
  'liaison_station',
  'work_station',
  'deliberation_room',
  'activity_centre',
  'sector_station',
  'community_station',
  'bookroom',
  'service_station',
  'monitoring_point',
] as const;
export type SiteRole = (typeof siteRoles)[number];

export const siteRoleNames: Messages<SiteRole> = {
  hall: { 'zh-CN': '民生议事堂', en: 'Deliberation hall' },
  studio: { 'zh-CN': '委员工作室', en: 'Members’ studio' },
  contact_point: { 'zh-CN': '社情民意联络点', en: 'Social-opinion contact point' },
  parlour: { 'zh-CN': '委员会客厅', en: 'Members’ parlour' },
  committee_window: { 'zh-CN': '专委窗口', en: 'Special-committee window' },
  county_window: { 'zh-CN': '县（市、区）窗口', en: 'County window' },
  liaison_station: { 'zh-CN': '民情联络站', en: 'Liaison station' },
  work_station: { 'zh-CN': '委员工作站', en: 'Members’ work station' },
  deliberation_room: { 'zh-CN': '协商议事室', en: 'Deliberation room' },
  activity_centre: { 'zh-CN': '委员履职活动中心', en: 'Members’ activity centre' },
  sector_station: { 'zh-CN': '界别活动站', en: 'Sector activity station' },
  community_station: { 'zh-CN': '社区联络站', en: 'Community liaison station' },
  bookroom: { 'zh-CN': '委员书屋', en: 'Members’ bookroom' },
  service_station: { 'zh-CN': '委员服务站', en: 'Members’ service station' },
  monitoring_point: { 'zh-CN': '营商环境监测点', en: 'Business-environment monitoring point' },
};
