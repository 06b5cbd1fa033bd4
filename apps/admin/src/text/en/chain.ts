import type { chain as zh } from '../zh/chain.ts';

export const chain: typeof zh = {
  title: 'All that came of it',
  lead: 'From a resident’s words to the topic, the session, the agreed lines and the residents’ judgement, on one page.',
  kinds: { issue: 'Resident’s matter', topic: 'Topic', session: 'Session', outcome_line: 'Outcome line' },
  here: 'Opened from here',
  unknown: 'Another resident’s matter',
  untitled: 'The handling copy is not written yet',
  until: (who) => `Whose turn it is: ${who}`,
  closed: (when) => `Closed ${when}`,
  opened: (when) => `Began ${when}`,
  links: {
    taken_into: { on: 'Taken into the topic', back: 'Raised by' },
    merged_into: { on: 'Merged into', back: 'Took in' },
    talked_at: { on: 'Talked over at', back: 'Talked over' },
    outcome_of: { on: 'Agreed on', back: 'Agreed at' },
    answers: { on: 'Answered by', back: 'Answers' },
    part_of: { on: 'Part of', back: 'One part of it' },
    advice_for: { on: 'Expert asked about', back: 'An expert was asked' },
    reopened_as: { on: 'Reopened as', back: 'Reopened from' },
  },
  judged: 'What residents say:',
};
