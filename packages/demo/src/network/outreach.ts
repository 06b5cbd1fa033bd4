import type { PlaceOrder } from '@tongxin/outreach/rules';

/** What the demo's committees bring to villages, a line each. Every unit and team is invented. */
export const cityMenu = [
  {
    service: 'health',
    title: '流动眼科车',
    what: '查视力、眼底照相，现场配老花镜。村里准备停车的平地和电源。',
    team: '市级医院眼科医疗队',
  },
  {
    service: 'culture',
    title: '婺剧折子戏专场',
    what: '六折戏，约两小时。村里准备戏台和电源，下雨顺延。',
    team: '市文艺界委员演出队',
  },
] as const;

export const countyMenu = [
  {
    service: 'health',
    title: '名医下乡义诊',
    what: '内科、骨科、眼科各一位医师，带便携心电图。村里准备三间屋、二十把椅子。',
    team: '区中心医院医疗队',
  },
  {
    service: 'science',
    title: '茶园果园冬季管护',
    what: '到田头讲修剪、施肥和防冻，带示范工具。请选一块有代表性的地。',
    team: '区农技推广服务队',
  },
  {
    service: 'law',
    title: '法律咨询进村',
    what: '宅基地、婚姻继承、民间借贷当面问。村里准备一间安静的屋。',
    team: '区律师服务团',
  },
  {
    service: 'education',
    title: '假期作业辅导',
    what: '小学三到六年级，一次两小时，最多三十个孩子。',
    team: '区教育界委员工作室',
  },
  {
    service: 'sport',
    title: '八段锦教学',
    what: '从头教起，适合老人。村里准备一块平整的场地。',
    team: '区体育指导员队',
  },
] as const;

type Answer =
  | { how: 'asked' }
  | { how: 'dated'; inDays: number }
  | { how: 'served'; daysAgo: number; people: number; words: string }
  | { how: 'declined'; reason: string };

export type PlannedOrder = Pick<PlaceOrder, 'expected' | 'words'> & {
  title: string;
  askedDaysAgo: number;
  /** Days after it was asked. */
  wishedAfter: number;
  answer: Answer;
};

/** What the villages of the showcase township ordered, one after the other. Days count back from today. */
export const showcaseOrders: readonly PlannedOrder[] = [
  {
    ...{
      title: '名医下乡义诊',
      askedDaysAgo: 45,
      wishedAfter: 14,
      expected: 100,
      words: '老人多，上午来最好。',
    },
    answer: { how: 'served', daysAgo: 31, people: 86, words: '看了八十六位，建议转诊五位，已由家属陪去。' },
  },
  {
    ...{ title: '法律咨询进村', askedDaysAgo: 30, wishedAfter: 10, expected: 30, words: undefined },
    answer: { how: 'declined', reason: '年内律师服务团已排满，明年三月优先安排贵村。' },
  },
  {
    ...{
      title: '茶园果园冬季管护',
      askedDaysAgo: 9,
      wishedAfter: 16,
      expected: 40,
      words: '想看看北坡那片茶园。',
    },
    answer: { how: 'dated', inDays: 8 },
  },
  {
    ...{ title: '八段锦教学', askedDaysAgo: 2, wishedAfter: 12, expected: 60, words: undefined },
    answer: { how: 'asked' },
  },
];

/** What a kinship visit may bring: followed up until something came of it, still open, or quiet for a long time. */
export const plannedLeads = [
  {
    subject: 'investment',
    organisation: '友邻市新材料研究院',
    what: '愿意来看场地，想在这里设一条中试线。',
    contactPost: '研究院合作处处长',
    followUps: ['陪同看了两处场地，对方更看中老工业园。'],
    landed: '签了中试线合作备忘录。',
  },
  {
    subject: 'talent',
    organisation: '友邻市职业技术学院',
    what: '愿意每学期派两位老师来办电商培训。',
    contactPost: '继续教育学院院长',
    followUps: [],
    landed: null,
  },
] as const;
