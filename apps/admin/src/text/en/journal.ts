import type { journal as zh } from '../zh/journal.ts';

export const journal: typeof zh = {
  title: 'History check',
  lead: 'Every step is recorded and can only be added to. Look up all that was recorded of one matter, and how far the record is sealed.',
  seals: 'How far it is sealed',
  sealedAt: 'Last sealed',
  entries: 'Entries sealed',
  entryCount: (count) => (count === 1 ? '1 entry' : `${count} entries`),
  hash: 'Head of the chain',
  unsealed: 'Entries waiting to be sealed',
  never: 'Nothing is sealed yet. It happens by itself some seconds after the system has started.',
  late: 'Entries have waited for long. Ask the operator whether the background jobs run.',
  verify:
    'To check each entry for being altered, removed, inserted or reordered, the operator runs “journal verify”, which names every entry that is not as it was.',
  find: 'Look up a matter',
  number: 'Receipt or number',
  numberHint: 'For example 7K-M2QF-9XTB.',
  search: 'Look it up',
  open: 'Open the matter',
  chain: 'All that came of it',
  readings: 'Who opened words and contact details',
};
