import { everybody, keepersOf, nobody } from './answers.ts';

/** Places, units, accounts, matters, notices and imports. */
export const groundRows: Readonly<Record<string, string>> = {
  'divisions.children': everybody,
  'divisions.get': everybody,
  'divisions.path': everybody,
  'divisions.find': everybody,
  'divisions.countiesAndTownships': everybody,

  'organisations.list': 'uuu  +++  +++  nn  + + +',
  'organisations.departments': 'uuu  +++  +++  ++  n + +',
  'organisations.create': 'uuu  nnn  nn+  nn  n n +',
  'organisations.browse': 'uuu  +++  +++  nn  n + +',
  'organisations.describe': 'uuu  +++  +++  nn  n + +',
  // A unit's posts and terms are kept by the office over it.
  'organisations.rename': keepersOf,
  'organisations.savePost': keepersOf,
  'organisations.endPost': keepersOf,
  'organisations.saveTerm': keepersOf,
  'organisations.saveSession': keepersOf,

  'accounts.me': everybody,
  // Only where codes are not really sent; the installation of the tests says nothing.
  'accounts.outbox': nobody,
  'accounts.changePassword': 'uuu  +++  +++  ++  + + +',
  'accounts.list': 'uuu  nnn  +0+  nn  n + +',
  'accounts.get': 'uuu  nnn  +n+  nn  n + +',
  'accounts.create': 'uuu  nnn  +f+  nn  n n +',
  'accounts.grant': keepersOf,
  'accounts.revoke': keepersOf,
  'accounts.setPassword': keepersOf,
  'accounts.setPhone': keepersOf,
  'accounts.resetTotp': keepersOf,
  'accounts.disable': keepersOf,
  'accounts.enable': keepersOf,

  // What waits for the host waits for nobody else.
  'matters.openItems': 'uuu  +00  000  00  0 0 0',
  'matters.readings': 'uuu  +nn  +n+  nn  n + n',
  'matters.history': 'uuu  nnn  nnn  nn  n + n',
  'matters.seals': 'uuu  nnn  nnn  nn  n + n',

  'notices.list': 'uuu  +00  000  00  0 0 0',
  'notices.seen': 'uuu  +00  000  00  0 0 0',

  // Who may not fill a list is told nothing of the files that were sent for it.
  'imports.list': 'uuu  nnn  +0+  nn  n n 0',
  'imports.get': 'uuu  nnn  +n+  nn  n n n',
  'imports.report': 'uuu  nnn  +n+  nn  n n n',
};
