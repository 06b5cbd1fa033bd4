import { answers, type Answer } from './access/answers.ts';
import { groundRows } from './access/ground.ts';
import { networkRows } from './access/network.ts';
import { contactAnswer } from './access/contact-person.ts';
import { workRows } from './access/work.ts';
import { callerKinds, type CallerKind } from './callers.ts';

/**
 * Who gets what, for every procedure, kept by hand beside the code; `path#what` asks about another record. Each sign answers one kind of caller, in the order
 *
 *   anonymous resident stranger  host neighbour farHost  county farCounty city  clerk otherClerk  member auditor operator
 *
 * (what a contact person is answered follows from these, `access/contact-person.ts`) and asks about a record in the host's township that the clerk's department handles (`samples/`). Somebody who may
 * not know of a record is told that it is not there. An auditor reads what happened and nothing that was written about
 * a matter before everybody may: numbers, states, dates, units, histories, readings and seals. Source: domain §3.3 and §3.4, design §2.
 */
const rows = { ...groundRows, ...networkRows, ...workRows };

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
  'rotas.closeSite',
  'issues.submitAssisted',
  'deliberations.sessions.schedule',
  'deliberations.methods.save',
  'rotas.preview',
  'rotas.make',
  'events.create',
  'experts.teams.make',
  'experts.request',
  'visits.plan',
  'outreach.leads.open',
  'outreach.menu.add',
  'outreach.orders.place',
  'events.addKind',
  'events.retireKind',
];

export type Row = Readonly<Record<CallerKind, Answer>>;

/** The table with one answer per kind of caller. */
export const accessTable: Readonly<Record<string, Row>> = Object.fromEntries(
  Object.entries(rows).map(([path, line]) => [path, rowOf(path, line)]),
);

function rowOf(path: string, line: string): Row {
  const others = line.replaceAll(' ', '');
  const signs = `${others}${contactAnswer(path, others)}`;
  if (signs.length !== callerKinds.length || [...signs].some((sign) => !(sign in answers))) {
    throw new Error(`the row of ${path} does not answer each kind of caller once`);
  }
  return Object.fromEntries(callerKinds.map((kind, at) => [kind, signs[at]])) as Row;
}
