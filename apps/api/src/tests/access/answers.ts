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
export type Answer = keyof typeof answers;

// The same answers again and again, by who is meant.
export const everybody = '+++  +++  +++  ++  + + +';
export const nobody = 'nnn  nnn  nnn  nn  n n n';
export const residentOnly = (stranger: Answer) => `u+${stranger}  uuu  uuu  uu  u u u`;
export const hostAndCounty = 'uuu  +nn  +nn  nn  n n n';
export const countyOnly = 'uuu  nnn  +nn  nn  n n n';
export const deskOffices = 'uuu  +nn  +n+  nn  n n n';
export const deskReaders = 'uuu  +nn  +n+  nn  n + n';
export const memberOwn = (other: Answer) =>
  `uuu  ${other.repeat(3)}  ${other.repeat(3)}  ${other.repeat(2)}  + ${other} ${other}`;
// What an office organises is its own: those above may read it and leave it as it is.
export const ownLevel = 'uuu  +nn  fnf  nn  n n n';
// What a county's committee does, its own office alone.
export const ownCommittee = 'uuu  nnn  +nf  nn  n n n';
export const memberOnly = 'uuu  nnn  nnn  nn  + n n';
export const clerkOnly = 'uuu  nnn  nnn  +n  n n n';
export const keepsSites = 'uuu  +ff  +f+  nn  n n n';
export const officesOver = 'uuu  nnn  +n+  nn  n n n';
export const keepersOf = 'uuu  nnn  +n+  nn  n n +';
export const officesOf = 'uuu  nnn  +n+  nn  n n n';
