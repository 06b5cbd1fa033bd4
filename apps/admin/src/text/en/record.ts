import type { record as zh } from '../zh/record.ts';

export const record: typeof zh = {
  member: {
    open: 'Record',
    title: (name) => `${name}’s record`,
    lead: 'It comes together by itself from what organisers wrote down; nobody fills it in, and every line opens its source. Only the member and the office of their committee read it.',
    noRanking:
      'The record tells what was done. There are no points, no order of members and no comparing. Why somebody had leave is not here.',
    print: 'List the whole year and print',
    whichYear: 'Year',
    year: (year) => String(year),
    dutyTitle: 'Post and unit',
    committees: 'Committees',
    villages: 'Villages',
    sites: 'Sites',
    since: (day) => `since ${day}`,
    until: (from, to) => `${from} to ${to}`,
    counts: 'How many lines of each category this year has',
    category: 'Category',
    lines: 'Lines',
    everything: 'See every category',
    what: 'What',
    when: 'When',
    where: 'Where',
    outcome: 'Outcome',
    written: 'Written down',
    by: 'Written down by',
    convened: 'Convenor',
    covered: 'Came instead of another one',
    parts: (done, all) => `${done} of ${all} parts`,
    empty: 'There is nothing here yet. It appears by itself once an organiser has written down who came.',
  },
};
