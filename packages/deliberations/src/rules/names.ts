import type { Messages } from '@tongxin/core';

/** Where a topic comes from. Source: inventory row 58. */
export const topicSources = ['resident', 'member', 'department', 'party'] as const;
export const sessionModes = ['onsite', 'online', 'hybrid'] as const;
/** 类型 of the strike-off list. Source: domain §6.5. */
export const lineKinds = ['policy', 'project', 'funds', 'measure', 'explanation'] as const;
/** How a topic is looked into before it is talked over. Source: inventory row 60. */
export const researchWays = ['visit', 'study', 'experts'] as const;
export const lineReplyClasses = ['solved', 'being_solved', 'planned', 'cannot'] as const;

export const researchWayNames: Messages<(typeof researchWays)[number]> = {
  visit: { 'zh-CN': '实地调查', en: 'Visit to the place' },
  study: { 'zh-CN': '学习考察', en: 'Study of how others do it' },
  experts: { 'zh-CN': '请教专家', en: 'Question to experts' },
};

export const modeNames: Messages<(typeof sessionModes)[number]> = {
  onsite: { 'zh-CN': '现场', en: 'In the hall' },
  online: { 'zh-CN': '线上', en: 'Online' },
  hybrid: { 'zh-CN': '现场加线上', en: 'In the hall and online' },
};

export const lineKindNames: Messages<(typeof lineKinds)[number]> = {
  policy: { 'zh-CN': '政策', en: 'Policy' },
  project: { 'zh-CN': '项目', en: 'Project' },
  funds: { 'zh-CN': '资金', en: 'Funds' },
  measure: { 'zh-CN': '措施', en: 'Measure' },
  explanation: { 'zh-CN': '解释', en: 'Explanation' },
};

export const topicSourceNames: Messages<(typeof topicSources)[number]> = {
  resident: { 'zh-CN': '群众急难愁盼', en: 'Raised by residents' },
  member: { 'zh-CN': '委员提出', en: 'Raised by members' },
  department: { 'zh-CN': '部门难点', en: 'Departments are stuck' },
  party: { 'zh-CN': '党政关注', en: 'Party and government concern' },
};
