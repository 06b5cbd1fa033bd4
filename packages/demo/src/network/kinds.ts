import type { EventCategory, EventMode, SignUp } from '@tongxin/events/rules';

/** How events of a category go here: what they are called, who organises them, how long, with how many. */
export type Manner = {
  category: EventCategory;
  /** What the city calls them; `{place}` and `{topic}` are filled in for each. */
  kind: string;
  titles: readonly string[];
  summaries: readonly string[];
  /** In words where it is no site of the network. */
  places: readonly string[];
  atSite: number;
  by: 'office' | 'body';
  invited: readonly [from: number, to: number];
  mustAttend: number;
  signUp: SignUp;
  modes: Readonly<Partial<Record<EventMode, number>>>;
  hours: number;
  /** Others who come, counted and not named. */
  others: readonly [from: number, to: number] | null;
  /** How many a year a county holds, a township, and the city. */
  yearly: { county: number; township: number; city: number };
};

const onsite = { onsite: 1 };
const mixed = { onsite: 7, hybrid: 3 };

export const manners: readonly Manner[] = [
  {
    ...{ category: 'session', kind: '专题协商会', by: 'body', mustAttend: 0, signUp: 'invited' },
    titles: ['“{topic}”专题协商会', '{place}“请你来协商·{topic}”', '关于{topic}的季度协商座谈会'],
    summaries: [
      '会前已组织委员到现场看过，会上请相关部门当面答复。',
      '围绕{topic}，委员、居民代表和部门面对面协商。',
    ],
    ...{
      places: ['{place}会议中心三号会议室'],
      atSite: 0.6,
      invited: [8, 14],
      modes: mixed,
      hours: 3,
      others: [4, 16],
    },
    yearly: { county: 4, township: 0, city: 6 },
  },
  {
    ...{ category: 'lecture', kind: '同心大讲堂', by: 'office', mustAttend: 0, signUp: 'public' },
    titles: ['同心大讲堂：{topic}', '委员宣讲进文化礼堂：{topic}'],
    summaries: ['由从事{topic}工作的委员主讲，讲完留半小时答问。'],
    ...{
      places: ['{place}文化礼堂'],
      atSite: 0.7,
      invited: [3, 7],
      modes: mixed,
      hours: 2,
      others: [20, 90],
    },
    yearly: { county: 4, township: 0.5, city: 5 },
  },
  {
    ...{ category: 'sector_discussion', kind: '界别讨论', by: 'office', mustAttend: 0, signUp: 'invited' },
    titles: ['界别活动周：{topic}界别协商', '{topic}界别讨论会'],
    summaries: ['由界别活动组召集人主持，形成一份界别意见。'],
    ...{ places: ['{place}委员之家'], atSite: 0.8, invited: [6, 12], modes: mixed, hours: 2.5, others: null },
    yearly: { county: 5, township: 0, city: 6 },
  },
  {
    ...{ category: 'study', kind: '学习座谈', by: 'office', mustAttend: 0, signUp: 'members' },
    titles: ['“书香政协”读书会：{topic}', '委员学习座谈会：{topic}'],
    summaries: ['读书分享加讨论，未受邀的委员可自行报名。'],
    ...{
      places: ['{place}图书馆报告厅'],
      atSite: 0.8,
      invited: [6, 12],
      modes: mixed,
      hours: 2,
      others: null,
    },
    yearly: { county: 5, township: 0, city: 5 },
  },
  {
    ...{ category: 'inspection', kind: '考察视察', by: 'body', mustAttend: 0.4, signUp: 'invited' },
    titles: ['视察{topic}重点项目', '委员视察：{topic}'],
    summaries: ['上午看三个点位，下午座谈。统一乘车。'],
    ...{
      places: ['{place}政府大院北门集合'],
      atSite: 0,
      invited: [8, 16],
      modes: onsite,
      hours: 6,
      others: [2, 8],
    },
    yearly: { county: 3, township: 0, city: 5 },
  },
  {
    ...{ category: 'research', kind: '专题调研', by: 'body', mustAttend: 0, signUp: 'invited' },
    titles: ['“{topic}”课题调研', '赴基层调研{topic}'],
    summaries: ['调研报告由专委会牵头起草，请委员带着问题来。'],
    ...{
      places: ['{place}有关乡镇（街道）'],
      atSite: 0,
      invited: [5, 9],
      modes: onsite,
      hours: 7,
      others: null,
    },
    yearly: { county: 5, township: 0, city: 8 },
  },
  {
    ...{ category: 'oversight', kind: '民主监督', by: 'body', mustAttend: 0.3, signUp: 'invited' },
    titles: ['{topic}专项民主监督', '民主监督小组：{topic}回头看'],
    summaries: ['对照年初承诺逐条看办到哪一步，当场填监督表。'],
    ...{
      places: ['{place}行政服务中心'],
      atSite: 0.2,
      invited: [5, 9],
      modes: onsite,
      hours: 4,
      others: null,
    },
    yearly: { county: 3, township: 0, city: 4 },
  },
  {
    ...{ category: 'training', kind: '委员培训', by: 'office', mustAttend: 0.6, signUp: 'invited' },
    titles: ['委员履职能力培训班', '委员培训：怎样写好{topic}方面的提案'],
    summaries: ['半天授课、半天讨论，请安排好手头工作准时参加。'],
    ...{
      places: ['{place}委党校'],
      atSite: 0,
      invited: [16, 28],
      modes: { onsite: 5, hybrid: 4, online: 1 },
      hours: 7,
      others: null,
    },
    yearly: { county: 2, township: 0, city: 2 },
  },
  {
    ...{ category: 'outreach', kind: '下乡服务', by: 'office', mustAttend: 0, signUp: 'members' },
    titles: ['委员送医送农技下乡', '“{topic}”服务进村', '委员助农集市'],
    summaries: ['义诊、农技和法律咨询，欢迎有专长的委员报名。'],
    ...{
      places: ['{place}文化礼堂前广场'],
      atSite: 0.3,
      invited: [4, 9],
      modes: onsite,
      hours: 4,
      others: [30, 160],
    },
    yearly: { county: 4, township: 0.4, city: 4 },
  },
  {
    ...{ category: 'visit', kind: '走访', by: 'office', mustAttend: 0, signUp: 'invited' },
    titles: ['走访企业：{topic}', '走访界别群众', '联系村走访'],
    summaries: ['带着问题清单去，走访后一周内把情况报回。'],
    ...{
      places: ['{place}有关企业和村（社区）'],
      atSite: 0,
      invited: [2, 5],
      modes: onsite,
      hours: 3,
      others: null,
    },
    yearly: { county: 5, township: 0.5, city: 5 },
  },
  {
    ...{ category: 'kinship', kind: '政协走亲', by: 'office', mustAttend: 0, signUp: 'invited' },
    titles: ['政协走亲：与友邻政协交流{topic}工作'],
    summaries: ['两地政协互看做法，签一份跨区协商备忘录。'],
    ...{
      places: ['{place}政协委员之家'],
      atSite: 0.5,
      invited: [5, 9],
      modes: onsite,
      hours: 6,
      others: [6, 14],
    },
    yearly: { county: 1, township: 0, city: 2 },
  },
  {
    ...{ category: 'reception', kind: '委员接待日', by: 'office', mustAttend: 0, signUp: 'public' },
    titles: ['委员接待日', '委员接待日：{topic}专场'],
    summaries: ['居民可直接来谈，不用预约；来件当场登记、给回执。'],
    ...{
      places: ['{place}便民服务中心'],
      atSite: 0.9,
      invited: [2, 4],
      modes: onsite,
      hours: 3,
      others: [3, 20],
    },
    yearly: { county: 2, township: 0.6, city: 3 },
  },
  {
    ...{ category: 'other', kind: '其他活动', by: 'office', mustAttend: 0, signUp: 'members' },
    titles: ['委员书画迎春会', '委员健步走', '委员企业家沙龙：{topic}'],
    summaries: ['自愿参加，可带家属。'],
    ...{ places: ['{place}滨江公园'], atSite: 0.2, invited: [6, 12], modes: onsite, hours: 3, others: null },
    yearly: { county: 1, township: 0, city: 2 },
  },
];

/** Meetings of a committee itself, which all or its standing members have to attend. */
export const meetings = {
  plenary: { category: 'plenary', kind: '全体会议' },
  standing: { category: 'standing_committee', kind: '常委会会议' },
} as const;

/** What the city calls its events, each within the category that reports count by. */
export const eventKinds: readonly { category: EventCategory; name: string }[] = [
  ...Object.values(meetings).map(({ category, kind }) => ({ category, name: kind })),
  ...manners.map(({ category, kind }) => ({ category, name: kind })),
];

export const topics = [
  ...[
    '养老服务',
    '城市更新',
    '乡村治理',
    '水环境治理',
    '营商环境',
    '校园安全',
    '数字经济',
    '文旅融合',
    '食品安全',
  ],
  ...[
    '老旧小区改造',
    '交通拥堵治理',
    '青年就业',
    '医共体建设',
    '非遗保护',
    '垃圾分类',
    '基层医疗',
    '物业管理',
  ],
  ...['未来乡村建设', '古村落保护', '职业教育', '电商直播', '防汛避险', '社区托育', '农产品品牌'],
];

export const leaveReasons = [
  '当天在外地出差，高铁票已订，回不来。',
  '学校期末考试，我当天监考。',
  '当天有一台早已排好的手术。',
  '家里老人住院，需要陪护。',
  '公司当天接受年度审计，走不开。',
];

export const cancelReasons = [
  '台风红色预警，活动取消。',
  '主讲人临时有公务，另行安排。',
  '与市里会议冲突，本次取消。',
  '报名人数不足，并入下一期。',
];
