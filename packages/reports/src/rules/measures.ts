import type { Message, Messages } from '@tongxin/core';
import type { Solved } from '@tongxin/issues/rules';
import type { MatterKind } from '@tongxin/matters/rules';

/** Which entries of the journal count: by the kind of matter and the move, by where it led, by the resident's word. */
export type EntryRule = { kind: MatterKind; move: string; to?: string; solved?: Solved };

/** What one entry adds: itself, the residents who were there, or the days from the first words to this entry. */
export type Adds = 'one' | 'residents' | 'days';

/** Where the records behind a number are: entries of the journal in the period, or agreed lines by their due day. */
export type Source =
  | { entries: readonly EntryRule[]; adds: Adds }
  | { lines: 'due_in_period' | 'overdue_now' };

export const groups = ['told', 'talked', 'agreed', 'answered', 'ended'] as const;
export type Group = (typeof groups)[number];

export type MeasureRule = {
  /** Changes whenever the meaning does, so that two papers with different numbers can be told apart. */
  definition: string;
  group: Group;
  label: Message;
  sentence: Message;
  source: Source;
  shows: 'sum' | 'median';
};

/** A resident answers about a reply, about an agreed line, or about the matter that theirs was merged into. */
const judged = (solved: Solved): readonly EntryRule[] =>
  ['judge', 'judge_line', 'judge_merged'].map((move) => ({ kind: 'issue', move, solved }));

const issue = (move: string): Source => ({ entries: [{ kind: 'issue', move }], adds: 'one' });
const ended: readonly EntryRule[] = [
  { kind: 'issue', move: 'close' },
  { kind: 'issue', move: 'close_with_lines' },
  { kind: 'issue', move: 'uphold', to: 'closed' },
];
const accepted: readonly EntryRule[] = [
  { kind: 'issue', move: 'accept' },
  { kind: 'issue', move: 'overturn', to: 'accepted' },
];

/** Every number of the table, in the order of its columns. Source: domain §6.6, §6.8; design §2.2 and §2.7. */
const rules = {
  received: {
    definition: 'R01.1',
    group: 'told',
    shows: 'sum',
    source: issue('open'),
    label: { 'zh-CN': '收到（件）', en: 'Received' },
    sentence: {
      'zh-CN': '统计时段内收到的居民反映，每张回执计一件，网上、窗口、电话、扫码、纸质都算。',
      en: 'Matters that residents told in the period, one per receipt, whichever way they came in.',
    },
  },
  accepted: {
    definition: 'R02.1',
    group: 'told',
    shows: 'sum',
    source: { entries: accepted, adds: 'one' },
    label: { 'zh-CN': '受理（件次）', en: 'Accepted' },
    sentence: {
      'zh-CN': '统计时段内作出的受理决定，含县级复核后改为受理的；同一件事补充后再次受理，再计一次。',
      en: 'Decisions in the period to accept a matter, also by a county review; one that is accepted again after an answer counts again.',
    },
  },
  diverted: {
    definition: 'R03.1',
    group: 'told',
    shows: 'sum',
    source: issue('divert'),
    label: { 'zh-CN': '转其他渠道（件次）', en: 'Diverted' },
    sentence: {
      'zh-CN': '统计时段内告知居民应找其他渠道（紧急电话、热线、信访、纪检、法院）的次数。',
      en: 'Times in the period that a resident was shown to another channel (emergency, hotline, petition, discipline, court).',
    },
  },
  in_talks: {
    definition: 'R04.1',
    group: 'talked',
    shows: 'sum',
    source: issue('take_into_talks'),
    label: { 'zh-CN': '列入议题（件次）', en: 'Taken into a topic' },
    sentence: {
      'zh-CN': '统计时段内列入议题的居民反映；移出后再次列入，再计一次。',
      en: 'Matters taken into a topic in the period; one that was taken out and in again counts again.',
    },
  },
  sessions_held: {
    definition: 'R05.1',
    group: 'talked',
    shows: 'sum',
    source: { entries: [{ kind: 'session', move: 'hold' }], adds: 'one' },
    label: { 'zh-CN': '开议事会（场）', en: 'Sessions held' },
    sentence: {
      'zh-CN': '统计时段内由主持人记录为已召开的议事会。',
      en: 'Sessions that the host recorded as held in the period.',
    },
  },
  residents_present: {
    definition: 'R06.1',
    group: 'talked',
    shows: 'sum',
    source: { entries: [{ kind: 'session', move: 'hold' }], adds: 'residents' },
    label: { 'zh-CN': '居民参加（人次）', en: 'Residents taking part' },
    sentence: {
      'zh-CN': '统计时段内记录的各场议事会到场居民数之和；同一人参加两场计两人次，不含网上观看。',
      en: 'Residents present at the sessions recorded in the period, added up; the same person at two sessions counts twice, people who only watched do not count.',
    },
  },
  lines_due: {
    definition: 'R07.1',
    group: 'agreed',
    shows: 'sum',
    source: { lines: 'due_in_period' },
    label: { 'zh-CN': '到期事项（条）', en: 'Lines due' },
    sentence: {
      'zh-CN': '完成时限落在统计时段内的议定事项，不论办成与否；改期后按新的时限计。',
      en: 'Agreed lines whose due day lies in the period, done or not; after a change of date the new day counts.',
    },
  },
  lines_closed: {
    definition: 'R08.1',
    group: 'agreed',
    shows: 'sum',
    source: { entries: [{ kind: 'outcome_line', move: 'close' }], adds: 'one' },
    label: { 'zh-CN': '销号事项（条次）', en: 'Lines struck off' },
    sentence: {
      'zh-CN': '统计时段内销号的议定事项，不论何时到期；重办后再次销号，再计一次。',
      en: 'Agreed lines struck off in the period, whenever they were due; one struck off again after being reopened counts again.',
    },
  },
  lines_overdue: {
    definition: 'R09.1',
    group: 'agreed',
    shows: 'sum',
    source: { lines: 'overdue_now' },
    label: { 'zh-CN': '现有逾期事项（条）', en: 'Lines overdue now' },
    sentence: {
      'zh-CN': '到查询时刻为止，完成时限已过而尚未销号的议定事项，不论何时到期；与统计时段无关。',
      en: 'Agreed lines that at the asked moment are past their due day and not struck off, whenever they fell due; the period plays no part.',
    },
  },
  answers_solved: {
    definition: 'R10.1',
    group: 'answered',
    shows: 'sum',
    source: { entries: judged('yes'), adds: 'one' },
    label: { 'zh-CN': '解决了（件次）', en: 'Solved' },
    sentence: {
      'zh-CN': '统计时段内居民本人答“解决了”的次数，对答复、对议定事项、对合并办理结果的评价都算。',
      en: 'Times in the period that residents themselves answered “solved”, about a reply, an agreed line, or the matter that theirs was merged into.',
    },
  },
  answers_partly: {
    definition: 'R11.1',
    group: 'answered',
    shows: 'sum',
    source: { entries: judged('partly'), adds: 'one' },
    label: { 'zh-CN': '部分解决（件次）', en: 'Partly solved' },
    sentence: {
      'zh-CN': '统计时段内居民本人答“部分解决”的次数。',
      en: 'Times in the period that residents themselves answered “partly solved”.',
    },
  },
  answers_no: {
    definition: 'R12.1',
    group: 'answered',
    shows: 'sum',
    source: { entries: judged('no'), adds: 'one' },
    label: { 'zh-CN': '没解决（件次）', en: 'Not solved' },
    sentence: {
      'zh-CN': '统计时段内居民本人答“没解决”的次数。',
      en: 'Times in the period that residents themselves answered “not solved”.',
    },
  },
  answers_silent: {
    definition: 'R13.1',
    group: 'answered',
    shows: 'sum',
    source: {
      entries: [
        { kind: 'issue', move: 'count_silence' },
        { kind: 'issue', move: 'judge_line', solved: 'silent' },
      ],
      adds: 'one',
    },
    label: { 'zh-CN': '没有回音（件次）', en: 'No answer' },
    sentence: {
      'zh-CN': '统计时段内问了十五天仍没有回音的次数；没有回音单独计数，从不算作满意。',
      en: 'Times in the period that fifteen days passed without an answer; silence is its own number and never counts as a yes.',
    },
  },
  issues_closed: {
    definition: 'R14.1',
    group: 'ended',
    shows: 'sum',
    source: { entries: ended, adds: 'one' },
    label: { 'zh-CN': '办结（件次）', en: 'Matters closed' },
    sentence: {
      'zh-CN':
        '统计时段内销号的居民反映，含县级复核后维持、居民仍不认可而如实记录的；重办后再次销号，再计一次。',
      en: 'Residents’ matters struck off in the period, also those where a county review ended with the resident still disagreeing; one struck off again after being reopened counts again.',
    },
  },
  median_days: {
    definition: 'R15.1',
    group: 'ended',
    shows: 'median',
    source: { entries: ended, adds: 'days' },
    label: { 'zh-CN': '办结天数中位数（天）', en: 'Median days to close' },
    sentence: {
      'zh-CN':
        '统计时段内办结的各件，从收到之日到办结之日的自然日数，从小到大排在正中的一个；正中有两个时取平均。',
      en: 'Of the matters closed in the period, the calendar days from the day they were told to the day they were closed: the middle one, or the mean of the middle two.',
    },
  },
} as const satisfies Record<string, MeasureRule>;

export type Measure = keyof typeof rules;
export const measureRules: Readonly<Record<Measure, MeasureRule>> = rules;
/** The columns of the table, in their order. */
export const measures = Object.keys(rules) as [Measure, ...Measure[]];

export const groupNames: Messages<Group> = {
  told: { 'zh-CN': '居民反映', en: 'Told by residents' },
  talked: { 'zh-CN': '议事', en: 'Talked over' },
  agreed: { 'zh-CN': '议定事项', en: 'Agreed lines' },
  answered: { 'zh-CN': '居民的评价', en: 'Residents’ answers' },
  ended: { 'zh-CN': '办结', en: 'Closed' },
};

/** A rule of the journal together with the measure that it counts for. */
export type CountedEntry = EntryRule & { measure: Measure; adds: Adds };

/** Every kind of entry that counts, with its measure; one entry may count for several. */
export const countedEntries: readonly CountedEntry[] = measures.flatMap((measure) => {
  const { source } = measureRules[measure];
  return 'entries' in source ? source.entries.map((rule) => ({ ...rule, measure, adds: source.adds })) : [];
});

/** What every number means, in the order of the columns. */
export const definitionsInForce = measures.map((measure) => {
  const { definition, group, label, sentence, shows } = measureRules[measure];
  return { measure, definition, group, label, sentence, shows };
});
