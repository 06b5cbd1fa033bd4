import { DomainError } from '@tongxin/core';
import { transact, type Context } from '@tongxin/db';
import { book, release } from '@tongxin/events/commands';
import { lockMatter } from '@tongxin/matters/commands';
import { ensureServing } from '../queries/people.ts';
import { visitorsOf } from '../queries/board.ts';
import type { Correct, Cover, One, Staff, WithReason } from '../rules/index.ts';
import { ensureImpersonal, refuse } from './refuse.ts';
import { endSwaps, moveTurn, putOn, type Inside, type Turn } from './turn-row.ts';

async function take(inside: Inside, { id, startsAt, endsAt }: Turn, memberId: string): Promise<void> {
  await book(inside, {
    matterId: id,
    during: { start: startsAt, end: endsAt },
    resources: [{ kind: 'member', id: memberId }],
  });
  await putOn(inside.tx, id, memberId);
}

/**
 * Puts a member on a turn that nobody is on; they are taken for its time. Locks the turn.
 * Refuses: as advance; rotas.member_unknown; events.taken.
 */
export async function staffTurn(ctx: Context, { id, memberId }: Staff): Promise<void> {
  await transact(ctx, async (_tx, inside) => {
    const turn = await moveTurn(inside, { matterId: id, move: 'staff', data: { memberId } });
    await ensureServing(inside, [memberId]);
    await take(inside, turn, memberId);
  });
}

/**
 * Another member covers a turn, agreed with both by word of mouth; also afterwards, when it was another one who came.
 * Open questions about a swap end. Locks the turn. Refuses: as advance; rotas.same_member, member_unknown,
 * personal_words; events.taken.
 */
export async function coverTurn(ctx: Context, { id, memberId, reason }: Cover): Promise<void> {
  ensureImpersonal(reason);
  await transact(ctx, async (_tx, inside) => {
    const turn = await moveTurn(inside, { matterId: id, move: 'cover', reason, data: { memberId } });
    if (turn.memberId === memberId) refuse('rotas.same_member');
    await ensureServing(inside, [memberId]);
    await release(inside, id);
    await take(inside, turn, memberId);
    await endSwaps(inside, id);
  });
}

/**
 * Takes the member off a turn that has not begun, to look for another one; they are free again and its host is
 * reminded in time. Locks the turn. Refuses: as advance; rotas.begun, rotas.personal_words.
 */
export async function vacateTurn(ctx: Context, { id, reason }: WithReason): Promise<void> {
  ensureImpersonal(reason);
  await transact(ctx, async (tx, inside) => {
    await moveTurn(inside, { matterId: id, move: 'vacate', reason });
    await release(inside, id);
    await putOn(tx, id, null);
    await endSwaps(inside, id);
  });
}

/**
 * Writes down that the member was there, once the turn has begun: a fact written by the host. How many visitors came is
 * counted from the log, not typed. Locks the turn. Refuses: as advance; rotas.not_begun.
 */
export async function logTurn(ctx: Context, { id }: One): Promise<void> {
  await transact(ctx, async (_tx, inside) => {
    // Whoever is writing down a visitor now is waited for, and counted.
    await lockMatter(inside.tx, id);
    const visitors = (await visitorsOf(inside, [id])).get(id) ?? 0;
    await moveTurn(inside, { matterId: id, move: 'log', data: { visitors } });
    await endSwaps(inside, id);
  });
}

/** Writes down that nobody was there, and why. Locks the turn. Refuses: as advance; rotas.not_begun, personal_words. */
export async function missTurn(ctx: Context, { id, reason }: WithReason): Promise<void> {
  ensureImpersonal(reason);
  await transact(ctx, async (_tx, inside) => {
    await moveTurn(inside, { matterId: id, move: 'miss', reason });
    await endSwaps(inside, id);
  });
}

/**
 * Corrects what was written down of a turn; the first entry stays in its history. Locks the turn.
 * Refuses: as advance; rotas.same_outcome, rotas.nobody, rotas.personal_words.
 */
export async function correctTurn(ctx: Context, { id, to, reason }: Correct): Promise<void> {
  ensureImpersonal(reason);
  await transact(ctx, async (_tx, inside) => {
    const turn = await moveTurn(inside, { matterId: id, move: 'correct', to, reason });
    if (turn.stood === to) refuse('rotas.same_outcome');
    if (to === 'logged' && turn.memberId === null) refuse('rotas.nobody');
  });
}

/** Calls one turn off before it begins; its member is free again. Locks the turn. Refuses: as advance; rotas.begun, personal_words. */
export async function cancelTurn(ctx: Context, { id, reason }: WithReason): Promise<void> {
  ensureImpersonal(reason);
  await transact(ctx, (_tx, inside) => cancel(inside, { id, reason }));
}

async function cancel(inside: Inside, { id, reason }: WithReason): Promise<void> {
  await moveTurn(inside, { matterId: id, move: 'cancel', reason });
  await release(inside, id);
  await endSwaps(inside, id);
}

/** The same for a turn of many; whether there was something to cancel. */
export async function cancelIn(inside: Inside, turn: WithReason): Promise<boolean> {
  try {
    await cancel(inside, turn);
    return true;
  } catch (error) {
    // Refused before anything was written: it is over or cancelled already.
    if (error instanceof DomainError && error.code === 'matters.not_now') return false;
    throw error;
  }
}
