import type { contacts as zh } from '../zh/contacts.ts';

export const contacts: typeof zh = {
  title: 'Units',
  lead: 'Which unit is for what, who holds which post, where the halls are and when they are open.',
  vacant: 'vacant',
  place: 'Of which place',
  own: (name) => `${name} (my committee)`,
  offices: 'CPPCC offices and liaison groups',
  departments: 'Handling units',
  halls: 'Halls',
  none: 'No unit is listed here yet.',
  noHalls: 'No hall is listed here yet.',
  search: 'Find a unit, a post or a name',
  searchNone: 'No unit, post or name has these words.',
};
