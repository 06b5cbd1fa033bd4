import type { MoveRule } from '@tongxin/matters/rules';

/** From the first words to being accepted, and every other way out before that. Source: domain §4.1. */
export const intakeMoves = {
  accept: {
    from: ['received'],
    to: 'accepted',
    by: ['host', 'county_office'],
    shown: true,
    label: { 'zh-CN': '受理', en: 'Accept' },
  },
  ask: {
    from: ['received', 'accepted'],
    to: 'needs_info',
    by: ['host', 'county_office'],
    shown: true,
    label: { 'zh-CN': '请居民补充', en: 'Ask the resident' },
  },
  answer: {
    from: ['needs_info', 'parked'],
    to: 'received',
    by: ['resident'],
    shown: true,
    label: { 'zh-CN': '居民补充', en: 'Resident answers' },
  },
  park: {
    from: ['needs_info'],
    to: 'parked',
    by: ['clock'],
    shown: true,
    label: { 'zh-CN': '到期未补充，先放下', en: 'No answer in time; set aside' },
  },
  divert: {
    from: ['received', 'accepted'],
    to: 'diverted',
    by: ['host', 'county_office'],
    reason: 'required',
    shown: true,
    label: { 'zh-CN': '转其他渠道', en: 'Send to another channel' },
  },
  // What residents write on their way back goes to their messages: the journal holds no resident's words.
  bounce: {
    from: ['diverted'],
    to: 'received',
    by: ['resident'],
    shown: true,
    label: { 'zh-CN': '对方不收，退回来', en: 'The other channel sent it back' },
  },
  merge: {
    from: ['received', 'accepted'],
    to: 'merged',
    by: ['host', 'county_office'],
    shown: true,
    label: { 'zh-CN': '合并', en: 'Merge' },
  },
  decline: {
    from: ['received', 'accepted'],
    to: 'declined',
    by: ['host', 'county_office'],
    reason: 'required',
    shown: true,
    label: { 'zh-CN': '不受理', en: 'Decline' },
  },
  ask_review: {
    from: ['declined'],
    to: 'in_review',
    by: ['resident'],
    shown: true,
    label: { 'zh-CN': '请县里复核', en: 'Ask the county to look again' },
  },
  uphold: {
    from: ['in_review'],
    to: ['declined', 'closed'],
    by: ['county_office'],
    reason: 'required',
    apart: ['decline', 'verify'],
    shown: true,
    label: { 'zh-CN': '复核后维持', en: 'Review upheld it' },
  },
  overturn: {
    from: ['in_review'],
    to: ['accepted', 'handling'],
    by: ['county_office'],
    reason: 'required',
    apart: ['decline', 'verify'],
    shown: true,
    label: { 'zh-CN': '复核后重办', en: 'Review reopened it' },
  },
} as const satisfies Readonly<Record<string, MoveRule>>;
