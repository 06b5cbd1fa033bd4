import type { Samples } from './sample.ts';

/** Calls about the record of the caller called `member`, who was absent from an event of the township. */
export const recordSamples: Samples = {
  'record.summary': ({ memberId }) => ({ input: { memberId, year: 2026 }, sees: memberId }),
  'record.summary#own': ({ memberId }) => ({ input: {}, sees: memberId }),
  'record.lines': ({ events, memberId }) => ({
    input: { memberId, year: 2026, category: 'training', state: 'absent' },
    sees: events.running,
  }),
  'record.lines#own': ({ events }) => ({ input: {}, sees: events.running }),
};
