import { linkOptions } from '@tanstack/react-router';
import type { MatterKind } from '@tongxin/matters/rules';

type Period = { place?: string; period?: string; from?: string };

/** A link to every screen: `<Link {...paths.issue(id)}>`. */
export const paths = {
  signIn: (then?: string) => linkOptions({ to: '/sign-in', search: { then } }),
  authenticator: () => linkOptions({ to: '/authenticator' }),
  outbox: () => linkOptions({ to: '/outbox' }),
  home: (kind?: string) => linkOptions({ to: '/', search: { kind } }),
  notices: () => linkOptions({ to: '/notices' }),
  issues: (search: { state?: string; place?: string } = {}) => linkOptions({ to: '/issues', search }),
  newIssue: () => linkOptions({ to: '/issues/new' }),
  issue: (id: string) => linkOptions({ to: '/issues/$id', params: { id } }),
  broughtIn: () => linkOptions({ to: '/brought-in' }),
  broughtInMatter: (id: string) => linkOptions({ to: '/brought-in/$id', params: { id } }),
  handlingCopy: (id: string) => linkOptions({ to: '/issues/$id/handling-copy', params: { id } }),
  handOver: (id: string) => linkOptions({ to: '/issues/$id/hand-over', params: { id } }),
  topics: (search: { state?: string; place?: string } = {}) => linkOptions({ to: '/topics', search }),
  newTopic: (issueIds: readonly string[] = []) =>
    linkOptions({ to: '/topics/new', search: { issues: issueIds.join(',') || undefined } }),
  topic: (id: string) => linkOptions({ to: '/topics/$id', params: { id } }),
  sessions: (search: { when?: string; place?: string } = {}) => linkOptions({ to: '/sessions', search }),
  newSession: (topicIds: readonly string[] = []) =>
    linkOptions({ to: '/sessions/new', search: { topics: topicIds.join(',') || undefined } }),
  session: (id: string, search: { ahead?: string } = {}) =>
    linkOptions({ to: '/sessions/$id', params: { id }, search }),
  method: (place?: string) => linkOptions({ to: '/method', search: { place } }),
  runSheet: (id: string) => linkOptions({ to: '/sessions/$id/run-sheet', params: { id } }),
  afterSession: (id: string) => linkOptions({ to: '/sessions/$id/afterwards', params: { id } }),
  events: (search: { when?: string; place?: string; category?: string; kind?: string } = {}) =>
    linkOptions({ to: '/events', search }),
  newEvent: (search: { of?: string; like?: string } = {}) => linkOptions({ to: '/events/new', search }),
  eventKinds: () => linkOptions({ to: '/events/kinds' }),
  askedOfUnits: () => linkOptions({ to: '/events/asked' }),
  invitation: (id: string) => linkOptions({ to: '/events/$id/invitation', params: { id } }),
  signInSheet: (id: string) => linkOptions({ to: '/events/$id/sign-in-sheet', params: { id } }),
  week: (id: string) => linkOptions({ to: '/events/$id/week', params: { id } }),
  event: (id: string) => linkOptions({ to: '/events/$id', params: { id } }),
  door: (id: string) => linkOptions({ to: '/door/$id', params: { id } }),
  leads: (search: { show?: string; event?: string } = {}) => linkOptions({ to: '/leads', search }),
  newLead: (event?: string) => linkOptions({ to: '/leads/new', search: { event } }),
  lead: (id: string) => linkOptions({ to: '/leads/$id', params: { id } }),
  villageOrders: (search: { state?: string; service?: string } = {}) =>
    linkOptions({ to: '/village-orders', search }),
  newVillageOrder: (offer?: string) => linkOptions({ to: '/village-orders/new', search: { offer } }),
  villageOrder: (id: string) => linkOptions({ to: '/village-orders/$id', params: { id } }),
  menu: () => linkOptions({ to: '/menu' }),
  lines: (search: { state?: string; place?: string } = {}) => linkOptions({ to: '/lines', search }),
  line: (id: string) => linkOptions({ to: '/lines/$id', params: { id } }),
  platforms: (search: { place?: string; role?: string; show?: string; own?: string } = {}) =>
    linkOptions({ to: '/platforms', search }),
  newPlatform: () => linkOptions({ to: '/platforms/new' }),
  platform: (id: string) => linkOptions({ to: '/platforms/$id', params: { id } }),
  editPlatform: (id: string) => linkOptions({ to: '/platforms/$id/edit', params: { id } }),
  siteRecords: ({ id, ...search }: { id: string; of: string; from: string; until: string }) =>
    linkOptions({ to: '/platforms/$id/records', params: { id }, search }),
  coverage: (search: { place?: string } = {}) => linkOptions({ to: '/coverage', search }),
  coverageHalls: (search: { place?: string; covered?: string }) =>
    linkOptions({ to: '/coverage/halls', search }),
  placements: (search: { place?: string; show?: string } = {}) => linkOptions({ to: '/placements', search }),
  rotas: (search: { site?: string; month?: string } = {}) => linkOptions({ to: '/rotas', search }),
  newRota: (site?: string) => linkOptions({ to: '/rotas/new', search: { site } }),
  turn: (id: string) => linkOptions({ to: '/rotas/$id', params: { id } }),
  receive: (id: string) => linkOptions({ to: '/rotas/$id/receive', params: { id } }),
  experts: (search: { show?: string; state?: string } = {}) => linkOptions({ to: '/experts', search }),
  newExpertRequest: (about?: string) => linkOptions({ to: '/experts/new', search: { about } }),
  expertRequest: (id: string) => linkOptions({ to: '/experts/$id', params: { id } }),
  expertTeams: () => linkOptions({ to: '/expert-teams' }),
  expertTeam: (id: string) => linkOptions({ to: '/expert-teams/$id', params: { id } }),
  visits: (search: { state?: string } = {}) => linkOptions({ to: '/visits', search }),
  newVisit: (member?: string) => linkOptions({ to: '/visits/new', search: { member } }),
  visit: (id: string) => linkOptions({ to: '/visits/$id', params: { id } }),
  members: (search: { search?: string; committee?: string; sector?: string } = {}) =>
    linkOptions({ to: '/members', search }),
  member: (id: string) => linkOptions({ to: '/members/$id', params: { id } }),
  memberRecord: (id: string, search: { year?: string; category?: string; state?: string } = {}) =>
    linkOptions({ to: '/members/$id/record', params: { id }, search }),
  objection: (id: string) => linkOptions({ to: '/objections/$id', params: { id } }),
  sectors: (committee?: string) => linkOptions({ to: '/sectors', search: { committee } }),
  groups: (committee?: string) => linkOptions({ to: '/groups', search: { committee } }),
  group: (id: string) => linkOptions({ to: '/groups/$id', params: { id } }),
  owed: (search: { committee?: string | undefined; show?: string | undefined } = {}) =>
    linkOptions({ to: '/owed', search }),
  training: (search: { committee?: string | undefined; group?: string | undefined } = {}) =>
    linkOptions({ to: '/training', search }),
  quiet: (search: { committee?: string | undefined; from?: string; until?: string } = {}) =>
    linkOptions({ to: '/quiet', search }),
  villages: (search: { place?: string; only?: string } = {}) => linkOptions({ to: '/villages', search }),
  organisations: (search: { place?: string; kind?: string } = {}) =>
    linkOptions({ to: '/organisations', search }),
  organisation: (id: string) => linkOptions({ to: '/organisations/$id', params: { id } }),
  importList: (kind: 'members' | 'organisations', open?: string) =>
    linkOptions({ to: '/imports/$kind', params: { kind }, search: { open } }),
  reports: (search: Period = {}) => linkOptions({ to: '/reports', search }),
  behindNumber: (search: Period & { measure: string }) => linkOptions({ to: '/reports/list', search }),
  chain: (id: string) => linkOptions({ to: '/chain/$id', params: { id } }),
  journal: (matter?: string) => linkOptions({ to: '/journal', search: { matter } }),
  me: () => linkOptions({ to: '/me' }),
  accounts: (search: { search?: string; role?: string } = {}) => linkOptions({ to: '/accounts', search }),
  account: (id: string) => linkOptions({ to: '/accounts/$id', params: { id } }),
};

/** The page of a matter of any kind. */
export function pathOfMatter(kind: MatterKind, id: string) {
  const pages = {
    issue: paths.issue,
    topic: paths.topic,
    session: paths.session,
    outcome_line: paths.line,
    event: paths.event,
    turn: paths.turn,
    expert_request: paths.expertRequest,
    member_visit: paths.visit,
    record_objection: paths.objection,
    lead: paths.lead,
    village_order: paths.villageOrder,
  };
  return pages[kind](id);
}
