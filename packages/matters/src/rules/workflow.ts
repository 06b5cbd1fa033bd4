import type { Message, Role } from '@tongxin/core';

/** What residents tell and what comes of it: always in a township. */
export const groundKinds = ['issue', 'topic', 'session', 'outcome_line'] as const;
export type GroundKind = (typeof groundKinds)[number];

/** Everything with a state, an owner, a due date and a history. What is no ground kind may also be a county's or the city's. */
export const matterKinds = [
  ...groundKinds,
  ...([
    'event',
    'turn',
    'expert_request',
    'member_visit',
    'record_objection',
    'lead',
    'village_order',
  ] as const),
] as const;
export type MatterKind = (typeof matterKinds)[number];

/** What a resident is told instead of a dozen states: told, talked over, being handled, judged. */
export const publicWords = ['told', 'talked', 'handled', 'judged'] as const;
export type PublicWord = (typeof publicWords)[number];

/**
 * Whose turn it is. A resident is an owner too: the matter waits for their word. A workflow may also name `organiser`,
 * the unit whose matter it is, and `office`, the office above it: the county's, or the city's for what is the city's.
 */
export type OwnerRole =
  | Extract<Role, 'host' | 'county_office' | 'city_office' | 'department_clerk'>
  | 'resident';

/**
 * Who may make a move. `clock` moves happen because a date has passed, never by a person. `organiser` is the office of
 * the level that the matter belongs to: the township's host, the county's office or the city's.
 */
export type Mover = Role | 'resident' | 'clock' | 'follows' | 'organiser';

/**
 * How long the owner has. `given` is a date that the move brings with it (a session's day, a plan's date).
 * Working days leave out weekends and holidays and count make-up days.
 */
export type Clock = { workingDays: number } | { days: number } | { given: true };

export type StateRule<Move extends string = string> = {
  /** Left out where no resident follows the matter. */
  word?: PublicWord;
  label: Message;
} & (
  | { final: true }
  | { final?: false; owner: OwnerRole | 'organiser' | 'office'; clock: Clock; atDue?: Move }
);

export type MoveRule<State extends string = string, Move extends string = string> = {
  label: Message;
  from: readonly State[];
  /** The state it leads to; several when the command decides; `stay` keeps state, owner and clock. */
  to: State | readonly State[] | 'stay';
  by: readonly Mover[];
  /** Whoever made one of these moves on this matter may not make this one: nobody judges their own work. */
  apart?: readonly (Move | 'open')[];
  reason?: 'required';
  /** Shown to the resident in their own history. */
  shown?: boolean;
};

/** A kind of matter as data: the same description drives command, button, diagram, deadline job and tests. */
export type Workflow<State extends string = string, Move extends string = string> = {
  kind: MatterKind;
  initial: NoInfer<State>;
  states: Readonly<Record<State, StateRule<NoInfer<Move>>>>;
  moves: Readonly<Record<Move, MoveRule<NoInfer<State>, NoInfer<Move>>>>;
};

/** Checks a workflow when the program starts, so that a dead end cannot be shipped. */
export function defineWorkflow<const State extends string, const Move extends string>(
  workflow: Workflow<State, Move>,
): Workflow<State, Move> {
  const faults = faultsOf(workflow as Workflow);
  if (faults.length > 0) throw new Error(`workflow ${workflow.kind}: ${faults.join('; ')}`);
  return workflow;
}

/** What is wrong with a workflow: dead ends, states nobody reaches, moves that name what is not there. */
export function faultsOf({ kind, initial, states, moves }: Workflow): string[] {
  const faults: string[] = [];
  const rules = Object.entries(moves);
  for (const [move, { from, to, apart = [] }] of rules) {
    const named = [...from, ...targetsOf(to)];
    for (const state of named) if (!(state in states)) faults.push(`${move} names no state ${state}`);
    // Every matter is opened by somebody, which is no move of the workflow.
    for (const other of apart)
      if (other !== 'open' && !(other in moves)) faults.push(`${move} stands apart from no move ${other}`);
  }
  for (const [state, rule] of Object.entries(states)) {
    // A resident who follows a matter is told one of the four words, wherever it stands.
    if (rule.word === undefined && groundKinds.some((one) => one === kind))
      faults.push(`${state} has no public word`);
    if (rule.final) continue;
    if (rule.atDue !== undefined && !moves[rule.atDue]?.from.includes(state)) {
      faults.push(`${state} passes by ${rule.atDue}, which does not leave it`);
    }
    if (!canEnd(state, states, moves)) faults.push(`${state} is a dead end`);
  }
  const reached = reachable(initial, moves);
  for (const state of Object.keys(states)) if (!reached.has(state)) faults.push(`${state} is never reached`);
  return faults;
}

export function targetsOf(to: MoveRule['to']): readonly string[] {
  if (to === 'stay') return [];
  return typeof to === 'string' ? [to] : to;
}

function reachable(start: string, moves: Workflow['moves']): Set<string> {
  const seen = new Set([start]);
  for (const state of seen) {
    for (const { from, to } of Object.values(moves)) {
      if (from.includes(state)) for (const next of targetsOf(to)) seen.add(next);
    }
  }
  return seen;
}

function canEnd(state: string, states: Workflow['states'], moves: Workflow['moves']): boolean {
  return [...reachable(state, moves)].some((next) => states[next]?.final === true);
}
