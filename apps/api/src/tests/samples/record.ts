import { key, type Samples } from './sample.ts';

const county = '330702';
const firstId = '00000000-0000-7000-8000-000000000000';
const period = { from: '2025-01-01', until: '2025-12-31' };

/** Calls about the record of the caller called `member`, who was absent from an event of the township. */
export const recordSamples: Samples = {
  'record.summary': ({ memberId }) => ({ input: { memberId, year: 2026 }, sees: memberId }),
  'record.summary#own': ({ memberId }) => ({ input: {}, sees: memberId }),
  'record.lines': ({ events, memberId }) => ({
    input: { memberId, year: 2026, category: 'training', state: 'absent' },
    sees: events.running,
  }),
  'record.lines#own': ({ events }) => ({ input: {}, sees: events.running }),
  'record.myGroups': ({ network }) => ({ sees: network.groupId }),
  'record.group': ({ network }) => ({
    input: { groupId: network.groupId, year: 2026 },
    sees: network.groupId,
  }),
  'record.owed': ({ network }) => ({
    input: { divisionCode: '330702', year: 2026, open: true },
    sees: network.groupId,
  }),
  'record.training': ({ network }) => ({ input: { divisionCode: county }, sees: network.groupId }),
  'record.untrained': ({ network, memberId }) => ({
    input: { divisionCode: county, group: network.groupId },
    sees: memberId,
  }),
  'record.quietByCommittee': () => ({ input: { divisionCode: county, ...period }, sees: county }),
  // Before anything was recorded of them.
  'record.quiet': ({ memberId }) => ({
    // The page that begins with the member’s own name.
    input: { divisionCode: county, ...period, after: { name: '委员本人', id: firstId } },
    sees: memberId,
  }),
  'record.countOwed': () => ({ input: { divisionCode: '330702', year: 2026 }, sees: '"open":1' }),
  'record.object': ({ events }) => ({
    input: { key: key(), lineId: events.running, words: '那天我到了，签到漏了我。' },
  }),
  'record.objection': ({ objection }) => ({ input: { id: objection.id }, sees: '那天我到了' }),
  'record.correctLine': ({ objection, events }) => ({
    input: { id: objection.id, factId: events.disputed, state: 'done', answer: '核对过签到表，已更正。' },
  }),
  'record.explainLine': ({ objection }) => ({
    input: { id: objection.id, answer: '签到表上没有您的名字。' },
  }),
};
