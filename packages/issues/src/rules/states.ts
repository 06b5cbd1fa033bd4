import type { StateRule } from '@tongxin/matters/rules';

/** Where a resident's matter can stand, whose turn it is there and for how long. Source: domain §4.1, §5.2. */
export const issueStates = {
  received: {
    word: 'told',
    owner: 'host',
    clock: { workingDays: 1 },
    label: { 'zh-CN': '已收到', en: 'Received' },
  },
  needs_info: {
    word: 'told',
    owner: 'resident',
    clock: { days: 10 },
    atDue: 'park',
    label: { 'zh-CN': '等居民补充', en: 'Waiting for the resident’s answer' },
  },
  parked: {
    word: 'told',
    final: true,
    label: { 'zh-CN': '暂时放下，可随时补充', en: 'Set aside; you can answer at any time' },
  },
  accepted: {
    word: 'told',
    owner: 'host',
    clock: { workingDays: 5 },
    label: { 'zh-CN': '已受理', en: 'Accepted' },
  },
  in_talks: {
    word: 'talked',
    owner: 'host',
    clock: { given: true },
    label: { 'zh-CN': '议事中', en: 'Being talked over' },
  },
  in_hand: {
    word: 'handled',
    owner: 'host',
    clock: { given: true },
    label: { 'zh-CN': '按议定事项办理', en: 'Being handled as agreed' },
  },
  routed: {
    word: 'handled',
    owner: 'department_clerk',
    clock: { workingDays: 1 },
    label: { 'zh-CN': '已交承办单位', en: 'Handed to a department' },
  },
  handling: {
    word: 'handled',
    owner: 'department_clerk',
    clock: { given: true },
    label: { 'zh-CN': '办理中', en: 'Being handled' },
  },
  replied: {
    word: 'handled',
    owner: 'county_office',
    clock: { workingDays: 1 },
    label: { 'zh-CN': '已答复，待核实', en: 'Answered; being checked' },
  },
  to_rate: {
    word: 'judged',
    owner: 'resident',
    clock: { days: 15 },
    atDue: 'count_silence',
    label: { 'zh-CN': '请居民评价', en: 'Waiting for the resident’s judgement' },
  },
  judged: {
    word: 'judged',
    owner: 'county_office',
    clock: { workingDays: 3 },
    label: { 'zh-CN': '已评价，待销号', en: 'Judged; to be struck off' },
  },
  in_review: {
    word: 'judged',
    owner: 'county_office',
    clock: { workingDays: 5 },
    label: { 'zh-CN': '县级复核', en: 'County review' },
  },
  closed: { word: 'judged', final: true, label: { 'zh-CN': '已销号', en: 'Struck off' } },
  diverted: {
    word: 'told',
    final: true,
    label: { 'zh-CN': '转其他渠道', en: 'Belongs to another channel' },
  },
  merged: {
    word: 'told',
    final: true,
    label: { 'zh-CN': '与同类事合并', en: 'Merged with the same matter' },
  },
  declined: { word: 'told', final: true, label: { 'zh-CN': '不受理', en: 'Not accepted' } },
  withdrawn: { word: 'told', final: true, label: { 'zh-CN': '本人撤回', en: 'Withdrawn by the resident' } },
} as const satisfies Readonly<Record<string, StateRule>>;
