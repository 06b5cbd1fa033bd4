import { civilDay, newId } from '@tongxin/core';
import { once, type Context } from '@tongxin/db';
import { advance } from '@tongxin/matters/commands';
import { topicWorkflow, type NoteResearch } from '../rules/index.ts';
import { researchNotes } from '../schema/index.ts';
import { ensureImpersonal, refuse } from './refuse.ts';

/**
 * Writes down what was looked into for a topic that is still being prepared: when, how, and what was found. The journal
 * says that it was done and how, not the words. Sent twice it is written once. Locks the topic's matter.
 * Refuses: matters.not_found, not_now, not_yours; deliberations.research_ahead, deliberations.personal_words.
 */
export async function noteResearch(ctx: Context, input: NoteResearch): Promise<{ id: string }> {
  const { topicId, onDay, way, words, key } = input;
  ensureImpersonal(words);
  if (Temporal.PlainDate.compare(onDay, civilDay(ctx.now())) > 0) refuse('deliberations.research_ahead');
  const sent = { topicId, onDay: onDay.toString(), way, words, by: accountOf(ctx) };
  return once(ctx, { key: `deliberations.research:${key}`, input: sent }, async (tx, inside) => {
    const data = { way, onDay: onDay.toString() };
    await advance(inside, topicWorkflow, { matterId: topicId, move: 'research', data });
    const id: string = newId();
    await tx.insert(researchNotes).values({ id, topicId, onDay, way, words, at: inside.now() });
    return { id };
  });
}

const accountOf = ({ actor }: Context) => (actor.kind === 'account' ? actor.accountId : actor.kind);
