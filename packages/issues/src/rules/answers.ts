import type { Messages } from '@tongxin/core';

/** How the words came in. Source: inventory row 40. */
export const channels = ['web', 'desk', 'phone', 'code', 'paper', 'member'] as const;
/** Where matters belong that are not the hall's. Source: domain §4.1. */
export const divertChannels = ['emergency', 'hotline', 'petition', 'discipline', 'court'] as const;
export type DivertChannel = (typeof divertChannels)[number];
/** What a department says it did. Source: domain §4.1, reply classes §5.3. */
export const replyClasses = ['solved', 'being_solved', 'planned', 'cannot'] as const;
export type ReplyClass = (typeof replyClasses)[number];
/** Why something cannot be done or is not taken up: an end without one of these is no answer. Source: domain §7.2, 10. */
export const grounds = ['law', 'money', 'competence', 'facts'] as const;
export type Ground = (typeof grounds)[number];
/** How long the department may take. Source: domain §5.2, 3 and 10 working days. */
export const handlingTerms = ['simple', 'complex'] as const;
export type HandlingTerm = (typeof handlingTerms)[number];
export const handlingDays: Readonly<Record<HandlingTerm, 3 | 10>> = { simple: 3, complex: 10 };
/** The resident's word. `silent` is counted by the clock and is never a yes. */
export const solvedAnswers = ['yes', 'partly', 'no', 'silent'] as const;
export type Solved = (typeof solvedAnswers)[number];
/** How a matter ended, in the resident's terms. */
export const closingClasses = ['solved', 'partly', 'disagreed', 'explained', 'unrated'] as const;
export type ClosingClass = (typeof closingClasses)[number];

export const solvedNames: Messages<Solved> = {
  yes: { 'zh-CN': '解决了', en: 'Solved' },
  partly: { 'zh-CN': '部分解决', en: 'Partly solved' },
  no: { 'zh-CN': '没解决', en: 'Not solved' },
  silent: { 'zh-CN': '没有回音', en: 'No answer' },
};

export const replyClassNames: Messages<ReplyClass> = {
  solved: { 'zh-CN': '已经解决', en: 'Solved' },
  being_solved: { 'zh-CN': '正在解决', en: 'Being solved' },
  planned: { 'zh-CN': '列入计划', en: 'Planned' },
  cannot: { 'zh-CN': '暂时办不到', en: 'Cannot be done now' },
};

export const channelNames: Messages<(typeof channels)[number]> = {
  web: { 'zh-CN': '网上', en: 'On the web' },
  desk: { 'zh-CN': '窗口代录', en: 'At the desk' },
  phone: { 'zh-CN': '电话代录', en: 'By telephone' },
  code: { 'zh-CN': '扫民情码', en: 'By a scanned code' },
  paper: { 'zh-CN': '纸质意见', en: 'On paper' },
  member: { 'zh-CN': '委员代录', en: 'Through a member' },
};

export const groundNames: Messages<Ground> = {
  law: { 'zh-CN': '法律法规不允许', en: 'The law does not allow it' },
  money: { 'zh-CN': '眼下没有经费', en: 'There is no money for it now' },
  competence: { 'zh-CN': '不属于本级职权', en: 'It is not in this level’s power' },
  facts: { 'zh-CN': '与实际情况不符', en: 'The facts are different' },
};

export const handlingTermNames: Messages<HandlingTerm> = {
  simple: { 'zh-CN': '简单事项，3 个工作日', en: 'Simple: 3 working days' },
  complex: { 'zh-CN': '复杂事项，10 个工作日', en: 'Complex: 10 working days' },
};

export const closingClassNames: Messages<ClosingClass> = {
  solved: { 'zh-CN': '居民认为解决了', en: 'The resident says it is solved' },
  partly: { 'zh-CN': '居民认为部分解决', en: 'The resident says it is partly solved' },
  disagreed: { 'zh-CN': '居民不认可，如实记录', en: 'The resident disagrees; recorded as such' },
  explained: { 'zh-CN': '暂时办不到，已说明原因', en: 'Cannot be done now; the reason was given' },
  unrated: { 'zh-CN': '居民没有回音', en: 'The resident did not answer' },
};

export const divertNames: Messages<DivertChannel> = {
  emergency: { 'zh-CN': '紧急电话 110、119、120', en: 'Emergency lines 110, 119, 120' },
  hotline: { 'zh-CN': '政务服务热线 12345', en: 'Government service hotline 12345' },
  petition: { 'zh-CN': '信访部门', en: 'Petition office' },
  discipline: { 'zh-CN': '纪检监察机关 12388', en: 'Discipline inspection 12388' },
  court: { 'zh-CN': '法院或人民调解', en: 'Court or mediation' },
};
