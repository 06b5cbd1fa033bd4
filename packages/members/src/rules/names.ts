import type { Messages, Role } from '@tongxin/core';

/**
 * sector: the members of one sector. ground: those of a place. study, interest: those who read or care together. party: a
 * temporary Party organisation, which only the committee's office and whoever is in it know of (domain §2 row 28).
 */
export const groupKinds = ['sector', 'ground', 'study', 'interest', 'party'] as const;
export type GroupKind = (typeof groupKinds)[number];

export const groupKindNames: Messages<GroupKind> = {
  sector: { 'zh-CN': '界别活动组', en: 'Sector group' },
  ground: { 'zh-CN': '地区活动组', en: 'Area group' },
  study: { 'zh-CN': '学习小组', en: 'Study group' },
  interest: { 'zh-CN': '专题小组', en: 'Interest group' },
  party: { 'zh-CN': '履职临时党组织', en: 'Temporary Party organisation' },
};

/**
 * What reports tell dated activities apart by, and what a group can owe in a year; an organisation's own kinds of event
 * each belong to one. They stay as they are for years. Source: domain §4.7, §6.6.
 */
export const activityCategories = [
  'plenary',
  'standing_committee',
  'session',
  'lecture',
  'sector_discussion',
  'study',
  'inspection',
  'research',
  'oversight',
  'training',
  'outreach',
  'visit',
  'kinship',
  'reception',
  'other',
] as const;
export type ActivityCategory = (typeof activityCategories)[number];

export const activityNames: Messages<ActivityCategory> = {
  plenary: { 'zh-CN': '全体会议', en: 'Plenary session' },
  standing_committee: { 'zh-CN': '常委会会议', en: 'Standing Committee meeting' },
  session: { 'zh-CN': '协商会', en: 'Consultation' },
  lecture: { 'zh-CN': '宣讲报告', en: 'Lecture' },
  sector_discussion: { 'zh-CN': '界别讨论', en: 'Sector discussion' },
  study: { 'zh-CN': '学习座谈', en: 'Study meeting' },
  inspection: { 'zh-CN': '考察视察', en: 'Inspection' },
  research: { 'zh-CN': '专题调研', en: 'Research visit' },
  oversight: { 'zh-CN': '民主监督', en: 'Democratic oversight' },
  training: { 'zh-CN': '委员培训', en: 'Training' },
  outreach: { 'zh-CN': '下乡服务', en: 'Service in the villages' },
  visit: { 'zh-CN': '走访', en: 'Visit' },
  kinship: { 'zh-CN': '政协走亲', en: 'Visit between committees' },
  reception: { 'zh-CN': '委员接待', en: 'Reception of residents' },
  other: { 'zh-CN': '其他活动', en: 'Other activity' },
};

export const sexes = ['female', 'male'] as const;
export const sexNames: Messages<(typeof sexes)[number]> = {
  female: { 'zh-CN': '女', en: 'Female' },
  male: { 'zh-CN': '男', en: 'Male' },
};

/** Restricted: never on a list, an export or a public page. Source: domain §1.1, row 13. */
export const partyAffiliations = [
  'cpc',
  'minge',
  'minmeng',
  'minjian',
  'minjin',
  'nonggong',
  'zhigong',
  'jiusan',
  'taimeng',
  'none',
] as const;
export const partyNames: Messages<(typeof partyAffiliations)[number]> = {
  cpc: { 'zh-CN': '中共党员', en: 'Communist Party of China' },
  minge: { 'zh-CN': '民革', en: 'Revolutionary Committee of the Chinese Kuomintang' },
  minmeng: { 'zh-CN': '民盟', en: 'China Democratic League' },
  minjian: { 'zh-CN': '民建', en: 'China National Democratic Construction Association' },
  minjin: { 'zh-CN': '民进', en: 'China Association for Promoting Democracy' },
  nonggong: { 'zh-CN': '农工党', en: 'Chinese Peasants’ and Workers’ Democratic Party' },
  zhigong: { 'zh-CN': '致公党', en: 'China Zhi Gong Party' },
  jiusan: { 'zh-CN': '九三学社', en: 'Jiusan Society' },
  taimeng: { 'zh-CN': '台盟', en: 'Taiwan Democratic Self-Government League' },
  none: { 'zh-CN': '无党派', en: 'No party' },
};

/** What is written down about a member, a group or a village. */
export const journalActions = [
  'entered',
  'changed',
  'membership_added',
  'membership_changed',
  'membership_ended',
  'account_linked',
  'code_renewed',
  'particulars_saved',
  'village_given',
  'village_taken',
  'group_created',
  'group_changed',
  'group_ended',
  'group_joined',
  'group_left',
  'minimum_set',
] as const;
export type JournalAction = (typeof journalActions)[number];

/** Who looks members up: those that invite them, and who audits that. Source: domain §3.3. */
export const readers = ['host', 'county_office', 'city_office', 'auditor'] as const satisfies readonly Role[];
/** Who keeps the list of members. */
export const keepers = ['county_office', 'city_office'] as const satisfies readonly Role[];
