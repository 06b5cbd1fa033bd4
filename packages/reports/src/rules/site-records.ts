import type { Message, Messages } from '@tongxin/core';
import type { EventCategory } from '@tongxin/events/rules';

/** What a site's own logs hold, each a list of records that can be opened and counted. Source: domain §2 row 125. */
export const siteRecords = [
  'visitors',
  'visitors_closed',
  'turns_public',
  'sessions_held',
  'sessions_published',
  'lines_closed',
  'events_over',
  'events_announced',
  'events_attended',
  'studies',
  'solved',
] as const;
export type SiteRecords = (typeof siteRecords)[number];

/** What each list holds, exactly as the query reads it; the moment in brackets is the one that falls in the period. */
export const siteRecordSentences: Messages<SiteRecords> = {
  visitors: {
    'zh-CN': '在这里的值班里记下的来访，一次一条（按来访时间）。',
    en: 'Visitors written down at turns here, a line each (by when they came).',
  },
  visitors_closed: {
    'zh-CN': '在这里的值班里反映、现在已经办结的事，一件一条（按办结时间）。',
    en: 'Matters told at turns here that are closed now, one each (by when they were closed).',
  },
  turns_public: {
    'zh-CN': '已公布的值班表里、已经开始、没有取消的班，一班一条（按开始时间）。',
    en: 'Turns of public rotas that have begun and were not called off, one each (by when they began).',
  },
  sessions_held: {
    'zh-CN': '在这里开完、由主持人记录了的议事会，一场一条（按开会时间）。',
    en: 'Sessions here that the host recorded as held, one each (by when they began).',
  },
  sessions_published: {
    'zh-CN': '在这里开完、公布了纪要的议事会，一场一条（按开会时间）。',
    en: 'Sessions held here whose minutes are published, one each (by when they began).',
  },
  lines_closed: {
    'zh-CN': '在这里的议事会上议定、已经销号的事项，一条一行（按销号时间）。',
    en: 'Lines agreed at sessions here and struck off, one each (by when they were struck off).',
  },
  events_over: {
    'zh-CN': '在这里办的、已经结束的活动，一场一条（按开始时间）。',
    en: 'Events here that are over, one each (by when they began).',
  },
  events_announced: {
    'zh-CN': '在这里办的、开始以前发过通知、已经结束的活动，一场一条（按开始时间）。',
    en: 'Events here that were announced before they began and are over, one each (by when they began).',
  },
  events_attended: {
    'zh-CN': '在这里办的、出席已经核定并且有人到场的活动，一场一条（按开始时间）。',
    en: 'Events here whose attendance is settled and to which somebody came, one each (by when they began).',
  },
  studies: {
    'zh-CN': '在这里办的、已经结束的学习、讲座和培训，一场一条（按开始时间）。',
    en: 'Studies, lectures and trainings here that are over, one each (by when they began).',
  },
  solved: {
    'zh-CN':
      '在这里议定、销号时居民评价“解决了”的事项，加上在这里的值班里反映、没有列入议题、居民评价“解决了”并已办结的事，一件一条（按销号或办结时间）。',
    en: 'Lines agreed here that residents called solved when they were struck off, and matters told at turns here, not taken into a topic, that residents called solved and that are closed; one each (by when they were struck off or closed).',
  },
};

/** A room's four rules, and the log that shows that each is kept. Source: domain §2 row 125. */
export const roomRules = ['reception', 'study', 'deliberation', 'conversion'] as const;
export type RoomRule = (typeof roomRules)[number];

export const recordsOfRule: Readonly<Record<RoomRule, SiteRecords>> = {
  reception: 'visitors',
  study: 'studies',
  deliberation: 'sessions_held',
  conversion: 'solved',
};

export const roomRuleNames: Messages<RoomRule> = {
  reception: { 'zh-CN': '接待制度：来访', en: 'Reception: visitors' },
  study: { 'zh-CN': '学习制度：学习活动', en: 'Study: activities' },
  deliberation: { 'zh-CN': '协商制度：议事会', en: 'Deliberation: sessions' },
  conversion: { 'zh-CN': '转化制度：办成的事', en: 'Conversion: solved' },
};

/** A count with its unit, as people read it. */
export const roomRuleUnits: Readonly<Record<RoomRule, (count: number) => Message>> = {
  reception: (count) => ({ 'zh-CN': `${count} 次`, en: `${count}` }),
  study: (count) => ({ 'zh-CN': `${count} 场`, en: `${count}` }),
  deliberation: (count) => ({ 'zh-CN': `${count} 场`, en: `${count}` }),
  conversion: (count) => ({ 'zh-CN': `${count} 件`, en: `${count}` }),
};

/** The categories of events that count as study. */
export const categoriesOfStudy = ['study', 'lecture', 'training'] as const satisfies readonly EventCategory[];
