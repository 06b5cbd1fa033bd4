const id = '01890000-0000-7000-8000-000000000001';
const at = '2026-11-20T08:00:00Z';
const period = { kind: 'year', from: '2026-01-01' };
const rota = {
  platformId: id,
  onHoliday: 'leave_out',
  from: '2026-11-23',
  until: '2026-12-31',
  startTime: '09:00',
  endTime: '11:30',
  perTurn: 2,
  people: [{ memberId: id, away: [] }],
};

/** Valid inputs beside the samples, so that every optional part of a form is there once: the later pages of lists. */
export const furtherInputs: Readonly<Record<string, unknown>> = {
  'accounts.list': { after: { name: '演示', id } },
  'accounts.create': {
    name: '新来的人',
    divisionCode: '330702001',
    username: 'newcomer',
    password: 'a long enough password',
    reason: '到岗',
  },
  'matters.openItems': { kind: 'issue', after: { dueAt: at, id } },
  'notices.list': { after: { at, id } },
  'members.list': { after: { name: '委员', id } },
  'platforms.list': {
    placeCode: '330702',
    demonstration: true,
    own: true,
    closed: true,
    after: { placeCode: '330702001', name: '民生议事堂', id },
  },
  'platforms.placements': { divisionCode: '330702', after: { name: '委员', id } },
  'platforms.unplaced': { divisionCode: '330702', after: { name: '委员', id } },
  'events.list': { when: 'held', kindId: id, siteId: id, after: { startsAt: at, id } },
  'events.open': { when: 'held', platformId: id, after: { startsAt: at, id } },
  'events.asked': { after: { startsAt: at, id } },
  'events.askedOfUnits': { after: { startsAt: at, id } },
  'deliberations.sessions.count': { when: 'past', platformId: id },
  'issues.list': { after: { openedAt: at, id } },
  'issues.listAssigned': { after: { openedAt: at, id } },
  'issues.listSettled': { after: { closedAt: at, id } },
  'deliberations.methods.sessions': { divisionCode: '330702', after: { startsAt: at, id } },
  'deliberations.topics.list': { after: { openedAt: at, id } },
  'deliberations.topics.acceptedIssues': { divisionCode: '330702001', after: { openedAt: at, id } },
  'deliberations.sessions.list': { when: 'past', platformId: id, after: { startsAt: at, id } },
  'deliberations.lines.list': { state: 'closed', after: { at, id } },
  'reports.coverageHalls': {
    divisionCode: '330702',
    covered: true,
    after: { placeCode: '330702001', name: '民生议事堂', id },
  },
  'rotas.mine': { when: 'past', after: { startsAt: at, id } },
  'rotas.list': { divisionCode: '330702', state: 'planned', when: 'upcoming', after: { startsAt: at, id } },
  'rotas.preview': {
    ...rota,
    pattern: { kind: 'weekday_of_month', nth: 5, weekday: 4 },
    people: [{ memberId: id, away: [{ from: '2026-11-25', until: '2026-11-30' }] }],
  },
  'rotas.make': { ...rota, pattern: { kind: 'days_of_month', days: [10, 20] }, key: id },
  'reports.open': {
    measure: 'received',
    divisionCode: '330702001',
    period,
    after: { at, matterId: id, seq: 1 },
  },
};
