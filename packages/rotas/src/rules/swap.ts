import { no, yes, type Decision, type Messages } from '@tongxin/core';
import { hasBegun } from './limits.ts';
import type { Refusal } from './refusals.ts';

export const swapStates = ['asked', 'accepted', 'refused', 'withdrawn'] as const;
export type SwapState = (typeof swapStates)[number];

export const swapNames: Messages<SwapState> = {
  asked: { 'zh-CN': '等对方答复', en: 'Waiting for an answer' },
  accepted: { 'zh-CN': '已同意', en: 'Accepted' },
  refused: { 'zh-CN': '没有同意', en: 'Not accepted' },
  withdrawn: { 'zh-CN': '已收回', en: 'Taken back' },
};

/** What deciding about a swap needs to know of a turn. */
export type SwapTurn = {
  state: string;
  platformId: string;
  memberId: string | null;
  startsAt: Temporal.Instant;
};

/** One member's question to another: take my turn, or give me yours (`theirs`) for it. Asking is the first yes. */
export type Swap = { askerId: string; askedId: string; mine: SwapTurn; theirs: SwapTurn | null };

/**
 * Whether a member may ask another one: for a turn of the asker that is still to come, somebody else of the same rota,
 * and in return a turn at the same site that is the other's and still to come. `rota` are the members of the rota.
 */
export function mayAsk(
  { askerId, askedId, mine, theirs }: Swap,
  rota: readonly string[],
  now: Temporal.Instant,
): Decision<Refusal> {
  if (mine.memberId !== askerId || mine.state !== 'staffed') return no('rotas.not_your_turn');
  if (askedId === askerId) return no('rotas.same_member');
  if (!rota.includes(askedId)) return no('rotas.not_on_rota');
  const isTheirs = theirs === null || (theirs.memberId === askedId && theirs.platformId === mine.platformId);
  if (!isTheirs || (theirs !== null && theirs.state !== 'staffed')) return no('rotas.not_theirs');
  return [mine, theirs].some((turn) => turn !== null && hasBegun(turn, now)) ? no('rotas.begun') : yes;
}

/**
 * Whether the one who was asked may say yes or no now. A yes also needs that both turns are still in the hands that
 * they were in and have not begun; a no is always heard while the question is open.
 */
export function mayAnswer(
  { swap, state, memberId }: { swap: Swap; state: SwapState; memberId: string },
  answer: 'accept' | 'refuse',
  now: Temporal.Instant,
): Decision<Refusal> {
  if (swap.askedId !== memberId) return no('rotas.not_found');
  if (state !== 'asked') return no('rotas.swap_over');
  if (answer === 'refuse') return yes;
  const { mine, theirs, askerId, askedId } = swap;
  const mineHolds = mine.state === 'staffed' && mine.memberId === askerId;
  const theirsHolds = theirs === null || (theirs.state === 'staffed' && theirs.memberId === askedId);
  if (!mineHolds || !theirsHolds) return no('rotas.changed_hands');
  return [mine, theirs].some((turn) => turn !== null && hasBegun(turn, now)) ? no('rotas.begun') : yes;
}

/** Who is on which turn after a swap: the other way round, or the asked one on the asker's. */
export function afterSwap({ askerId, askedId, theirs }: Swap): { mine: string; theirs: string | null } {
  return { mine: askedId, theirs: theirs === null ? null : askerId };
}
