import { DomainError, ensure, holds, roles, type Grant } from '@tongxin/core';
import { given, prepared, promise, transact, type Context, type Tx } from '@tongxin/db';
import { eq, sql } from 'drizzle-orm';
import {
  grantFor,
  mayMove,
  placeOf,
  refusals,
  targetsOf,
  type MatterFacts,
  type Workflow,
} from '../rules/index.ts';
import { matters } from '../schema.ts';
import { writeEntry } from './entry.ts';
import { doneBy, isVisible, lockMatter, notFound, unitsOf, type Matter } from './facts.ts';
import { turnOf } from './turn.ts';

export type Step<State extends string, Move extends string> = {
  matterId: string;
  move: Move;
  /** Which of several states the move leads to. */
  to?: State;
  reason?: string | undefined;
  /** Numbers, dates, ids and codes for the journal. Never words of a resident. */
  data?: Record<string, unknown>;
  /** The date that a `given` clock waits for. */
  due?: Temporal.Instant | undefined;
  /** The department that takes it over. */
  handlerUnitId?: string | null;
  /** This move is the consequence of another matter's move, which was decided there. */
  follows?: boolean;
};

/**
 * The one way in which a matter changes. Locks the matter, asks its workflow whether this actor may make this move
 * now, and writes the new state, its owner, its due date and the journal entry together, or nothing.
 * Refuses: matters.not_found (also when the actor may not know of it), not_now, not_yours, same_person,
 * reason_missing, due_missing, owner_missing.
 */
export async function advance<State extends string, Move extends string>(
  ctx: Context,
  workflow: Workflow<State, Move>,
  step: Step<State, Move>,
): Promise<{ matter: Matter; state: string; dueAt: Temporal.Instant | null }> {
  return transact(ctx, async (tx, inside) => {
    const apart = workflow.moves[step.move]?.apart ?? [];
    // In one message; who did what is read once the lock is held.
    const [matter, done] = await Promise.all([
      lockMatter(tx, step.matterId),
      step.follows ? {} : doneBy(tx, step.matterId, apart),
    ]);
    if (matter.kind !== workflow.kind) throw notFound();
    const grant = decide(inside, workflow as Workflow, { ...matter, doneBy: done }, step);
    return move(tx, inside, workflow as Workflow, { matter, step, grant });
  });
}

function decide(
  ctx: Context,
  workflow: Workflow,
  facts: Matter & MatterFacts,
  step: Step<string, string>,
): Grant | undefined {
  const rule = workflow.moves[step.move];
  if (rule === undefined) throw new Error(`${workflow.kind} knows no move ${step.move}`);
  if (rule.reason === 'required' && !step.reason?.trim()) {
    throw new DomainError('matters.reason_missing', refusals['matters.reason_missing']);
  }
  if (step.follows) {
    const follows = rule.by.includes('follows') && rule.from.includes(facts.state);
    if (!follows) throw new DomainError('matters.not_now', refusals['matters.not_now']);
    return holds(ctx.actor, roles, { ...placeOf(facts), organisationIds: unitsOf(facts) });
  }
  if (!isVisible(facts, ctx.actor)) throw notFound();
  ensure(mayMove(workflow, facts, ctx.actor, step.move), refusals);
  return grantFor(rule, facts, ctx.actor);
}

async function move(
  tx: Tx,
  ctx: Context,
  workflow: Workflow,
  { matter, step, grant }: { matter: Matter; step: Step<string, string>; grant: Grant | undefined },
) {
  const rule = workflow.moves[step.move]!;
  const stays = rule.to === 'stay';
  const state = stays ? matter.state : chooseTarget(targetsOf(rule.to), step.to);
  const stands = {
    ...matter,
    handlerUnitId: step.handlerUnitId === undefined ? matter.handlerUnitId : step.handlerUnitId,
  };
  const turn = stays ? keepTurn(matter, step.due) : await turnOf(ctx, workflow, state, stands, step.due);
  const seq = matter.entryCount + 1;
  const stand = { id: matter.id, ...turn, state, handlerUnitId: stands.handlerUnitId, entryCount: seq };
  await Promise.all([
    writeStand(tx).execute({ ...stand, changedAt: ctx.now() }),
    writeEntry(tx, ctx, {
      matterId: matter.id,
      kind: matter.kind,
      seq,
      move: step.move,
      fromState: matter.state,
      toState: state,
      reason: step.reason,
      data: { ...step.data, ...(turn.dueAt === null ? {} : { due: turn.dueAt.toString() }) },
      where: matter,
      grant,
    }),
    tellOwner(tx, ctx, matter, turn),
  ]);
  return { matter, state, dueAt: turn.dueAt };
}

/** Prepared: it runs with every move. A date that has been reminded of counts anew. */
const writeStand = (tx: Tx) =>
  prepared(tx, 'matters_write_stand', (db, name) =>
    db
      .update(matters)
      .set({
        ...given(matters, 'ownerRole', 'ownerUnitId', 'dueAt', 'closedAt', 'state'),
        ...given(matters, 'handlerUnitId', 'entryCount', 'changedAt'),
        reminders: 0,
      })
      .where(eq(matters.id, sql.placeholder('id')))
      .prepare(name),
  );

/** A move that stays keeps whose turn it is; it changes the date only when it brings one. */
function keepTurn({ ownerRole, ownerUnitId, dueAt, closedAt }: Matter, due: Temporal.Instant | undefined) {
  return { ownerRole, ownerUnitId, dueAt: due ?? dueAt, closedAt };
}

function chooseTarget(targets: readonly string[], wanted: string | undefined): string {
  if (targets.length === 1) return targets[0]!;
  if (wanted === undefined || !targets.includes(wanted))
    throw new Error('a move with several ends names one');
  return wanted;
}

type Turn = Pick<Matter, 'ownerRole' | 'ownerUnitId'>;

/** Promises a notice to whoever's turn it has become, and to the resident when it is theirs or all is over. */
async function tellOwner(tx: Tx, ctx: Context, before: Matter, turn: Turn): Promise<void> {
  if (ctx.retelling) return;
  const residentsTurn = turn.ownerRole === 'resident' || turn.ownerRole === null;
  if (residentsTurn) {
    if (before.kind === 'issue')
      await promise(tx, { task: 'tell-resident', payload: { matterId: before.id } });
  } else if (turn.ownerUnitId !== before.ownerUnitId) {
    const payload = { event: 'turn', matterId: before.id, unitId: turn.ownerUnitId };
    await promise(tx, { task: 'notice', payload });
  }
}
