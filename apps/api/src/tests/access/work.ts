import { clerkOnly, countyOnly, everybody, hostAndCounty, nobody, residentOnly } from './answers.ts';

/** What residents tell, what is talked over, and what it adds up to. */
export const workRows: Readonly<Record<string, string>> = {
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
  // A contact person’s own; nobody else has any.
  'issues.listBroughtIn': 'uuu  nnn  nnn  nn  n n n',
  'issues.getBroughtIn': 'uuu  nnn  nnn  nn  n n n',
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
  'deliberations.topics.research': hostAndCounty,

  'deliberations.methods.get': everybody,
  'deliberations.methods.history': everybody,
  'deliberations.methods.sessions': everybody,
  // A county’s way of working is its own office’s; the city has one beside it, not above it.
  'deliberations.methods.save': 'uuu  nnn  +ff  nn  n n n',

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

  'reports.table': 'uuu  +nn  +n+  nn  n + n',
  'reports.open': 'uuu  +nn  +n+  nn  n + n',
  'reports.table#county': 'uuu  nnn  +n+  nn  n + n',
  'reports.table#city': 'uuu  nnn  nn+  nn  n + n',
  'reports.open#city': 'uuu  nnn  nn+  nn  n + n',
  'reports.coverage': 'uuu  nnn  +n+  nn  n + n',
  'reports.coverageGrid': 'uuu  nnn  +n+  nn  n + n',
  'reports.coverageHalls': 'uuu  nnn  +n+  nn  n + n',
  // Counts of what was done, and nothing of who came.
  'reports.siteLog': everybody,
  'reports.siteStandard': 'uuu  +nn  +n+  nn  n + n',
  'reports.siteRecords': 'uuu  +nn  +n+  nn  n + n',
  'reports.quietStudios': 'uuu  nnn  +nn  nn  n n n',
  'reports.definitions': 'uuu  +++  +++  nn  n + n',
};
