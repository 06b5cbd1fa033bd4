import { ensure, newId } from '@tongxin/core';
import { once, transact, type Context, type Tx } from '@tongxin/db';
import { book, release } from '@tongxin/events/commands';
import { lockMatter } from '@tongxin/matters/commands';
import { and, asc, eq } from 'drizzle-orm';
import { memberOf } from '../queries/mine.ts';
import {
  afterSwap,
  mayAnswer,
  mayAsk,
  refusals,
  type AnswerSwap,
  type AskSwap,
  type Swap,
  type WithdrawSwap,
} from '../rules/index.ts';
import { rotaMembers, turnSwaps } from '../schema.ts';
import { refuse } from './refuse.ts';
import { endSwaps, moveTurn, putOn, turnRow, type Inside } from './turn-row.ts';

/** Both turns as they stand, locked in the order of their ids so that two who swap crosswise wait and never block. */
async function lockTurns(tx: Tx, ids: readonly string[]) {
  const states = new Map<string, string>();
  for (const id of ids.toSorted()) states.set(id, (await lockMatter(tx, id)).state);
  const rows = await Promise.all(ids.map((id) => turnRow(tx, id)));
  return rows.map((row) => ({ ...row, state: states.get(row.id)! }));
}

const idsOf = (turnId: string, inReturnId: string | null | undefined) =>
  inReturnId === null || inReturnId === undefined ? [turnId] : [turnId, inReturnId];

/**
 * Asks another member of the same rota to take the actor's own turn, or to give theirs for it. Asking is the first of
 * the two yeses. Sent twice with the same key it asks once. Locks the turns. Refuses: matters.not_found;
 * rotas.not_found (for whoever is no member, and a turn that is not
 * public), not_your_turn, same_member, not_on_rota, not_theirs, begun, swap_open.
 */
export async function askSwap(ctx: Context, { key, ...input }: AskSwap): Promise<{ id: string }> {
  const me = await memberOf(ctx);
  if (me === null) return refuse('rotas.not_found');
  return once(ctx, { key: `rotas.ask:${key}`, input: { ...input, by: me.id } }, async (tx, inside) => {
    const { id, memberId, inReturnId } = input;
    const [mine, theirs = null] = await lockTurns(tx, idsOf(id, inReturnId));
    if (mine === undefined || mine.publishedAt === null) return refuse('rotas.not_found');
    const swap = { askerId: me.id, askedId: memberId, mine, theirs };
    ensure(mayAsk(swap, await membersOf(tx, mine.rotaId), inside.now()), refusals);
    const row = { turnId: id, askerId: me.id, askedId: memberId, inReturnId: inReturnId ?? null };
    const asked = await tx
      .insert(turnSwaps)
      .values({ ...row, id: newId<'swap'>(), state: 'asked', askedAt: inside.now() })
      .onConflictDoNothing()
      .returning({ id: turnSwaps.id });
    return asked[0] ?? refuse('rotas.swap_open');
  });
}

async function membersOf(tx: Tx, rotaId: string): Promise<string[]> {
  const rows = await tx
    .select({ memberId: rotaMembers.memberId })
    .from(rotaMembers)
    .where(eq(rotaMembers.rotaId, rotaId))
    .orderBy(asc(rotaMembers.orderNo))
    .limit(60);
  return rows.map(({ memberId }) => memberId);
}

/** The question with its turns locked before it is read again. Refuses: rotas.not_found. */
async function lockSwap(inside: Inside, swapId: string) {
  const [known] = await readSwap(inside.tx, swapId);
  if (known === undefined) return refuse('rotas.not_found');
  const [mine, theirs = null] = await lockTurns(inside.tx, idsOf(known.turnId, known.inReturnId));
  const [row] = await readSwap(inside.tx, swapId).for('update');
  return { row: row!, swap: { ...known, mine: mine!, theirs } };
}

const readSwap = (tx: Tx, id: string) =>
  tx
    .select({
      id: turnSwaps.id,
      turnId: turnSwaps.turnId,
      inReturnId: turnSwaps.inReturnId,
      askerId: turnSwaps.askerId,
      askedId: turnSwaps.askedId,
      state: turnSwaps.state,
    })
    .from(turnSwaps)
    .where(eq(turnSwaps.id, id))
    .limit(1)
    .$dynamic();

/**
 * The member who was asked says yes or no. A yes changes both turns in one step: each member is taken for the other
 * time, or nothing changes. Locks the turns, then the question. Refuses: rotas.not_found (for anybody else), swap_over,
 * changed_hands, begun; events.taken.
 */
export async function answerSwap(ctx: Context, { swapId, answer }: AnswerSwap): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const me = await memberOf(inside);
    if (me === null) return refuse('rotas.not_found');
    const { row, swap } = await lockSwap(inside, swapId);
    ensure(mayAnswer({ swap, state: row.state, memberId: me.id }, answer, inside.now()), refusals);
    const state = answer === 'accept' ? 'accepted' : 'refused';
    await tx.update(turnSwaps).set({ state, endedAt: inside.now() }).where(eq(turnSwaps.id, swapId));
    if (answer === 'accept') await exchange(inside, { ...swap, swapId });
  });
}

type Turns = Swap & {
  swapId: string;
  mine: Awaited<ReturnType<typeof turnRow>>;
  theirs: Awaited<ReturnType<typeof turnRow>> | null;
};

async function exchange(inside: Inside, swap: Turns & Pick<Swap, 'mine' | 'theirs'>): Promise<void> {
  const after = afterSwap(swap);
  const pairs = [
    { turn: swap.mine, memberId: after.mine },
    ...(swap.theirs === null ? [] : [{ turn: swap.theirs, memberId: after.theirs! }]),
  ];
  // Both times are free before either is taken: the two turns may even be at the same time.
  for (const { turn } of pairs) await release(inside, turn.id);
  for (const { turn, memberId } of pairs.toSorted((a, b) => (a.memberId < b.memberId ? -1 : 1))) {
    await book(inside, {
      matterId: turn.id,
      during: { start: turn.startsAt, end: turn.endsAt },
      resources: [{ kind: 'member', id: memberId }],
    });
    await moveTurn(inside, {
      matterId: turn.id,
      move: 'swap',
      follows: true,
      data: { swapId: swap.swapId, memberId },
    });
    await putOn(inside.tx, turn.id, memberId);
    await endSwaps(inside, turn.id);
  }
}

/** The member who asked takes the question back while it is open. Refuses: rotas.not_found, rotas.swap_over. */
export async function withdrawSwap(ctx: Context, { swapId }: WithdrawSwap): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const me = await memberOf(inside);
    if (me === null) return refuse('rotas.not_found');
    const { row } = await lockSwap(inside, swapId);
    if (row.askerId !== me.id) refuse('rotas.not_found');
    if (row.state !== 'asked') refuse('rotas.swap_over');
    await tx
      .update(turnSwaps)
      .set({ state: 'withdrawn', endedAt: inside.now() })
      .where(and(eq(turnSwaps.id, swapId), eq(turnSwaps.state, 'asked')));
  });
}
