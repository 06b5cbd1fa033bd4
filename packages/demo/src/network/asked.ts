/**
 * What the showcase county asks of its members: experts' teams, what the showcase township asked them, and visits to
 * members. People are invented; days count back from today.
 */

type Who = { member: number } | { name: string; post: string };

/** Members by their place in the committee's list; the first is the one who signs in. */
export const expertTeams: readonly { name: string; field: string; people: readonly Who[] }[] = [
  {
    name: '桥梁房屋专家组',
    field: '桥梁房屋',
    people: [{ member: 0 }, { member: 3 }, { name: '应知远', post: '区建筑设计院结构工程师' }],
  },
  {
    name: '农技专家组',
    field: '茶果种植',
    people: [{ member: 1 }, { name: '林知秋', post: '区农技推广中心高级农艺师' }],
  },
  { name: '康养专家组', field: '医疗养老', people: [{ member: 2 }, { member: 4 }] },
];

export type PlannedRequest = {
  field: string;
  purpose: string;
  askedDaysAgo: number;
  /** Who of which team is matched; null while the office looks for somebody. */
  match: { team: string; at: number } | null;
  /** When the visit was, and what the expert wrote; null before they have answered. */
  advised: { daysAgo: number; advice: string; used: string; thanks: string } | null;
};

/** What the showcase township asked for: done, waiting for the expert's answer, and just asked. */
export const expertRequests: readonly PlannedRequest[] = [
  {
    field: '桥梁房屋',
    purpose: '村口小桥桥面有裂缝，想请专家看看还能不能过货车。',
    askedDaysAgo: 60,
    match: { team: '桥梁房屋专家组', at: 0 },
    advised: {
      daysAgo: 50,
      advice: '裂缝只在面层，主梁没有问题。先限重五吨，开春重铺面层；桥头的排水口要先疏通。',
      used: '限重牌已经立好，面层列入明年计划。',
      thanks: '谢谢您专程来看，村里心里有底了。',
    },
  },
  {
    field: '桥梁房屋',
    purpose: '老年食堂想改用旧校舍，请专家看看承重墙能不能开门洞。',
    askedDaysAgo: 6,
    match: { team: '桥梁房屋专家组', at: 0 },
    advised: null,
  },
  {
    field: '茶果种植',
    purpose: '北坡茶园连着两年减产，想请专家看看是土壤还是管护。',
    askedDaysAgo: 1,
    match: null,
    advised: null,
  },
];

export type PlannedVisit = {
  member: number;
  /** Negative for a visit that is planned. */
  daysAgo: number;
  /** What the member asked, and what was answered. */
  asks: readonly { words: string; answer: string | null }[];
};

/** Visits of the county's office to its members. */
export const memberVisits: readonly PlannedVisit[] = [
  {
    member: 0,
    daysAgo: 40,
    asks: [
      {
        words: '想多参加城镇建设方面的调研。',
        answer: '下季度两次专题调研都加上了您，通知随活动发出。',
      },
    ],
  },
  {
    member: 2,
    daysAgo: 9,
    asks: [
      { words: '工作室离村里远，能不能每月到村里值一次班？', answer: '下个月起每月第二个周三到村里。' },
      { words: '希望能看到提出的建议后来怎样了。', answer: null },
    ],
  },
  { member: 0, daysAgo: -6, asks: [] },
];
