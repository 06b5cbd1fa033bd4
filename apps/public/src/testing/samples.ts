import { lineWorkflow } from '@tongxin/deliberations/rules';
import { closingClassNames, handOvers, issueWorkflow, replyClassNames } from '@tongxin/issues/rules';
import { nextSteps } from '@tongxin/issues/messages';
import { ownerNames } from '@tongxin/matters/rules';
import type { Visit } from '../frame/visit.ts';
import type { Answers } from '../pages/answers.ts';
import type { ChainNode } from '../pages/ChainPage.tsx';
import type { MatterContent } from '../pages/matter-content.ts';
import type { Line, SessionRow, SettledRow } from '../pages/records.ts';
import type { Page } from '../render.tsx';

/** One of each page, with invented content as it looks in a town that has been at it for a year. */

export const visit: Visit = {
  locale: 'zh-CN',
  look: 'normal',
  address: '/',
  city: '金华市',
  demo: true,
  assets: { style: '/assets/style.css', script: '/assets/site.js' },
};

const id = (n: number) => `019ab000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const suxi = { code: '330782105', name: '苏溪镇' };
const yiwu = { code: '330782', name: '义乌市' };

const session = (n: number, more: Partial<SessionRow> = {}): SessionRow => ({
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
  ...more,
});

const sessions = [
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

const settled: SettledRow[] = [
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

const numbers = [
  { name: 'upcoming' as const, value: 37, href: '/sessions' },
  { name: 'past' as const, value: 612, href: '/sessions?past=1' },
  { name: 'settled' as const, value: 1204, href: '/settled' },
  { name: closingClassNames.solved, value: 873, href: '/settled?as=solved' },
  { name: closingClassNames.partly, value: 141, href: '/settled?as=partly' },
  { name: closingClassNames.disagreed, value: 52, href: '/settled?as=disagreed' },
  { name: closingClassNames.explained, value: 40, href: '/settled?as=explained' },
  { name: closingClassNames.unrated, value: 98, href: '/settled?as=unrated' },
];

const counties = [
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

const line = (n: number, more: Partial<Line> = {}): Line => ({
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

const minutes = {
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
const carried = { answers, sealed: 'c2VhbGVk' };

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

const sessionContent = {
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

const node = (n: number, more: Partial<ChainNode>): ChainNode => ({
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

export const samples = {
  home: { page: 'home', content: { place: null, counties, sessions, settled, numbers } },
  homeNear: { page: 'home', content: { place: suxi, counties, sessions: [], settled: [], numbers } },
  find: {
    page: 'find',
    content: {
      typed: '胡宅',
      found: [{ code: '330782105002', name: '胡宅社区居委会', within: '义乌市 苏溪镇' }],
      county: null,
      names: counties,
    },
  },
  findNothing: {
    page: 'find',
    content: {
      typed: '火星村',
      found: [],
      county: yiwu,
      names: [suxi, { code: '330782004', name: '北苑街道' }],
    },
  },
  place: {
    page: 'place',
    content: {
      place: suxi,
      path: [yiwu],
      remembered: false,
      halls: [
        {
          id: id(31),
          name: '苏溪镇民生议事堂',
          address: '苏溪镇阳光大道旁便民服务中心二楼',
          opening: '每周三 14:00–17:00',
        },
      ],
      sessions: sessions.slice(0, 1),
      settled: settled.slice(0, 2),
      numbers,
      inside: [
        { code: '330782105002', name: '胡宅社区居委会' },
        { code: '330782105003', name: '蒋宅社区居委会' },
      ],
      insideAreVillages: true,
      calendar: suxi.code,
    },
  },
  sessions: {
    page: 'sessions',
    content: { place: null, past: false, count: 37, rows: sessions, next: 'x', later: false },
  },
  session: { page: 'session', content: { ...sessionContent, minutes: null, lines: [] } },
  sessionPublished: {
    page: 'session',
    content: {
      ...sessionContent,
      session: { ...sessionContent.session, state: 'published' },
      minutes,
      lines: [
        line(1),
        line(2, {
          state: lineWorkflow.states.closed.label,
          closedAt: '2026-11-19T01:00:00Z',
          suggestion: '支路坏灯由社区报镇里，镇里统一委托养护',
          reportText: '已签养护合同，坏灯三天内到场。',
          judged: { yes: 3, partly: 1, no: 0, silent: 2 },
        }),
        line(3, { late: true }),
      ],
      seatsOpen: false,
    },
  },
  seat: { page: 'seat', content: { session: session(1), seatKey: id(901), faults: {} } },
  seatFaulty: {
    page: 'seat',
    content: { session: session(1, { seatsLeft: 0 }), seatKey: null, faults: { seat: 'deliberations.full' } },
  },
  ticket: {
    page: 'ticket',
    content: { ticket: 'K7M3-QP9W', session: session(1), cancelled: null, givenBack: false },
  },
  findTicket: { page: 'findTicket', content: { ticket: '', faults: {} } },
  settled: {
    page: 'settled',
    content: { place: null, ending: null, count: 1204, rows: settled, next: null, later: true },
  },
  case: {
    page: 'case',
    content: {
      matter: {
        ...settled[2]!,
        text: '一栋楼的住户想加装电梯，一楼住户担心采光和噪声，两年没有谈成。',
        outcome: '议事会请设计院给出贴墙方案，二楼以上同意，一楼仍不同意，暂不施工。',
        publishedAt: '2026-11-13T02:00:00Z',
        change: null,
      },
      place: { code: '330782004', name: '北苑街道' },
    },
  },
  chain: {
    page: 'chain',
    content: {
      back: `/settled/${id(11)}`,
      mine: false,
      joined: [
        { kind: 'taken_into', fromId: id(41), toId: id(43) },
        { kind: 'taken_into', fromId: id(42), toId: id(43) },
        { kind: 'talked_at', fromId: id(43), toId: id(1) },
        { kind: 'outcome_of', fromId: id(101), toId: id(1) },
        { kind: 'answers', fromId: id(101), toId: id(41) },
      ],
      nodes: [
        node(41, {
          title: '菜场东门口的窨井盖松动',
          word: 'judged',
          state: issueWorkflow.states.closed.label,
          href: `/settled/${id(11)}`,
          here: true,
        }),
        node(42, {
          word: 'handled',
          state: issueWorkflow.states.in_hand.label,
          openedAt: '2026-09-03T01:00:00Z',
        }),
        node(43, {
          kind: 'topic',
          title: '菜场周边行路安全',
          number: 'T330782-2026-0007',
          openedAt: '2026-09-05T01:00:00Z',
        }),
        node(1, {
          kind: 'session',
          title: '菜场周边行路安全议事会',
          number: '330782-2026-0031',
          openedAt: '2026-09-12T01:00:00Z',
          href: `/sessions/${id(1)}`,
        }),
        node(101, {
          kind: 'outcome_line',
          title: '东门口 6 处窨井盖换成防沉降井盖',
          number: '330782-2026-0031-01',
          word: 'judged',
          state: lineWorkflow.states.closed.label,
          openedAt: '2026-09-20T01:00:00Z',
          judged: { yes: 4, partly: 0, no: 0, silent: 1 },
        }),
      ],
    },
  },
  about: { page: 'about', content: {} },
  privacy: { page: 'plain', content: { page: 'privacy' } },
  accessibility: { page: 'plain', content: { page: 'accessibility' } },
  notFound: { page: 'problem', content: { problem: 'notFound', code: null, requestId: null } },
  broken: { page: 'problem', content: { problem: 'broken', code: null, requestId: id(999) } },
  refused: {
    page: 'problem',
    content: { problem: 'refused', code: 'issues.reopened_before', requestId: null },
  },
  tellWhat: {
    page: 'tellWhat',
    content: {
      ...carried,
      answers: { ...answers, place: null, photoIds: [], words: '', placeTyped: '', placeWords: '' },
      faults: {},
    },
  },
  tellWhatFaulty: {
    page: 'tellWhat',
    content: {
      ...carried,
      answers: { ...answers, words: '灯坏', place: null, placeTyped: '' },
      faults: { words: 'issues.words_short', place: 'place' },
    },
  },
  tellPlace: {
    page: 'tellPlace',
    content: {
      ...carried,
      answers: { ...answers, placeTyped: '胡宅' },
      found: [
        { code: '330782105002', name: '胡宅社区居委会', within: '义乌市 苏溪镇' },
        { code: '330726100210', name: '胡宅村村委会', within: '浦江县 黄宅镇' },
      ],
      inside: null,
      names: counties.map((county) => ({ ...county, opens: true })),
      faults: {},
    },
  },
  tellPlaceInside: {
    page: 'tellPlace',
    content: {
      ...carried,
      found: [],
      inside: suxi,
      names: [{ code: '330782105002', name: '胡宅社区居委会', opens: false }],
      faults: {},
    },
  },
  tellEmergency: { page: 'tellEmergency', content: { ...carried, hotlines: ['119', '120'] } },
  tellContact: { page: 'tellContact', content: { ...carried, faults: {} } },
  tellCheck: { page: 'tellCheck', content: { ...carried, faults: {} } },
  tellReceipt: {
    page: 'tellReceipt',
    content: {
      receipt: '7K-M3QP-9WXD',
      pin: '408215',
      toldAt: '2026-11-21T05:20:00Z',
      placeName: '义乌市 苏溪镇 胡宅社区居委会',
      townshipName: '苏溪镇',
      followAddress: 'tongxin.example/follow',
    },
  },
  follow: { page: 'follow', content: { receipt: '', faults: {}, because: null } },
  followFaulty: {
    page: 'follow',
    content: { receipt: '7K-M3QP', faults: { receipt: 'issues.receipt_or_pin' }, because: null },
  },
  matter: { page: 'matter', content: matter },
  matterDiverted: {
    page: 'matter',
    content: {
      ...matter,
      steps: {
        told: { state: 'now', day: '2026-11-20T02:00:00Z' },
        talked: { state: 'ahead', day: null },
        handled: { state: 'ahead', day: null },
        judged: { state: 'ahead', day: null },
      },
      state: issueWorkflow.states.diverted.label,
      next: nextSteps.diverted,
      turn: null,
      acts: ['bounce'],
      sessions: [],
      lines: [],
      reply: null,
      handOver: { ...handOvers.hotline, words: answers.words },
      readings: [],
      hasContact: false,
      chain: null,
      done: 'answer',
    },
  },
  judge: {
    page: 'judge',
    content: {
      lineId: null,
      about: matter.reply!.text,
      solved: '',
      stars: '',
      words: '',
      formKey: id(902),
      faults: {},
    },
  },
  judgeFaulty: {
    page: 'judge',
    content: {
      lineId: id(101),
      about: line(1).suggestion,
      solved: 'partly',
      stars: '',
      words: '还差两盏',
      formKey: id(902),
      faults: { stars: 'issues.stars' },
    },
  },
  answer: {
    page: 'words',
    content: {
      act: 'answer',
      question: '请问坏的是主路还是巷子里的灯？',
      words: '',
      formKey: id(903),
      faults: {},
    },
  },
  reopen: {
    page: 'words',
    content: { act: 'reopen', question: null, words: '', formKey: id(903), faults: {} },
  },
  bounce: {
    page: 'words',
    content: {
      act: 'bounce',
      question: null,
      words: '',
      formKey: id(903),
      faults: { text: 'issues.answer_short' },
    },
  },
  withdraw: { page: 'confirm', content: { act: 'withdraw', formKey: id(904), faults: {} } },
  erase: { page: 'confirm', content: { act: 'erase', formKey: id(904), faults: {} } },
  review: { page: 'confirm', content: { act: 'askReview', formKey: id(904), faults: {} } },
} satisfies Record<string, Page>;
