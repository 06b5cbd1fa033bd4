import type { Messages, Role } from '@tongxin/core';
import { activityCategories, activityNames } from '@tongxin/members/rules';

/**
 * What a record is told apart by: the kinds of event, the sessions of halls, turns at a site, what was written down for
 * residents, and what interest groups do, which enters nothing that is owed. Source: domain §6.7, inventory row 98b.
 */
export const recordCategories = [
  ...activityCategories,
  'deliberation',
  'turn',
  'written_down',
  'expert_advice',
  'interest',
] as const;
export type RecordCategory = (typeof recordCategories)[number];

export const recordCategoryNames: Messages<RecordCategory> = {
  ...activityNames,
  deliberation: { 'zh-CN': '民生议事会', en: 'Session of a hall' },
  turn: { 'zh-CN': '站点值班', en: 'Turn at a site' },
  written_down: { 'zh-CN': '替居民写下', en: 'Written down for a resident' },
  expert_advice: { 'zh-CN': '专家服务', en: 'Advice as an expert' },
  interest: { 'zh-CN': '兴趣活动（不计入履职）', en: 'Interest group, not a duty' },
};

/** What became of it: it was done, the member was not there, or had leave. */
export const recordStates = ['done', 'absent', 'leave'] as const;
export type RecordState = (typeof recordStates)[number];

export const recordStateNames: Messages<RecordState> = {
  done: { 'zh-CN': '到场', en: 'Was there' },
  absent: { 'zh-CN': '没有到', en: 'Was not there' },
  leave: { 'zh-CN': '请假', en: 'On leave' },
};

/** Who reads what the groups of a committee owe: its office, the municipal one, and the auditor. */
export const owedReaders = ['county_office', 'city_office', 'auditor'] as const satisfies readonly Role[];
/** Who sees which members could be asked along: their committee's office and the municipal one. Source: row 2. */
export const inviters = ['county_office', 'city_office'] as const satisfies readonly Role[];

/** Who looks into what a member says of a line: whoever writes such lines down, and the offices above them. */
export const lineWriters = ['host', 'county_office', 'city_office'] as const satisfies readonly Role[];
