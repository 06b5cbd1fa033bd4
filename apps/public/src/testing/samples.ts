export { visit } from './sample-records.ts';
import { eventSamples } from './event-samples.ts';
import { sites, siteSamples } from './site-samples.ts';
import { tellSamples } from './tell-samples.ts';
import { lineWorkflow } from '@tongxin/deliberations/rules';
import { handOvers, issueWorkflow } from '@tongxin/issues/rules';
import { nextSteps } from '@tongxin/issues/messages';
import type { Page } from '../render.tsx';
import {
  id,
  suxi,
  yiwu,
  session,
  sessions,
  settled,
  numbers,
  counties,
  line,
  minutes,
  matter,
  answers,
  sessionContent,
  node,
} from './sample-records.ts';

export const samples = {
  home: { page: 'home', content: { place: null, counties, sites: [], sessions, settled, numbers } },
  homeNear: { page: 'home', content: { place: suxi, counties, sites, sessions: [], settled: [], numbers } },
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
      member: null,
      sites,
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
  village: {
    page: 'place',
    content: {
      place: { code: '330782105002', name: '胡宅社区居委会' },
      path: [yiwu, suxi],
      remembered: true,
      member: { name: '陈晓明', dutyTitle: '苏溪镇某小学教师', code: '7KM2QF9XTB' },
      sites: sites.slice(0, 1),
      sessions: [],
      settled: [],
      numbers: [],
      inside: [],
      insideAreVillages: false,
      calendar: suxi.code,
    },
  },
  ...eventSamples,
  ...siteSamples,
  sessions: {
    page: 'sessions',
    content: { place: null, past: false, count: 37, rows: sessions, next: 'x', later: false },
  },
  brand: {
    page: 'brand',
    content: {
      place: { code: '330702', name: '婺城区' },
      brand: '请你来协商',
      lead: '有事大家一起商量。',
      rows: [
        { ...session(1), lines: 0, closedLines: 0 },
        { ...session(2, { state: 'published' }), lines: 3, closedLines: 2 },
      ],
      next: 'eyJ',
      later: false,
    },
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
  ...tellSamples,
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
