import { afterSession } from '@tongxin/deliberations/testing';
import type { Fixture } from '../fixture.ts';
import { countyMethod } from '../fixture/talks.ts';
import { key, type Sample, type Samples } from './sample.ts';

const reason = '参会人员另有安排。';
const time = { startsAt: '2026-12-07T09:00:00+08:00', endsAt: '2026-12-07T11:00:00+08:00' };
const points = {
  agreed: [{ text: '更换路灯。' }],
  notAgreed: [{ text: '是否加装监控。' }],
  summary: '议了路灯的事。',
};
const now = afterSession;
const { after: _first, ...method } = countyMethod;
const codedSteps = Object.fromEntries(
  Object.entries(method.steps).map(([stage, { place }]) => [stage, { name: `STEP-${place}`, place }]),
);

const lineFor = ({ talks, town }: Fixture) => ({
  topicId: talks.held.topicId,
  suggestion: '更换三盏路灯。',
  kind: 'project',
  unitId: town.department.id,
  dueOn: '2027-01-15',
  measure: '连续一周亮灯。',
});

/** A call about the session that was held and is being written up. */
const onHeld = ({ talks }: Fixture, more: Record<string, unknown>): Sample => ({
  input: { id: talks.held.id, ...more },
  about: talks.held.id,
  now,
});

/** A call about a session as everybody reads it. */
const onNoticed = ({ talks }: Fixture, more: Record<string, unknown> = {}): Sample => ({
  input: { id: talks.noticed, ...more },
  about: talks.noticed,
});

export const talkSamples: Samples = {
  'deliberations.topics.list': ({ talks }) => ({
    input: { divisionCode: '330702001', state: 'collected' },
    sees: talks.collected,
  }),
  'deliberations.topics.get': ({ talks }) => ({ input: { id: talks.collected }, sees: talks.collected }),
  'deliberations.topics.acceptedIssues': ({ talks }) => ({
    input: { divisionCode: '330702001' },
    sees: talks.accepted[0]!,
  }),
  'deliberations.topics.create': ({ talks }) => ({
    input: {
      issueIds: talks.accepted,
      title: '停车怎么办',
      summary: '议一议停车。',
      source: 'resident',
      confirmed: [],
    },
  }),
  'deliberations.topics.addIssues': ({ talks }) => ({
    input: { topicId: talks.collected, issueIds: talks.accepted },
  }),
  'deliberations.topics.removeIssue': ({ talks: { withTwo } }) => ({
    input: { topicId: withTwo.id, issueId: withTwo.issueIds[0]!, reason },
  }),
  'deliberations.topics.drop': ({ talks }) => ({ input: { topicId: talks.collected, reason } }),

  'deliberations.topics.research': ({ talks }) => ({
    input: { topicId: talks.collected, onDay: '2026-11-18', way: 'visit', words: '看了现场。', key: key() },
  }),

  'deliberations.methods.get': () => ({ input: { divisionCode: '330702' }, sees: method.brand }),
  'deliberations.methods.history': () => ({ input: { divisionCode: '330702' }, sees: method.brand }),
  'deliberations.methods.sessions': ({ talks }) => ({
    input: { divisionCode: '330702' },
    sees: talks.noticed,
  }),
  // Short names as codes: variants change free text, and ten short names of free text are seldom all short enough.
  'deliberations.methods.save': () => ({
    input: { ...method, after: 1, fixedSeats: ['A', 'B'], steps: codedSteps },
  }),

  'deliberations.sessions.list': ({ talks }) => ({
    input: { divisionCode: '330702', when: 'upcoming' },
    sees: talks.noticed,
  }),
  'deliberations.sessions.count': () => ({ input: { divisionCode: '330702', when: 'upcoming' } }),
  'deliberations.sessions.mine': ({ invited }) => ({ input: { when: 'upcoming' }, sees: invited }),
  'deliberations.sessions.near': ({ talks }) => ({
    input: { divisionCode: '330702001001' },
    sees: talks.noticed,
  }),
  'deliberations.sessions.get': (f) => ({ ...onNoticed(f), sees: f.talks.noticed }),
  'deliberations.sessions.get#held': (f) => ({ ...onHeld(f, {}), sees: f.talks.held.id }),
  'deliberations.sessions.freeSlots': ({ hall }) => ({
    input: { platformId: hall.hallId, convenorId: hall.convenorId, memberIds: [hall.memberId], ...time },
    sees: 'startsAt',
  }),
  'deliberations.sessions.schedule': ({ hall, talks, town }) => ({
    input: {
      platformId: hall.hallId,
      topicIds: [talks.collected],
      ...time,
      mode: 'hybrid',
      onlineUrl: 'https://meet.example.org/1',
      convenorId: hall.convenorId,
      memberIds: [hall.memberId],
      organisationIds: [town.department.id],
      residentSeats: 10,
      key: key(),
    },
  }),
  'deliberations.sessions.postpone': (f) => onNoticed(f, { ...time, reason }),
  'deliberations.sessions.cancel': (f) => onNoticed(f, { reason }),
  'deliberations.sessions.takeSeat': ({ talks }) => ({
    input: { sessionId: talks.noticed, key: key() },
    sees: 'ticket',
  }),
  'deliberations.sessions.seat': ({ talks }) => ({ input: { ticket: talks.ticket }, sees: talks.noticed }),
  'deliberations.sessions.giveBackSeat': ({ talks }) => ({ input: { ticket: talks.ticket } }),
  'deliberations.sessions.runSheet': (f) => ({ ...onNoticed(f), sees: f.talks.ticket }),
  'deliberations.sessions.hold': (f) => ({
    ...onNoticed(f, {
      attendance: f.talks.attendance,
      residentsPresent: 7,
      tickets: [f.talks.ticket],
    }),
    now,
  }),
  'deliberations.sessions.draft': (f) => ({ ...onHeld(f, {}), sees: '现场' }),
  'deliberations.sessions.saveMinutes': (f) => onHeld(f, points),
  'deliberations.sessions.checkRedaction': (f) => ({
    ...onHeld(f, { lines: [lineFor(f)] }),
    sees: 'findings',
  }),
  'deliberations.sessions.publish': (f) => onHeld(f, { lines: [lineFor(f)], withoutLine: [], confirmed: [] }),
  'deliberations.sessions.correctMinutes': ({ talks }) => ({
    input: { id: talks.published, ...points, reason: '更正一处笔误', confirmed: [] },
    now,
  }),
};

type Line = keyof Fixture['lines'];
const onLine = ({ lines }: Fixture, line: Line, more: Record<string, unknown> = {}): Sample => ({
  input: { id: lines[line].lineId, ...more },
  about: lines[line].issueIds[0]!,
  now,
});

export const lineSamples: Samples = {
  'deliberations.lines.list': (f) => ({
    input: { unitId: f.town.department.id, divisionCode: '330702', state: 'assigned' },
    sees: f.lines.assigned.lineId,
    now,
  }),
  // What everybody reads is public; the desk is for those who work with it.
  'deliberations.lines.get': (f) => ({ ...onLine(f, 'assigned'), sees: '"desk":{' }),
  'deliberations.lines.ofIssue': ({ lines: { judged } }) => ({
    input: { id: judged.issueIds[0]! },
    about: judged.issueIds[0]!,
    sees: judged.lineId,
    now,
  }),
  'deliberations.lines.ofMine': ({ lines: { judged } }) => ({
    about: judged.issueIds[0]!,
    sees: judged.lineId,
    now,
  }),
  'deliberations.lines.accept': (f) => onLine(f, 'assigned', { planDue: '2027-01-05' }),
  'deliberations.lines.contest': (f) =>
    onLine(f, 'assigned', { reason, suggestedUnitId: f.town.otherDepartment.id }),
  'deliberations.lines.reassign': (f) =>
    onLine(f, 'contested', { unitId: f.town.otherDepartment.id, reason, dueOn: '2027-02-01' }),
  'deliberations.lines.notAdopt': (f) => onLine(f, 'contested', { reason }),
  'deliberations.lines.noteProgress': (f) =>
    onLine(f, 'inProgress', { text: '材料已经进场。', confirmed: [] }),
  'deliberations.lines.extend': (f) => onLine(f, 'inProgress', { dueOn: '2027-03-01', reason }),
  'deliberations.lines.reportDone': (f) =>
    onLine(f, 'inProgress', { class: 'solved', text: '三盏灯都换好了。', photoIds: [], confirmed: [] }),
  'deliberations.lines.verify': (f) => onLine(f, 'reportedDone', { publicPhotoIds: [] }),
  'deliberations.lines.sendBack': (f) => onLine(f, 'reportedDone', { reason }),
  'deliberations.lines.close': (f) => onLine(f, 'judged'),
  'deliberations.lines.judge': ({ lines: { asking } }) => ({
    input: { lineId: asking.lineId, key: key(), solved: 'partly', stars: 3, words: '还差一盏。' },
    about: asking.issueIds[0]!,
    now,
  }),
  'deliberations.lines.reopen': ({ lines: { closed } }) => ({
    input: { key: key(), text: '又不亮了。' },
    about: closed.issueIds[0]!,
    now,
  }),

  'deliberations.titles': ({ issues }) => ({
    input: { ids: [issues.handling.id] },
    about: issues.handling.id,
    sees: issues.handling.id,
  }),
  'deliberations.chain.view': ({ issues }) => ({
    input: { id: issues.handling.id },
    about: issues.handling.id,
    sees: issues.handling.id,
  }),
  'deliberations.chain.view#topic': ({ talks }) => ({
    input: { id: talks.collected },
    sees: talks.collected,
  }),
  'deliberations.chain.published': ({ issues }) => ({
    input: { id: issues.published.id },
    sees: issues.published.id,
  }),
  'deliberations.chain.published#line': ({ lines }) => ({
    input: { id: lines.assigned.lineId },
    sees: lines.assigned.lineId,
    now,
  }),
  'deliberations.chain.published#unpublished': ({ issues }) => ({ input: { id: issues.closed.id } }),
  'deliberations.chain.published#topic': ({ talks }) => ({
    input: { id: talks.collected },
    sees: talks.collected,
  }),
  'deliberations.chain.mine#undated': ({ talks }) => ({ about: talks.waiting, sees: talks.collected }),
  'deliberations.chain.mine': ({ lines: { judged } }) => ({
    about: judged.issueIds[0]!,
    sees: judged.lineId,
    now,
  }),
};
