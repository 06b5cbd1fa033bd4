import { callerKinds, type CallerKind } from './callers.ts';

/** What a caller is answered. */
export const answers = {
  '+': 'ok',
  /** Answered, and nothing of the record is in the answer. */
  '0': 'ok, without the record',
  u: 'UNAUTHORIZED',
  n: 'NOT_FOUND',
  f: 'FORBIDDEN',
  b: 'BAD_REQUEST',
  c: 'CONFLICT',
  p: 'PRECONDITION_FAILED',
} as const;
type Answer = keyof typeof answers;

// The same answers again and again, by who is meant.
const everybody = '+++  +++  +++  ++  + + +';
const nobody = 'nnn  nnn  nnn  nn  n n n';
const residentOnly = (stranger: Answer) => `u+${stranger}  uuu  uuu  uu  u u u`;
const hostAndCounty = 'uuu  +nn  +nn  nn  n n n';
const countyOnly = 'uuu  nnn  +nn  nn  n n n';
const deskOffices = 'uuu  +nn  +n+  nn  n n n';
const deskReaders = 'uuu  +nn  +n+  nn  n + n';
const memberOwn = (other: Answer) =>
  `uuu  ${other.repeat(3)}  ${other.repeat(3)}  ${other.repeat(2)}  + ${other} ${other}`;
// What an office organises is its own: those above may read it and leave it as it is.
const ownLevel = 'uuu  +nn  fnf  nn  n n n';
const memberOnly = 'uuu  nnn  nnn  nn  + n n';
const clerkOnly = 'uuu  nnn  nnn  +n  n n n';
const keepsSites = 'uuu  +ff  +f+  nn  n n n';
const officesOver = 'uuu  nnn  +n+  nn  n n n';
const keepersOf = 'uuu  nnn  +n+  nn  n n +';
const officesOf = 'uuu  nnn  +n+  nn  n n n';

/**
 * Who gets what, for every procedure, kept by hand beside the code; `path#what` asks about another record. Each sign answers one kind of caller, in the order
 *
 *   anonymous resident stranger  host neighbour farHost  county farCounty city  clerk otherClerk  member auditor operator
 *
 * and asks about a record in the host's township that the clerk's department handles (`samples/`). Somebody who may
 * not know of a record is told that it is not there. An auditor reads what happened and nothing that was written about
 * a matter before everybody may: numbers, states, dates, units, histories, readings and seals. Source: domain §3.3 and §3.4, design §2.
 */
const rows: Readonly<Record<string, string>> = {
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

  'sectors.list': everybody,

  'members.list': 'uuu  ++0  +0+  nn  n + n',
  'members.bySector': 'uuu  ++0  +0+  nn  n + n',
  'members.get': 'uuu  ++n  +n+  nn  n + n',
  'members.me': 'uuu  000  000  00  + 0 0',
  // What is restricted is for the member and their own committee's office, not for the city's.
  'members.particulars': 'uuu  nnn  +nn  nn  + n n',
  'members.saveParticulars': 'uuu  nnn  +nn  nn  n n n',
  'members.add': 'uuu  nnn  +f+  nn  n n n',
  'members.change': officesOf,
  'members.linkAccount': officesOf,
  'members.renewCode': officesOf,
  // The municipal committee's list is its own office's.
  'members.addMembership': 'uuu  nnn  ff+  nn  n n n',
  'members.changeMembership': officesOf,
  'members.endMembership': officesOf,
  'members.groups.list': 'uuu  ++0  +0+  nn  n + n',
  'members.groups.get': 'uuu  ++n  +n+  nn  n + n',
  'members.groups.create': 'uuu  nnn  +f+  nn  n n n',
  'members.groups.change': officesOf,
  'members.groups.end': officesOf,
  'members.groups.join': officesOf,
  'members.groups.leave': officesOf,
  'members.groups.minimums': 'uuu  nnn  +n+  nn  n + n',
  'members.groups.setMinimum': 'uuu  nnn  +f+  nn  n n n',
  'members.villages.list': 'uuu  +nn  +n+  nn  n + n',
  'members.villages.count': 'uuu  +nn  +n+  nn  n + n',
  // “Your member” is public.
  'members.villages.member': everybody,
  'members.villages.give': 'uuu  nnn  +f+  nn  n n n',
  'members.villages.take': 'uuu  nnn  +f+  nn  n n n',

  'platforms.list': everybody,
  'platforms.get': everybody,
  'platforms.desk': 'uuu  +nn  +n+  nn  n + n',
  // Sites are public: an office elsewhere is told that they are not theirs.
  'platforms.add': keepsSites,
  'platforms.edit': keepsSites,
  'platforms.addRole': keepsSites,
  'platforms.endRole': keepsSites,
  'platforms.reopen': keepsSites,
  'deliberations.sites.close': keepsSites,
  'platforms.placements': 'uuu  +nn  +n+  nn  n + n',
  'platforms.unplaced': 'uuu  nnn  +n+  nn  n + n',
  'platforms.countPlacements': 'uuu  nnn  +n+  nn  n + n',
  'platforms.place': 'uuu  nnn  +f+  nn  n n n',
  'platforms.movePlacement': officesOver,
  'platforms.endPlacement': officesOver,
  'platforms.nominate': 'uuu  nnn  +f+  nn  n n n',
  'platforms.saveDemonstration': officesOver,
  'platforms.activateDemonstration': 'uuu  nnn  nn+  nn  n n n',
  'platforms.reviewDemonstration': 'uuu  nnn  nn+  nn  n n n',

  'issues.submit': everybody,
  'issues.openReceipt': everybody,
  'issues.listSettled': everybody,
  'issues.getPublished': everybody,
  'issues.getPublished#unpublished': nobody,
  'issues.countSettled': everybody,
  // A resident names no matter: a stranger is answered about their own, which stands where nothing can be done.
  'issues.follow': residentOnly('0'),
  'issues.answer': residentOnly('c'),
  'issues.judge': residentOnly('c'),
  'issues.reopen': residentOnly('c'),
  'issues.withdraw': residentOnly('c'),
  'issues.bounce': residentOnly('c'),
  'issues.askReview': residentOnly('c'),
  'issues.eraseIdentity': residentOnly('0'),

  // Handling copies: offices of the ground, and the department for what it has. An auditor reads no issue's text.
  'issues.list': 'uuu  +00  +0+  nn  n n n',
  'issues.get': 'uuu  +nn  +n+  +n  n n n',
  // One that no department has.
  'issues.get#kept': 'uuu  +nn  +n+  nn  n n n',
  'issues.openWords': hostAndCounty,
  'issues.reveal': hostAndCounty,
  // A place is public, so a host elsewhere is told that it is not theirs.
  'issues.submitAssisted': 'uuu  +bb  +bn  nn  n n n',
  // A member brings in, and reads nothing.
  'issues.submitThroughMember': 'uuu  nnn  nnn  nn  + n n',
  'issues.saveHandlingCopy': hostAndCounty,
  'issues.accept': hostAndCounty,
  'issues.ask': hostAndCounty,
  'issues.divert': hostAndCounty,
  'issues.decline': hostAndCounty,
  'issues.merge': hostAndCounty,
  'issues.route': hostAndCounty,
  'issues.verify': hostAndCounty,
  'issues.returnReply': hostAndCounty,
  'issues.publish': hostAndCounty,
  'issues.extend': countyOnly,
  'issues.close': countyOnly,
  'issues.uphold': countyOnly,
  'issues.overturn': countyOnly,
  'issues.listAssigned': 'uuu  nnn  nnn  +0  n n n',
  'issues.take': clerkOnly,
  'issues.contest': clerkOnly,
  'issues.noteProgress': clerkOnly,
  'issues.reply': clerkOnly,

  'deliberations.topics.list': 'uuu  +00  +0+  nn  n n n',
  // Before it has a date, a topic is its offices' alone.
  'deliberations.topics.get': 'nnn  +nn  +n+  nn  n n n',
  'deliberations.topics.acceptedIssues': 'uuu  +00  +0n  nn  n n n',
  'deliberations.topics.create': hostAndCounty,
  'deliberations.topics.addIssues': hostAndCounty,
  'deliberations.topics.removeIssue': hostAndCounty,
  'deliberations.topics.drop': hostAndCounty,

  'deliberations.sessions.list': everybody,
  'deliberations.sessions.count': everybody,
  // A member's own, nobody else's.
  'deliberations.sessions.mine': 'uuu  000  000  00  + 0 0',
  'deliberations.sessions.near': everybody,
  'deliberations.sessions.get': everybody,
  'deliberations.sessions.get#held': everybody,
  'deliberations.sessions.freeSlots': 'uuu  +++  ++n  nn  n n n',
  // Halls are public: a host elsewhere is told that it is not theirs.
  'deliberations.sessions.schedule': 'uuu  +ff  +fn  nn  n n n',
  'deliberations.sessions.postpone': hostAndCounty,
  'deliberations.sessions.cancel': hostAndCounty,
  'deliberations.sessions.takeSeat': everybody,
  'deliberations.sessions.seat': everybody,
  'deliberations.sessions.giveBackSeat': everybody,
  'deliberations.sessions.runSheet': hostAndCounty,
  'deliberations.sessions.hold': hostAndCounty,
  'deliberations.sessions.draft': hostAndCounty,
  'deliberations.sessions.saveMinutes': hostAndCounty,
  'deliberations.sessions.checkRedaction': hostAndCounty,
  'deliberations.sessions.publish': hostAndCounty,
  'deliberations.sessions.correctMinutes': hostAndCounty,

  'deliberations.lines.list': 'uuu  +00  +0+  +0  n + n',
  // Everybody reads the line; the desk behind it is for those who work with it.
  'deliberations.lines.get': '000  +00  +0+  +0  0 0 0',
  'deliberations.lines.ofIssue': 'uuu  +nn  +n+  nn  n n n',
  'deliberations.lines.ofMine': residentOnly('0'),
  'deliberations.lines.accept': clerkOnly,
  'deliberations.lines.contest': clerkOnly,
  'deliberations.lines.noteProgress': clerkOnly,
  'deliberations.lines.reportDone': clerkOnly,
  'deliberations.lines.reassign': countyOnly,
  'deliberations.lines.notAdopt': countyOnly,
  'deliberations.lines.extend': countyOnly,
  'deliberations.lines.close': countyOnly,
  'deliberations.lines.verify': hostAndCounty,
  'deliberations.lines.sendBack': hostAndCounty,
  'deliberations.lines.judge': residentOnly('n'),
  'deliberations.lines.reopen': residentOnly('c'),

  'deliberations.titles': 'uuu  +00  +0+  +0  n 0 n',

  'deliberations.chain.view': 'uuu  +nn  +n+  +n  n + n',
  'deliberations.chain.view#topic': 'uuu  +nn  +n+  nn  n + n',
  'deliberations.chain.published': everybody,
  'deliberations.chain.published#line': everybody,
  'deliberations.chain.published#unpublished': nobody,
  // A topic without a date is not public, whoever knows its id.
  'deliberations.chain.published#topic': nobody,
  'deliberations.chain.mine': residentOnly('0'),
  // The resident of a matter in it sees that the topic is there, and its words once everybody does.
  'deliberations.chain.mine#undated': residentOnly('0'),

  'rotas.next': everybody,
  // About one's own turns; whoever is no member has none.
  'rotas.mine': memberOwn('0'),
  'rotas.mySwaps': memberOwn('0'),
  'rotas.partners': memberOwn('0'),
  'rotas.askSwap': memberOwn('n'),
  'rotas.answerSwap': memberOwn('n'),
  'rotas.withdrawSwap': memberOwn('n'),
  'rotas.board': deskReaders,
  'rotas.ofSite': deskReaders,
  'rotas.list': 'uuu  +00  +0+  nn  n + n',
  'rotas.get': deskReaders,
  'rotas.candidates': deskReaders,
  // Sites are public: a host elsewhere is told that it is not theirs.
  'rotas.preview': 'uuu  +ff  +f+  nn  n n n',
  'rotas.make': 'uuu  +ff  +f+  nn  n n n',
  'rotas.publish': deskOffices,
  'rotas.end': deskOffices,
  'rotas.staff': deskOffices,
  'rotas.cover': deskOffices,
  'rotas.vacate': deskOffices,
  'rotas.log': deskOffices,
  'rotas.miss': deskOffices,
  'rotas.correct': deskOffices,
  'rotas.cancel': deskOffices,
  'rotas.receiveIssue': hostAndCounty,
  // The member on duty writes down what they advised.
  'rotas.receiveAdvice': 'uuu  +nn  +nn  nn  + n n',
  'events.list': 'uuu  +00  +0+  nn  n n n',
  'events.open': everybody,
  // Only invited people: offices of the ground, and the member who is asked.
  'events.get': 'nnn  +nn  +n+  nn  + n n',
  'events.get#public': everybody,
  'events.get#draft': 'nnn  +nn  +n+  nn  n n n',
  'events.asked': 'uuu  000  000  00  + 0 0',
  'events.myRecord': 'uuu  000  000  00  + 0 0',
  'events.answer': memberOnly,
  'events.askLeave': memberOnly,
  'events.renewFeed': memberOnly,
  'events.desk': 'uuu  +nn  +n+  nn  n n n',
  'events.invitees': 'uuu  +nn  +n+  nn  n n n',
  'events.unasked': 'uuu  +nn  +n+  nn  n n n',
  // The codes of members' own QR: for whoever stands at this door.
  'events.doorList': 'uuu  +nn  nnn  nn  n n n',
  // A place is public, so an office elsewhere is told that it is not theirs.
  'events.create': 'uuu  +ff  fff  nn  n n n',
  'events.change': ownLevel,
  'events.publish': ownLevel,
  'events.register': ownLevel,
  'events.move': ownLevel,
  'events.cancel': ownLevel,
  'events.invite': ownLevel,
  'events.uninvite': ownLevel,
  'events.decideLeave': ownLevel,
  'events.recordScans': ownLevel,
  'events.recordList': ownLevel,
  'events.correct': ownLevel,
  'events.settle': ownLevel,
  'events.kinds': 'uuu  +++  +++  nn  n n n',
  'events.addKind': 'uuu  +ff  fff  nn  n n n',
  'events.retireKind': 'uuu  +ff  fff  nn  n n n',

  'reports.table': 'uuu  +nn  +n+  nn  n + n',
  'reports.open': 'uuu  +nn  +n+  nn  n + n',
  'reports.table#county': 'uuu  nnn  +n+  nn  n + n',
  'reports.table#city': 'uuu  nnn  nn+  nn  n + n',
  'reports.open#city': 'uuu  nnn  nn+  nn  n + n',
  'reports.coverage': 'uuu  nnn  +n+  nn  n + n',
  'reports.coverageHalls': 'uuu  nnn  +n+  nn  n + n',
  'reports.definitions': 'uuu  +++  +++  nn  n + n',
};

/**
 * Where a foreigner is refused by name instead of being told that nothing is there: what is asked for is a public
 * place or hall, so the refusal tells nothing. Everywhere else it is NOT_FOUND.
 */
export const onPublicGround: readonly string[] = [
  'accounts.create',
  'members.add',
  'members.addMembership',
  'members.groups.create',
  'members.groups.setMinimum',
  'members.villages.give',
  'members.villages.take',
  'platforms.add',
  'platforms.edit',
  'platforms.addRole',
  'platforms.endRole',
  'platforms.reopen',
  'platforms.place',
  'platforms.nominate',
  'deliberations.sites.close',
  'issues.submitAssisted',
  'deliberations.sessions.schedule',
  'rotas.preview',
  'rotas.make',
  'events.create',
  'events.addKind',
  'events.retireKind',
];

export type Row = Readonly<Record<CallerKind, Answer>>;

/** The table with one answer per kind of caller. */
export const accessTable: Readonly<Record<string, Row>> = Object.fromEntries(
  Object.entries(rows).map(([path, line]) => [path, rowOf(path, line)]),
);

function rowOf(path: string, line: string): Row {
  const signs = line.replaceAll(' ', '');
  if (signs.length !== callerKinds.length || [...signs].some((sign) => !(sign in answers))) {
    throw new Error(`the row of ${path} does not answer each kind of caller once`);
  }
  return Object.fromEntries(callerKinds.map((kind, at) => [kind, signs[at]])) as Row;
}
