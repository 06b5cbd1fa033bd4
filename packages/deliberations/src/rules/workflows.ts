import { defineWorkflow } from '@tongxin/matters/rules';

/** What a session talks about: one or several residents' matters bundled by the host. Source: domain §4.2. */
export const topicWorkflow = defineWorkflow({
  kind: 'topic',
  initial: 'collected',
  states: {
    collected: {
      word: 'talked',
      owner: 'host',
      clock: { workingDays: 30 },
      label: { 'zh-CN': '已列为议题', en: 'Collected as a topic' },
    },
    scheduled: {
      word: 'talked',
      owner: 'host',
      clock: { given: true },
      label: { 'zh-CN': '已定议事日期', en: 'Session scheduled' },
    },
    concluded: {
      word: 'handled',
      final: true,
      label: { 'zh-CN': '议完公布', en: 'Talked over and published' },
    },
    dropped: { word: 'talked', final: true, label: { 'zh-CN': '不再列入', en: 'Not taken further' } },
  },
  moves: {
    schedule: {
      from: ['collected', 'scheduled'],
      to: 'scheduled',
      by: ['host', 'county_office', 'follows'],
      shown: true,
      label: { 'zh-CN': '定议事日期', en: 'Schedule' },
    },
    unschedule: {
      from: ['scheduled'],
      to: 'collected',
      by: ['follows'],
      shown: true,
      label: { 'zh-CN': '议事会取消，等重新安排', en: 'Session cancelled; to be scheduled again' },
    },
    conclude: {
      from: ['scheduled'],
      to: 'concluded',
      by: ['follows'],
      shown: true,
      label: { 'zh-CN': '公布议事结果', en: 'Publish what came of it' },
    },
    change: {
      from: ['collected', 'scheduled'],
      to: 'stay',
      by: ['host', 'county_office'],
      shown: true,
      label: { 'zh-CN': '增减事项', en: 'Add or take out matters' },
    },
    research: {
      from: ['collected', 'scheduled'],
      to: 'stay',
      by: ['host', 'county_office'],
      label: { 'zh-CN': '记调研', en: 'Write down what was looked into' },
    },
    drop: {
      from: ['collected'],
      to: 'dropped',
      by: ['host', 'county_office'],
      reason: 'required',
      shown: true,
      label: { 'zh-CN': '不再列入', en: 'Take it no further' },
    },
  },
});

/** Whether everybody may read a topic in this state: from its date on, and no more when its session was called off. */
export const isAnnounced = (state: string) => state === 'scheduled' || state === 'concluded';

/** One sitting of a township hall, announced before and published after. Source: domain §4.2. */
export const sessionWorkflow = defineWorkflow({
  kind: 'session',
  initial: 'noticed',
  states: {
    noticed: {
      word: 'talked',
      owner: 'host',
      clock: { given: true },
      label: { 'zh-CN': '已公告', en: 'Announced' },
    },
    held: {
      word: 'talked',
      owner: 'host',
      clock: { workingDays: 10 },
      label: { 'zh-CN': '已开完，待公布', en: 'Held; to be published' },
    },
    published: { word: 'handled', final: true, label: { 'zh-CN': '已公布', en: 'Published' } },
    cancelled: { word: 'talked', final: true, label: { 'zh-CN': '已取消', en: 'Cancelled' } },
  },
  moves: {
    postpone: {
      from: ['noticed'],
      to: 'noticed',
      by: ['host', 'county_office'],
      reason: 'required',
      shown: true,
      label: { 'zh-CN': '改期', en: 'Postpone' },
    },
    cancel: {
      from: ['noticed'],
      to: 'cancelled',
      by: ['host', 'county_office'],
      reason: 'required',
      shown: true,
      label: { 'zh-CN': '取消', en: 'Cancel' },
    },
    hold: {
      from: ['noticed'],
      to: 'held',
      by: ['host', 'county_office'],
      shown: true,
      label: { 'zh-CN': '记录议事', en: 'Record the session' },
    },
    save_minutes: {
      from: ['held'],
      to: 'stay',
      by: ['host', 'county_office'],
      label: { 'zh-CN': '写纪要', en: 'Write the minutes' },
    },
    publish: {
      from: ['held'],
      to: 'published',
      by: ['host', 'county_office'],
      shown: true,
      label: { 'zh-CN': '公布', en: 'Publish' },
    },
    correct: {
      from: ['published'],
      to: 'stay',
      by: ['host', 'county_office'],
      reason: 'required',
      shown: true,
      label: { 'zh-CN': '更正纪要', en: 'Correct the minutes' },
    },
  },
});

/** One thing that was agreed, until the residents have judged it and it is struck off. Source: domain §4.2, §6.5. */
export const lineWorkflow = defineWorkflow({
  kind: 'outcome_line',
  initial: 'assigned',
  states: {
    assigned: {
      word: 'handled',
      owner: 'department_clerk',
      clock: { workingDays: 5 },
      label: { 'zh-CN': '已交办', en: 'Assigned' },
    },
    contested: {
      word: 'handled',
      owner: 'county_office',
      clock: { workingDays: 5 },
      label: { 'zh-CN': '承办单位有异议', en: 'Contested by the unit' },
    },
    in_progress: {
      word: 'handled',
      owner: 'department_clerk',
      clock: { given: true },
      label: { 'zh-CN': '办理中', en: 'In progress' },
    },
    reported_done: {
      word: 'handled',
      owner: 'county_office',
      clock: { workingDays: 5 },
      label: { 'zh-CN': '报告办结，待核实', en: 'Reported done; being checked' },
    },
    asking: {
      word: 'judged',
      owner: 'host',
      clock: { days: 15 },
      atDue: 'count_silence',
      label: { 'zh-CN': '请居民评价', en: 'Residents are asked' },
    },
    judged: {
      word: 'judged',
      owner: 'county_office',
      clock: { workingDays: 5 },
      label: { 'zh-CN': '已评价，待销号', en: 'Judged; to be struck off' },
    },
    closed: { word: 'judged', final: true, label: { 'zh-CN': '已销号', en: 'Struck off' } },
    not_adopted: {
      word: 'judged',
      final: true,
      label: { 'zh-CN': '未采纳，已说明', en: 'Not adopted; reason given' },
    },
  },
  moves: {
    accept: {
      from: ['assigned'],
      to: 'in_progress',
      by: ['department_clerk'],
      apart: ['open', 'reassign'],
      shown: true,
      label: { 'zh-CN': '接办', en: 'Accept' },
    },
    contest: {
      from: ['assigned'],
      to: 'contested',
      by: ['department_clerk'],
      reason: 'required',
      shown: true,
      label: { 'zh-CN': '提出异议', en: 'Contest' },
    },
    reassign: {
      from: ['contested', 'assigned'],
      to: 'assigned',
      by: ['county_office'],
      reason: 'required',
      shown: true,
      label: { 'zh-CN': '改交', en: 'Assign again' },
    },
    not_adopt: {
      from: ['contested'],
      to: 'not_adopted',
      by: ['county_office'],
      reason: 'required',
      shown: true,
      label: { 'zh-CN': '不采纳并说明', en: 'Not adopt, with the reason' },
    },
    note_progress: {
      from: ['in_progress'],
      to: 'stay',
      by: ['department_clerk'],
      shown: true,
      label: { 'zh-CN': '记进展', en: 'Note progress' },
    },
    extend: {
      from: ['in_progress'],
      to: 'stay',
      by: ['county_office'],
      reason: 'required',
      shown: true,
      label: { 'zh-CN': '同意延期', en: 'Extend the date' },
    },
    report_done: {
      from: ['in_progress'],
      to: 'reported_done',
      by: ['department_clerk'],
      apart: ['open', 'reassign'],
      shown: true,
      label: { 'zh-CN': '报告办结', en: 'Report done' },
    },
    verify: {
      from: ['reported_done'],
      to: 'asking',
      by: ['county_office', 'host'],
      apart: ['open', 'reassign', 'accept', 'note_progress', 'report_done'],
      shown: true,
      label: { 'zh-CN': '核实属实', en: 'Checked and confirmed' },
    },
    send_back: {
      from: ['reported_done'],
      to: 'in_progress',
      by: ['county_office', 'host'],
      apart: ['accept', 'note_progress', 'report_done'],
      reason: 'required',
      shown: true,
      label: { 'zh-CN': '退回重办', en: 'Send back' },
    },
    all_judged: {
      from: ['asking'],
      to: ['judged', 'in_progress'],
      by: ['follows'],
      shown: true,
      label: { 'zh-CN': '居民都已评价', en: 'All residents have judged' },
    },
    count_silence: {
      from: ['asking'],
      to: ['judged', 'in_progress'],
      by: ['clock'],
      shown: true,
      label: { 'zh-CN': '到期未评价的按沉默计', en: 'Unanswered by the date; counted as silence' },
    },
    close: {
      from: ['judged'],
      to: 'closed',
      by: ['county_office'],
      apart: ['open', 'reassign', 'accept', 'note_progress', 'report_done', 'verify'],
      shown: true,
      label: { 'zh-CN': '销号', en: 'Strike off' },
    },
    reopen: {
      from: ['closed'],
      to: 'in_progress',
      by: ['follows'],
      shown: true,
      label: { 'zh-CN': '居民要求重办', en: 'Reopened by a resident' },
    },
  },
});
