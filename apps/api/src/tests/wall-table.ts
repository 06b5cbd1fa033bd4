import { callerKinds, type CallerKind } from './callers.ts';

/** What a scope lets through of one protected table: all rows of the fixture, only the caller's own, or none. */
export type Sight = 'all' | 'own' | 'none';

const sights: Readonly<Record<string, Sight>> = { a: 'all', o: 'own', '-': 'none' };

/**
 * What the database alone lets each kind of caller see, for every table that holds a resident's words, person,
 * unpublished text or what is restricted about a member; kept by hand, in the order
 *
 *   anonymous resident stranger  host neighbour farHost  county farCounty city  clerk otherClerk  member auditor operator
 *
 * `o` are the rows of the resident's own matter; those that the clerk's department handles; of photos, for whoever
 * reads no residents' words, the departments' evidence. A contact person sees the copies of what they brought in, and no
 * row of any other table. All rows lie in the host's township.
 * Source: domain §3.3, §3.4; design §4, two walls.
 */
const rows: Readonly<Record<string, string>> = {
  issues: '-oo  a--  a-a  o-  ---',
  issue_words: '-oo  a--  a--  --  ---',
  issue_messages: '-oo  a--  a--  --  ---',
  judgements: '-oo  a--  a--  --  ---',
  minutes_drafts: '---  a--  a--  --  ---',
  leave_reasons: '---  a--  ---  --  a--',
  // The office of the committee that visits.
  visit_notes: '---  ---  a--  --  ---',
  files: '-oo  a--  a-o  o-  ---',
  // The member's own, and the office of the member's committee.
  member_particulars: '---  ---  a--  --  a--',
  // Opened for one statement on one matter by the vault's own code, and never by a scope.
  identities: '---  ---  ---  --  ---',
};

export type WallRow = Readonly<Record<CallerKind, Sight>>;

export const wallTable: Readonly<Record<string, WallRow>> = Object.fromEntries(
  Object.entries(rows).map(([table, line]) => {
    const contact = table === 'issues' ? 'o' : '-';
    const signs = [...line.replaceAll(' ', ''), contact].map((sign) => sights[sign]);
    if (signs.length !== callerKinds.length || signs.includes(undefined))
      throw new Error(`the row of ${table}`);
    return [table, Object.fromEntries(callerKinds.map((kind, at) => [kind, signs[at]])) as WallRow];
  }),
);
