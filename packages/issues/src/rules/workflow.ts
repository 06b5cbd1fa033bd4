import { defineWorkflow } from '@tongxin/matters/rules';
import { handlingMoves } from './handling-moves.ts';
import { intakeMoves } from './intake-moves.ts';
import { issueStates } from './states.ts';

/**
 * A resident's matter, from the first words to the resident's own judgement. It takes one of two ways: straight to
 * a department (routed), or through a township session (in_talks, in_hand), where each agreed line is judged.
 * Source: domain §4.1; clocks: domain §5.2.
 */
export const issueWorkflow = defineWorkflow({
  kind: 'issue',
  initial: 'received',
  states: issueStates,
  moves: { ...intakeMoves, ...handlingMoves },
});

export type IssueState = keyof typeof issueWorkflow.states;
export type IssueMove = keyof typeof issueWorkflow.moves;
