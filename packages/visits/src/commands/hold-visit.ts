import { civilDay, DomainError, newId } from '@tongxin/core';
import { promise, transact, type Context } from '@tongxin/db';
import { advance, lockMatter } from '@tongxin/matters/commands';
import { findMemberByAccount } from '@tongxin/members/queries';
import { eq } from 'drizzle-orm';
import {
  answerBy,
  canHaveBeen,
  officeCodeOf,
  visitWorkflow,
  type AnswerAsk,
  type AskAgain,
  type One,
  type RecordVisit,
  type WriteNote,
} from '../rules/index.ts';
import { visitAsks, visitNotes } from '../schema.ts';
import { ensureImpersonal, refuse } from './refuse.ts';
import { asksOf, visitOfAsk, visitRow, write } from './visit-row.ts';

/**
 * Writes a visit down with what the member asked; each line is answered within thirty days of the visit. Without a line
 * the visit is closed. Locks the visit. Refuses: as advance; visits.day_held, personal_words.
 */
export async function recordVisit(ctx: Context, { id, visitedOn, asks }: RecordVisit): Promise<void> {
  ensureImpersonal(...asks);
  await transact(ctx, async (tx, inside) => {
    const data = { visitedOn: visitedOn.toString(), asks: asks.length };
    const to = asks.length === 0 ? 'closed' : 'visited';
    await advance(inside, visitWorkflow, {
      matterId: id,
      move: 'record',
      to,
      data,
      due: answerBy(visitedOn),
    });
    if (!canHaveBeen(visitedOn, inside.now())) refuse('visits.day_held');
    await write(tx, id, { visitedOn });
    if (asks.length === 0) return;
    await tx.insert(visitAsks).values(
      asks.map((words, at) => ({
        id: newId<'ask'>(),
        visitId: id,
        orderNo: at + 1,
        words,
        askedOn: visitedOn,
      })),
    );
  });
}

/**
 * Writes the private note of a visit, in place of the one before. That it was written is in the history; its words are
 * only behind the wall. Locks the visit. Refuses: as advance.
 */
export async function writeNote(ctx: Context, { id, note }: WriteNote): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    await advance(inside, visitWorkflow, { matterId: id, move: 'note' });
    const officeCode = officeCodeOf(await visitRow(tx, id));
    const row = { note, officeCode, writtenAt: inside.now() };
    await tx
      .insert(visitNotes)
      .values({ visitId: id, ...row })
      .onConflictDoUpdate({ target: visitNotes.visitId, set: row });
  });
}

/**
 * Answers one line, once; with the last one all are answered. Locks the visit. Refuses: visits.ask_not_found, answered;
 * as advance.
 */
export async function answerAsk(ctx: Context, { askId, answer }: AnswerAsk): Promise<void> {
  ensureImpersonal(answer);
  await transact(ctx, async (tx, inside) => {
    const visitId = await visitOfAsk(tx, askId);
    await asAsk(advance(inside, visitWorkflow, { matterId: visitId, move: 'answer', data: { askId } }));
    const asks = await asksOf(tx, visitId);
    if (asks.find(({ id }) => id === askId)?.answeredAt !== null) refuse('visits.answered');
    await tx.update(visitAsks).set({ answer, answeredAt: inside.now() }).where(eq(visitAsks.id, askId));
    const open = asks.filter(({ id, answeredAt }) => answeredAt === null && id !== askId);
    if (open.length === 0)
      await advance(inside, visitWorkflow, { matterId: visitId, move: 'all_answered', follows: true });
  });
}

/** Whoever may not know of the visit is told that the line is not there, as if there were none. */
async function asAsk<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'matters.not_found') refuse('visits.ask_not_found');
    throw error;
  }
}

/**
 * The visited member says what an answer left open; it is a line of its own with thirty days of its own. Locks the
 * visit. Refuses: visits.ask_not_found (for anybody else), not_answered, asked_again, personal_words; matters.not_now
 * once it is closed or something else was asked again.
 */
export async function askAgain(ctx: Context, { askId, words }: AskAgain): Promise<void> {
  ensureImpersonal(words);
  await transact(ctx, async (tx, inside) => {
    const visitId = await visitOfAsk(tx, askId);
    const { actor } = inside;
    const me = actor.kind === 'account' ? await findMemberByAccount(inside, actor.accountId) : null;
    if (me === null || (await visitRow(tx, visitId)).memberId !== me.id) refuse('visits.ask_not_found');
    const { ownerUnitId } = await lockMatter(tx, visitId);
    const asks = await asksOf(tx, visitId);
    if (asks.find(({ id }) => id === askId)?.answeredAt === null) refuse('visits.not_answered');
    if (asks.some(({ followsId }) => followsId === askId)) refuse('visits.asked_again');
    const today = civilDay(inside.now());
    await advance(inside, visitWorkflow, {
      matterId: visitId,
      move: 'ask_again',
      follows: true,
      due: answerBy(today),
      data: { askId },
    });
    const orderNo = Math.max(...asks.map((ask) => ask.orderNo)) + 1;
    await tx
      .insert(visitAsks)
      .values({ id: newId<'ask'>(), visitId, orderNo, words, askedOn: today, followsId: askId });
    // The spine tells a unit when its turn comes; it was this unit's before.
    if (inside.retelling) return;
    const payload = { event: 'turn', matterId: visitId, unitId: ownerUnitId };
    await promise(tx, { task: 'notice', payload });
  });
}

/** Everything is answered and the visit is over. Locks the visit. Refuses: as advance. */
export async function closeVisit(ctx: Context, { id }: One): Promise<void> {
  await advance(ctx, visitWorkflow, { matterId: id, move: 'close' });
}
