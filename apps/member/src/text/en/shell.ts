import type { shell as zh } from '../zh/shell.ts';

export const shell: typeof zh = {
  product: 'Tongxin',
  app: 'Members',
  demo: 'Demonstration data: the people and matters here are invented.',
  skip: 'Skip to the page',
  tabsName: 'Main menu',
  otherLanguage: '简体中文',
  waiting: 'Opening…',
  tryAgain: 'Try again',
  more: 'Show more',
  back: 'Back',
  optional: 'may be left empty',
  fillIn: 'Fill in this entry.',
  tabs: { home: 'Asked', writeDown: 'Write', record: 'Record', contacts: 'Units', me: 'Me' },
  waitingToSend: (count) => `${count} not sent yet`,
  offline:
    'There is no network now. Pages that you have seen can still be read, and what you write is kept on this telephone.',
  asOf: (when) => `This was read on ${when}.`,
  asOfReading: (when) => `This was read on ${when}; it is being read anew.`,
  notHere:
    'There is no network, and this page is not on this telephone yet. Open it once with a network and it can be read without one afterwards.',
  update: 'There is a new version.',
  updateNow: 'Change over now',
  updateHow: 'What you are writing is kept and will not be lost.',
  undo: 'Undo',
  print: 'Print',
  photos: {
    add: 'Take or choose photos',
    sending: 'Sending…',
    remove: (number) => `Remove photo ${number}`,
    number: (number) => `Photo ${number}`,
    hint: 'JPEG, PNG or WebP, at most 10 MB each; where it was taken is removed. No faces, no house numbers.',
  },
  noSuchPage: {
    title: 'There is no such page',
    lead: 'The address may be mistyped.',
    home: 'To the first page',
  },
};
