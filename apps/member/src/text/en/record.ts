import type { record as zh } from '../zh/record.ts';

export const record: typeof zh = {
  title: 'My record',
  lead: 'What you did is written down where it happened and comes together here by itself. There is nothing to fill in and no check-in; every line can be opened. Only you and the office of your committee read it.',
  noMember:
    'This account is not linked to anybody on the list of members yet, so it has no record. Tell your committee’s office.',
  objection:
    'If a line is not right, say so below it; if one is missing, tell the unit that held it. Corrections are recorded.',
  none: 'There is nothing in this year yet. It appears here once you have been to an event, a session or a turn and the organiser has written it down.',
  whichYear: 'Year',
  year: (year) => String(year),
  whichCategory: 'Category',
  every: (lines) => `All of them (${lines})`,
  ofCategory: (name, lines) => `${name} (${lines})`,
  village: 'Village or community',
  site: 'Site',
  since: (day) => `since ${day}`,
  until: (from, to) => `${from} to ${to}`,
  line: {
    convened: 'You convened it',
    covered: 'You came instead of another one',
    parts: (done, all) => `${done} of ${all} parts`,
    reason: (words) => `Why: ${words}`,
    by: (unit) => `Written down by ${unit}`,
  },
  objections: {
    notRight: 'This is not right',
    still: 'Still not right: say it again',
    words: 'What is not right',
    wordsHint:
      'A few words are enough, such as “I was there and was missed at the door”. No telephone or identity numbers.',
    send: 'Send it to whoever wrote it down',
    notNow: 'Not now',
    said: (day) => `You said on ${day}:`,
    until: (unit, day) => `${unit} answers by ${day}`,
    answered: (unit, day) => `${unit} answered on ${day}`,
  },
  ours: {
    title: 'What my groups hold this year',
    group: (group, year) => `${group}, ${year}`,
    missing: (times) => `${times} still owed`,
    convenes: 'You convene it',
    nothing: 'nothing owed',
    short: (name, missing) => `We still owe ${missing} this year: ${name}`,
    heldOf: (held, amount) => `${held} held, at least ${amount}`,
    heldOnly: (held) => `${held} held`,
  },
};
