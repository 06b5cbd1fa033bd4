import { lineWorkflow } from '@tongxin/deliberations/rules';
import { closingClassNames, issueWorkflow, replyClassNames } from '@tongxin/issues/rules';
import { nextSteps } from '@tongxin/issues/messages';
import { ownerNames } from '@tongxin/matters/rules';
import type { Visit } from '../frame/visit.ts';
import type { Answers } from '../pages/answers.ts';
import type { ChainNode } from '../pages/ChainPage.tsx';
import type { MatterContent } from '../pages/matter-content.ts';
import type { Line, SessionRow, SettledRow } from '../pages/records.ts';

/** One of each page, with invented content as it looks in a town that has been at it for a year. */

export const visit: Visit = {
  locale: 'zh-CN',
  look: 'normal',
  address: '/',
  city: '金华市',
  demo: true,
  assets: { style: '/assets/style.css', script: '/assets/site.js' },
};

export const id = (n: number) => `019ab000-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const suxi = { code: '330782105', name: '苏溪镇' };
export const yiwu = { code: '330782', name: '义乌市' };

export const session = (n: number, more: Partial<SessionRow> = {}): SessionRow => ({
  id: id(n),
  title: '胡宅社区路灯与夜间出行',
  startsAt: '2026-11-27T06:30:00Z',
  endsAt: '2026-11-27T08:30:00Z',
  mode: 'onsite',
  hallName: '苏溪镇民生议事堂',
  placeName: '苏溪镇',
  state: 'noticed',
  seatsLeft: 12,
  residentSeats: 20,
  hasBegun: false,
  ...more,
});

export const sessions = [
  session(1),
  session(2, {
    title: '老旧小区雨污分流和夏季积水，先改哪几条巷子',
    startsAt: '2026-12-02T01:00:00Z',
    endsAt: '2026-12-02T03:00:00Z',
    hallName: '北苑街道民生议事堂',
    placeName: '北苑街道',
    mode: 'hybrid',
    seatsLeft: 0,
  }),
  session(3, {
    title: '村小放学后没人接的孩子去哪里',
    startsAt: '2026-12-04T06:00:00Z',
    endsAt: '2026-12-04T07:30:00Z',
    hallName: '横店镇民生议事堂',
    placeName: '横店镇',
    seatsLeft: 3,
  }),
];

export const settled: SettledRow[] = [
  {
    id: id(11),
    title: '菜场东门口的窨井盖松动，夜里骑车危险',
    placeName: '义乌市苏溪镇',
    closingClass: 'solved',
    closedAt: '2026-11-18T02:00:00Z',
  },
  {
    id: id(12),
    title: '乡村公交末班车太早，镇上上班的人赶不回',
    placeName: '东阳市横店镇',
    closingClass: 'partly',
    closedAt: '2026-11-16T02:00:00Z',
  },
  {
    id: id(13),
    title: '小区加装电梯，一楼住户不同意',
    placeName: '义乌市北苑街道',
    closingClass: 'disagreed',
    closedAt: '2026-11-12T02:00:00Z',
  },
  {
    id: id(14),
    title: '灌溉渠断水，三十亩晚稻等水',
    placeName: '兰溪市游埠镇',
    closingClass: 'explained',
    closedAt: '2026-11-10T02:00:00Z',
  },
];

export const numbers = [
  { name: 'upcoming' as const, value: 37, href: '/sessions' },
  { name: 'past' as const, value: 612, href: '/sessions?past=1' },
  { name: 'settled' as const, value: 1204, href: '/settled' },
  { name: closingClassNames.solved, value: 873, href: '/settled?as=solved' },
  { name: closingClassNames.partly, value: 141, href: '/settled?as=partly' },
  { name: closingClassNames.disagreed, value: 52, href: '/settled?as=disagreed' },
  { name: closingClassNames.explained, value: 40, href: '/settled?as=explained' },
  { name: closingClassNames.unrated, value: 98, href: '/settled?as=unrated' },
];

export const counties = [
  '婺城区',
  '金东区',
  '武义县',
  '浦江县',
  '磐安县',
  '兰溪市',
  '义乌市',
  '东阳市',
  '永康市',
].map((name, at) => ({
  code: `3307${String(at).padStart(2, '0')}`,
  name,
}));

export const line = (n: number, more: Partial<Line> = {}): Line => ({
  id: id(100 + n),
  lineNo: n,
  suggestion: '胡宅社区主路 14 盏坏路灯全部修好，并装上时控开关',
  kind: 'project',
  unitName: '义乌市综合行政执法局',
  dueOn: '2026-12-20',
  measure: '14 盏灯连续一周天黑后全亮，居民到场看过',
  state: lineWorkflow.states.in_progress.label,
  late: false,
  closedAt: null,
  reportText: null,
  judged: null,
  ...more,
});

export const minutes = {
  summary:
    '到场居民 18 人，委员 4 人。大家认为路灯坏得太久，主要是管护单位不清：主路归市里，支路归社区，坏了互相等。',
  agreed: ['主路 14 盏灯由综合行政执法局一个月内修好。', '支路的灯由社区报镇里，镇里统一委托一家养护。'],
  notAgreed: ['支路电费由谁出没有谈拢：社区希望镇里出，镇里希望用村集体收入，下次再议。'],
  publishedAt: '2026-11-20T01:00:00Z',
  changes: [],
  residentsPresent: 18,
};

export const answers: Answers = {
  key: id(900),
  words:
    '胡宅社区主路的路灯坏了快两个月，有十几盏。天黑以后老人孩子走路看不见，上周有位阿姨在台阶那里崴了脚。希望尽快修好，最好固定有人管。',
  placeTyped: '苏溪镇 胡宅',
  place: { code: '330782105002', name: '胡宅社区居委会', within: '义乌市 苏溪镇' },
  placeWords: '菜场东门口到小学那一段',
  photoIds: [id(801)],
  name: '',
  phone: '139 0000 0000',
  address: '',
};
export const carried = { answers, sealed: 'c2VhbGVk' };

export const matter: MatterContent = {
  receipt: '7K-M3QP-9WXD',
  toldAt: '2026-10-21T03:12:00Z',
  placeName: '义乌市苏溪镇胡宅社区居委会',
  steps: {
    told: { state: 'done', day: '2026-10-21T03:12:00Z' },
    talked: { state: 'done', day: '2026-11-06T06:30:00Z' },
    handled: { state: 'done', day: '2026-11-09T02:00:00Z' },
    judged: { state: 'now', day: '2026-11-20T02:00:00Z' },
  },
  state: issueWorkflow.states.to_rate.label,
  since: '2026-11-20T02:00:00Z',
  next: nextSteps.to_rate,
  turn: { owner: ownerNames.resident, mine: true, dueAt: '2026-12-05T15:59:59Z', late: false },
  acts: ['judge', 'withdraw'],
  words: answers.words,
  placeWords: answers.placeWords,
  photoIds: [id(801)],
  questions: [
    { at: '2026-10-22T01:20:00Z', mine: false, text: '请问坏的是主路还是巷子里的灯？大概几盏？' },
    { at: '2026-10-22T11:02:00Z', mine: true, text: '主路，从菜场数到小学，一共 14 盏不亮。' },
  ],
  sessions: [session(1, { state: 'published' })],
  lines: [{ ...line(1), judgeUntil: '2026-12-05T15:59:59Z' }],
  reply: { class: replyClassNames.solved, text: '11 月 18 日已更换 14 盏灯具并装时控开关，当晚全部点亮。' },
  handOver: null,
  myWords: [],
  history: [
    { seq: 1, at: '2026-10-21T03:12:00Z', label: null, role: ownerNames.resident, unit: '', reason: null },
    {
      at: '2026-10-22T01:20:00Z',
      seq: 2,
      label: issueWorkflow.moves.ask.label,
      role: ownerNames.host,
      unit: '苏溪镇民生议事堂',
      reason: null,
    },
    {
      at: '2026-10-22T11:02:00Z',
      seq: 3,
      label: issueWorkflow.moves.answer.label,
      role: ownerNames.resident,
      unit: '',
      reason: null,
    },
    {
      at: '2026-11-06T08:40:00Z',
      seq: 4,
      label: issueWorkflow.moves.agree.label,
      role: null,
      unit: '',
      reason: null,
    },
    {
      at: '2026-11-19T02:40:00Z',
      seq: 5,
      label: issueWorkflow.moves.return_reply.label,
      role: ownerNames.county_office,
      unit: '义乌市政协办公室',
      reason: '照片里还有两盏没有亮，请补齐。',
    },
  ],
  readings: [
    {
      at: '2026-10-21T06:00:00Z',
      what: 'words',
      role: ownerNames.host,
      unit: '苏溪镇民生议事堂',
      reason: null,
    },
    {
      at: '2026-10-22T01:00:00Z',
      what: 'identity',
      role: ownerNames.host,
      unit: '苏溪镇民生议事堂',
      reason: '需要问清坏灯的位置。',
    },
  ],
  hasContact: true,
  chain: `/chain/${id(11)}`,
  done: null,
};

export const sessionContent = {
  brand: { code: '330702', name: '请你来协商' },
  session: {
    ...session(1),
    number: '330782-2026-0042',
    address: '义乌市苏溪镇阳光大道旁',
    onlineUrl: null,
    cancelReason: null,
  },
  place: suxi,
  topics: [
    {
      id: id(21),
      title: '胡宅社区路灯由谁管、怎么管',
      summary:
        '五位居民反映主路和支路的路灯长期不亮。请管灯的、付电费的、住在那里的人坐到一起，定下来谁修、谁管、多久一次。',
    },
  ],
  members: [
    { id: id(51), name: '虞知远', sector: '经济界', convenes: true },
    { id: id(52), name: '骆青禾', sector: '教育界', convenes: false },
  ],
  units: [{ id: id(61), name: '义乌市综合行政执法局' }],
  moved: [{ at: '2026-11-12T02:00:00Z', why: '管灯的单位那天来不了。' }],
  seatsOpen: true,
};

export const node = (n: number, more: Partial<ChainNode>): ChainNode => ({
  id: id(n),
  kind: 'issue',
  title: null,
  number: null,
  word: 'handled',
  state: { 'zh-CN': '议完公布', en: 'Talked over and published' },
  openedAt: '2026-09-01T01:00:00Z',
  judged: null,
  href: null,
  here: false,
  ...more,
});
