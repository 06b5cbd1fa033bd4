import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { links } from '@tongxin/public/links';
import { expect, it } from 'vitest';
import { pathOfMatter, paths } from './paths.ts';
import { router } from './routes.tsx';

const href = (link: object) =>
  router.buildLocation(link as Parameters<typeof router.buildLocation>[0]).publicHref;

it('every link leads to its address', () => {
  const links = Object.fromEntries(
    Object.entries(paths).map(([name, make]) => [
      name,
      href((make as (id?: unknown) => object)(samples[name])),
    ]),
  );
  expect(links).toMatchInlineSnapshot(`
    {
      "account": "/admin/accounts/1",
      "accounts": "/admin/accounts?search=%E6%9E%97&role=host",
      "afterSession": "/admin/sessions/1/afterwards",
      "askedOfUnits": "/admin/events/asked",
      "authenticator": "/admin/authenticator",
      "behindNumber": "/admin/reports/list?measure=received&place=330702&period=month&from=2026-11",
      "broughtIn": "/admin/brought-in",
      "broughtInMatter": "/admin/brought-in/1",
      "chain": "/admin/chain/1",
      "coverage": "/admin/coverage?place=330702",
      "coverageHalls": "/admin/coverage/halls?place=330702&covered=no",
      "door": "/admin/door/1",
      "editPlatform": "/admin/platforms/1/edit",
      "event": "/admin/events/1",
      "eventKinds": "/admin/events/kinds",
      "events": "/admin/events?when=past&place=330702&category=study",
      "expertRequest": "/admin/experts/1",
      "expertTeam": "/admin/expert-teams/1",
      "expertTeams": "/admin/expert-teams",
      "experts": "/admin/experts?show=mine&state=matched",
      "group": "/admin/groups/1",
      "groups": "/admin/groups?committee=330702",
      "handOver": "/admin/issues/1/hand-over",
      "handlingCopy": "/admin/issues/1/handling-copy",
      "home": "/admin/?kind=issue",
      "importList": "/admin/imports/members",
      "invitation": "/admin/events/1/invitation",
      "issue": "/admin/issues/1",
      "issues": "/admin/issues?state=received&place=330702001",
      "journal": "/admin/journal?matter=4",
      "lead": "/admin/leads/1",
      "leads": "/admin/leads?show=ended&event=6",
      "line": "/admin/lines/1",
      "lines": "/admin/lines?state=assigned",
      "me": "/admin/me",
      "member": "/admin/members/1",
      "memberRecord": "/admin/members/1/record",
      "members": "/admin/members?search=%E6%9E%97&committee=330702&sector=22",
      "menu": "/admin/menu",
      "method": "/admin/method",
      "newEvent": "/admin/events/new?of=5&like=6",
      "newExpertRequest": "/admin/experts/new?about=6",
      "newIssue": "/admin/issues/new",
      "newLead": "/admin/leads/new?event=6",
      "newPlatform": "/admin/platforms/new",
      "newRota": "/admin/rotas/new?site=2",
      "newSession": "/admin/sessions/new?topics=3",
      "newTopic": "/admin/topics/new?issues=1%2C2",
      "newVillageOrder": "/admin/village-orders/new?offer=6",
      "newVisit": "/admin/visits/new?member=7",
      "notices": "/admin/notices",
      "objection": "/admin/objections/1",
      "organisation": "/admin/organisations/1",
      "organisations": "/admin/organisations?place=330702&kind=department",
      "outbox": "/admin/outbox",
      "owed": "/admin/owed?committee=330702&show=done",
      "placements": "/admin/placements?place=330702&show=unplaced",
      "platform": "/admin/platforms/1",
      "platforms": "/admin/platforms?place=330702&role=hall&show=open",
      "quiet": "/admin/quiet?committee=330702&from=2026-01-01&until=2026-06-30",
      "receive": "/admin/rotas/1/receive",
      "reports": "/admin/reports?place=330702&period=month&from=2026-11",
      "rotas": "/admin/rotas?site=2&month=2026-11",
      "runSheet": "/admin/sessions/1/run-sheet",
      "sectors": "/admin/sectors?committee=330702",
      "session": "/admin/sessions/1",
      "sessions": "/admin/sessions?when=past",
      "signIn": "/admin/sign-in?then=%2Fissues%2F1",
      "signInSheet": "/admin/events/1/sign-in-sheet",
      "siteRecords": "/admin/platforms/1/records?of=visitors&from=2026-01-01&until=2026-12-31",
      "topic": "/admin/topics/1",
      "topics": "/admin/topics?state=collected",
      "training": "/admin/training?committee=330702&group=none",
      "turn": "/admin/rotas/1",
      "villageOrder": "/admin/village-orders/1",
      "villageOrders": "/admin/village-orders?state=asked&service=health",
      "villages": "/admin/villages?place=330702&only=without",
      "visit": "/admin/visits/1",
      "visits": "/admin/visits?state=visited",
      "week": "/admin/events/1/week",
    }
  `);
});

it('a matter of each kind has a page', () => {
  const kinds = [
    'issue',
    'topic',
    'session',
    'outcome_line',
    'turn',
    'expert_request',
    'member_visit',
    'record_objection',
  ] as const;
  expect(kinds.map((kind) => href(pathOfMatter(kind, '1')))).toEqual([
    '/admin/issues/1',
    '/admin/topics/1',
    '/admin/sessions/1',
    '/admin/lines/1',
    '/admin/rotas/1',
    '/admin/experts/1',
    '/admin/visits/1',
    '/admin/objections/1',
  ]);
});

const samples: Record<string, unknown> = {
  signIn: '/issues/1',
  home: 'issue',
  issues: { state: 'received', place: '330702001' },
  topics: { state: 'collected' },
  newTopic: ['1', '2'],
  sessions: { when: 'past' },
  newSession: ['3'],
  lines: { state: 'assigned' },
  rotas: { site: '2', month: '2026-11' },
  events: { when: 'past', place: '330702', category: 'study' },
  newEvent: { of: '5', like: '6' },
  experts: { show: 'mine', state: 'matched' },
  newExpertRequest: '6',
  visits: { state: 'visited' },
  newVisit: '7',
  leads: { show: 'ended', event: '6' },
  newLead: '6',
  villageOrders: { state: 'asked', service: 'health' },
  newVillageOrder: '6',
  newRota: '2',
  reports: { place: '330702', period: 'month', from: '2026-11' },
  behindNumber: { measure: 'received', place: '330702', period: 'month', from: '2026-11' },
  platforms: { place: '330702', role: 'hall', show: 'open' },
  siteRecords: { id: '1', of: 'visitors', from: '2026-01-01', until: '2026-12-31' },
  coverage: { place: '330702' },
  coverageHalls: { place: '330702', covered: 'no' },
  placements: { place: '330702', show: 'unplaced' },
  journal: '4',
  members: { search: '林', committee: '330702', sector: '22' },
  sectors: '330702',
  groups: '330702',
  training: { committee: '330702', group: 'none' },
  quiet: { committee: '330702', from: '2026-01-01', until: '2026-06-30' },
  owed: { committee: '330702', show: 'done' },
  villages: { place: '330702', only: 'without' },
  organisations: { place: '330702', kind: 'department' },
  importList: 'members',
  accounts: { search: '林', role: 'host' },
  ...Object.fromEntries(
    [
      'issue',
      'lead',
      'villageOrder',
      'broughtInMatter',
      'handlingCopy',
      'handOver',
      'topic',
      'session',
      'runSheet',
      'afterSession',
      'line',
      'turn',
      'event',
      'invitation',
      'signInSheet',
      'week',
      'door',
      'receive',
      'expertRequest',
      'expertTeam',
      'visit',
      'objection',
      'chain',
      'account',
      'platform',
      'editPlatform',
      'member',
      'memberRecord',
      'group',
      'organisation',
    ].map((name) => [name, '1']),
  ),
};

it('addresses outside this app come from those who serve them, so that each opens a real page', () => {
  const written = globSync('**/*.tsx', { cwd: import.meta.dirname }).flatMap((file) => {
    const text = readFileSync(join(import.meta.dirname, file), 'utf8');
    return [...text.matchAll(/\b(?:href|src|action)=\{?["'`](\/[^"'`?]*)/g)].map(([, path = '']) => path);
  });
  expect(written).toEqual([]);
  const id = '019ab000-0000-7000-8000-000000000001';
  expect([links.session(id), links.sessionCalendar(id), links.photo(id, 'small')]).toEqual([
    `/sessions/${id}`,
    `/sessions/${id}.ics`,
    `/files/${id}/small`,
  ]);
});
