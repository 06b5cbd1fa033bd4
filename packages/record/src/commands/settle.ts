import { transact, type Context, type Tx } from '@tongxin/db';
import { correctAttendance as correctSession } from '@tongxin/deliberations/commands';
import { correctAttendance as correctEvent } from '@tongxin/events/commands';
import { advance } from '@tongxin/matters/commands';
import { matters } from '@tongxin/matters/schema';
import { correctTurn } from '@tongxin/rotas/commands';
import { eq } from 'drizzle-orm';
import { factsOfLine, type LineOf } from '../queries/facts.ts';
import {
  objectionWorkflow,
  outcomesOf,
  type CorrectLine,
  type ExplainLine,
  type RecordState,
} from '../rules/index.ts';
import { recordObjections } from '../schema.ts';
import { ensureImpersonal, refuse } from './refuse.ts';

type Inside = Context & { tx: Tx };

/**
 * Whoever wrote a line down corrects it where it was written, and says so to the member: one entry here and one there.
 * Locks the objection, then what the line comes from. Refuses: as advance; record.fact_unknown, outcome_unknown,
 * personal_words; events.no_fact, deliberations.no_fact, rotas.same_outcome where it says so already.
 */
export async function correctLine(ctx: Context, { id, factId, state, answer }: CorrectLine): Promise<void> {
  ensureImpersonal(answer);
  await transact(ctx, async (tx, inside) => {
    const data = { factId, to: state };
    await advance(inside, objectionWorkflow, { matterId: id, move: 'correct', data });
    const line = await lineOf(tx, id);
    const facts = await factsOfLine(inside, line);
    if (facts.every((fact) => fact.id !== factId)) refuse('record.fact_unknown');
    if (!outcomesOf(line.kind).includes(state)) refuse('record.outcome_unknown');
    await rewrite(inside, { ...line, id: factId }, state, answer);
    await tell(inside, id, answer);
  });
}

/** The line stays, and the member is told why. Locks the objection. Refuses: as advance; record.personal_words. */
export async function explainLine(ctx: Context, { id, answer }: ExplainLine): Promise<void> {
  ensureImpersonal(answer);
  await transact(ctx, async (_tx, inside) => {
    await advance(inside, objectionWorkflow, { matterId: id, move: 'explain' });
    await tell(inside, id, answer);
  });
}

async function tell({ tx, now }: Inside, id: string, answer: string): Promise<void> {
  await tx
    .update(recordObjections)
    .set({ answer, answeredAt: now() })
    .where(eq(recordObjections.matterId, id));
}

/** What the objection is about; whoever calls has locked it. */
async function lineOf(tx: Tx, id: string): Promise<LineOf> {
  const [row] = await tx
    .select({ id: matters.id, kind: matters.kind, memberId: recordObjections.memberId })
    .from(recordObjections)
    .innerJoin(matters, eq(matters.id, recordObjections.aboutId))
    .where(eq(recordObjections.matterId, id))
    .limit(1);
  return row ?? refuse('record.objection_not_found');
}

const attended = { done: 'yes', absent: 'no', leave: 'leave' } as const;

/** Corrects it where it was written, by that domain's own rules. */
async function rewrite(
  inside: Inside,
  { kind, id, memberId }: LineOf,
  state: RecordState,
  reason: string,
): Promise<void> {
  if (kind === 'event') {
    const to = state === 'done' ? 'attended' : state;
    return correctEvent(inside, { id, memberId, state: to, reason });
  }
  if (kind === 'session') return correctSession(inside, { id, memberId, attended: attended[state], reason });
  return correctTurn(inside, { id, to: state === 'done' ? 'logged' : 'missed', reason });
}
