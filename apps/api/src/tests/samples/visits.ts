import { key, type Samples } from './sample.ts';

const reason = '委员那天出差。';
const today = '2026-11-21';

export const visitSamples: Samples = {
  'visits.mine': ({ visits }) => ({ input: {}, sees: visits.visited.id }),
  'visits.askAgain': ({ visits }) => ({
    input: { askId: visits.answered.askIds[0]!, words: '下个月还是没有安排。' },
  }),

  'visits.list': ({ visits }) => ({ input: { state: 'visited' }, sees: visits.visited.id }),
  'visits.get': ({ visits }) => ({ input: { id: visits.visited.id }, sees: visits.visited.id }),
  'visits.note': ({ visits }) => ({ input: { id: visits.visited.id }, sees: '谈得很好' }),
  'visits.plan': ({ memberId }) => ({
    input: { key: key(), divisionCode: '330702', memberId, visitOn: today, visitors: '县政协副主席' },
  }),
  'visits.reschedule': ({ visits }) => ({ input: { id: visits.planned, visitOn: '2026-12-01', reason } }),
  'visits.record': ({ visits }) => ({
    input: { id: visits.planned, visitedOn: today, asks: ['想多参加调研。'] },
  }),
  'visits.writeNote': ({ visits }) => ({ input: { id: visits.visited.id, note: '再谈一次。' } }),
  'visits.answer': ({ visits }) => ({
    input: { askId: visits.visited.askIds[0]!, answer: '下月起安排。' },
  }),
  'visits.close': ({ visits }) => ({ input: { id: visits.answered.id } }),
  'visits.cancel': ({ visits }) => ({ input: { id: visits.planned, reason } }),
};
