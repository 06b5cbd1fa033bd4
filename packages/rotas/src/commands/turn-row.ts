import { ensure } from '@tongxin/core';
import type { Context, Tx } from '@tongxin/db';
import { advance, notFound, type Step } from '@tongxin/matters/commands';
import { and, eq, or } from 'drizzle-orm';
import { isTimeFor, logBy, refusals, turnWorkflow, type TurnMove, type TurnState } from '../rules/index.ts';
import { rotas, turns, turnSwaps } from '../schema.ts';

export type Inside = Context & { tx: Tx };

/** A turn as it stands. What is read before its matter is locked is only what never changes. Refuses: matters.not_found. */
export async function turnRow(tx: Tx, id: string) {
  const [turn] = await tx
    .select({
      id: turns.matterId,
      rotaId: turns.rotaId,
      platformId: turns.platformId,
      startsAt: turns.startsAt,
      endsAt: turns.endsAt,
      memberId: turns.memberId,
      publishedAt: rotas.publishedAt,
    })
    .from(turns)
    .innerJoin(rotas, eq(rotas.id, turns.rotaId))
    .where(eq(turns.matterId, id))
    .limit(1);
  if (turn === undefined) throw notFound();
  return turn;
}

export type Turn = Awaited<ReturnType<typeof turnRow>>;

/**
 * Makes a move of a turn and returns it as it stood, locked until the transaction ends.
 * Refuses: as advance; rotas.not_begun, rotas.begun.
 */
export async function moveTurn(
  inside: Inside,
  step: Omit<Step<TurnState, TurnMove>, 'due'>,
): Promise<Turn & { state: string; stood: string }> {
  const { endsAt } = await turnRow(inside.tx, step.matterId);
  const stays = turnWorkflow.moves[step.move].to === 'stay';
  const { matter, state } = await advance(inside, turnWorkflow, {
    ...step,
    ...(stays ? {} : { due: logBy(endsAt) }),
  });
  const turn = await turnRow(inside.tx, step.matterId);
  ensure(isTimeFor(step.move, turn, inside.now()), refusals);
  return { ...turn, state, stood: matter.state };
}

/** Puts somebody on a turn, or nobody. Whoever calls has locked its matter. */
export async function putOn(tx: Tx, id: string, memberId: string | null): Promise<void> {
  await tx.update(turns).set({ memberId }).where(eq(turns.matterId, id));
}

/** Ends the open questions that have to do with a turn: it is no longer what was asked about. */
export async function endSwaps(inside: Inside, turnId: string): Promise<void> {
  await inside.tx
    .update(turnSwaps)
    .set({ state: 'withdrawn', endedAt: inside.now() })
    .where(
      and(eq(turnSwaps.state, 'asked'), or(eq(turnSwaps.turnId, turnId), eq(turnSwaps.inReturnId, turnId))),
    );
}
