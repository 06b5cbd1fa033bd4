import type { home as zh } from '../zh/home.ts';

export const home: typeof zh = {
  title: 'What waits for me',
  lead: 'Earliest date first. Nothing here is a score; it says what is left to do.',
  all: 'All',
  kinds: { issue: 'Residents’ matters', topic: 'Topics', session: 'Sessions', outcome_line: 'Outcome lines' },
  kind: { issue: 'Resident’s matter', topic: 'Topic', session: 'Session', outcome_line: 'Outcome line' },
  unnamed: 'The handling copy is not written yet',
  notices: {
    title: 'Notices',
    lead: 'When it became your unit’s turn, and what is past its date. After three reminders the office above hears instead.',
    event: 'Notice',
    at: 'When',
    matter: 'Matter',
    fresh: 'New',
    seen: 'I have seen them all',
    empty: 'No notices yet. They come when it is your unit’s turn.',
  },
  matter: 'Matter',
  place: 'Place',
  state: 'State',
  due: 'Date',
  opened: 'Recorded',
  late: 'Some matters are late; take them first.',
  empty: 'Nothing waits for you now. New matters appear here by themselves.',
};
