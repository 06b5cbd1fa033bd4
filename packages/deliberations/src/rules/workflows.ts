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
    correct_attendance: {
      from: ['held', 'published'],
      to: 'stay',
      by: ['host', 'county_office'],
      reason: 'required',
      label: { 'zh-CN': '更正委员出席', en: 'Correct who came' },
    },
  },
});
