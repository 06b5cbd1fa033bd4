import { ensure, holds, newId } from '@tongxin/core';
import { once, transact, type Context } from '@tongxin/db';
import { submitAssisted, submitThroughMember, type Submitted } from '@tongxin/issues/commands';
import { lockMatter, notFound } from '@tongxin/matters/commands';
import { placeOf } from '@tongxin/matters/rules';
import { memberOf } from '../queries/mine.ts';
import {
  mayWriteDown,
  receivers,
  refusals,
  type ReceiveAdvice,
  type ReceiveIssue,
  type ReceiveThroughMember,
} from '../rules/index.ts';
import { receptions } from '../schema.ts';
import { moveTurn, turnRow, type Inside } from './turn-row.ts';

type Visit = { turnId: string; at: Temporal.Instant };
type What = { issueId: string } | { about: string; said: string | null };

/**
 * Records a visitor who wanted advice: what it was about and what was said, and nothing of who it was. Written by the
 * site's host, its county office or the member on duty; also later, with the time at which it was. Sent twice with the
 * same key it is one line. Locks the turn. Refuses: matters.not_found, matters.not_now (a cancelled turn),
 * rotas.other_day, rotas.personal_words, idempotency.other_content.
 */
export async function receiveAdvice(ctx: Context, input: ReceiveAdvice): Promise<{ id: string }> {
  const { key, turnId, at, about, said } = input;
  const sent = { turnId, at: at.toString(), about, said: said ?? null, by: accountOf(ctx) };
  return once(ctx, { key: `rotas.receive:${key}`, input: sent }, (_tx, inside) =>
    receive(inside, { turnId, at }, { about, said: said ?? null }),
  );
}

/**
 * Records a visitor with a matter, in one step with the matter itself: what the person gives of themselves goes
 * straight to the vault, and the line of the log holds nothing but the matter's id. Sent twice with the same key it is
 * one matter and one line. Locks the turn. Refuses: as receiveAdvice and as submitAssisted.
 */
export async function receiveIssue(
  ctx: Context,
  { key, turnId, at, issue }: ReceiveIssue,
): Promise<Submitted> {
  return transact(ctx, async (_tx, inside) => {
    await isOnDuty(inside, turnId);
    // The matter before the line: it knows whether this key has brought other words before.
    const told = await submitAssisted(inside, { ...issue, key });
    const sent = { turnId, at: at.toString(), issueId: told.id, by: accountOf(ctx) };
    await once(inside, { key: `rotas.receive:${key}`, input: sent }, (_inner, within) =>
      receive(within, { turnId, at }, { issueId: told.id }),
    );
    return told;
  });
}

/**
 * The same by the member on duty, on their own telephone: the matter comes in through the member, who has no door to it
 * afterwards, and the line stands in the log of the turn; both or neither. Sent again, the same receipt is answered, also
 * when somebody else has taken the turn since. Locks the turn. Refuses: as receiveAdvice and as submitThroughMember.
 */
export async function receiveThroughMember(
  ctx: Context,
  { key, turnId, issue }: ReceiveThroughMember,
): Promise<Submitted> {
  const at = Temporal.Instant.from(issue.toldAt);
  return transact(ctx, async (_tx, inside) => {
    const told = await submitThroughMember(inside, { ...issue, key });
    const sent = { turnId, at: at.toString(), issueId: told.id, by: accountOf(ctx) };
    await once(inside, { key: `rotas.receive:${key}`, input: sent }, (_inner, within) =>
      receive(within, { turnId, at }, { issueId: told.id }),
    );
    return told;
  });
}

/** Whoever may write down a visitor at this turn: its desk or the member on duty. Refuses: matters.not_found. */
export async function ensureReceives(ctx: Context, turnId: string): Promise<void> {
  await transact(ctx, (_tx, inside) => isOnDuty(inside, turnId));
}

/** Whose sign-in writes. */
export const accountOf = ({ actor }: Context) => (actor.kind === 'account' ? actor.accountId : actor.kind);

async function receive(inside: Inside, { turnId, at }: Visit, what: What): Promise<{ id: string }> {
  const id = newId<'reception'>();
  const turn = await moveTurn(inside, {
    matterId: turnId,
    move: 'receive',
    follows: await isOnDuty(inside, turnId),
    data: { receptionId: id, at: at.toString(), ...('issueId' in what ? what : {}) },
  });
  ensure(mayWriteDown(turn, { at, ...what }, inside.now()), refusals);
  await inside.tx.insert(receptions).values({
    id,
    turnId,
    ...what,
    at,
    receivedAt: inside.now(),
    recordedBy: accountOf(inside),
  });
  return { id };
}

/**
 * Whether it is the member on duty who writes, without an office of their own over the place. Locks the turn.
 * Refuses: matters.not_found for anybody else.
 */
async function isOnDuty(inside: Inside, turnId: string): Promise<boolean> {
  const matter = await lockMatter(inside.tx, turnId);
  if (holds(inside.actor, receivers, placeOf(matter)) !== undefined) return false;
  const [me, turn] = [await memberOf(inside), await turnRow(inside.tx, turnId)];
  if (me === null || turn.memberId !== me.id || turn.publishedAt === null) throw notFound();
  return true;
}
