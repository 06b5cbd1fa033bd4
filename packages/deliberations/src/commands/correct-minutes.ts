import { transact, type Context } from '@tongxin/db';
import { advance, lockMatter } from '@tongxin/matters/commands';
import { desc, eq } from 'drizzle-orm';
import { publicTexts, sessionWorkflow, type CorrectMinutes } from '../rules/index.ts';
import { publishedMinutes } from '../schema/index.ts';
import { ensureImpersonal, ensurePublic } from './refuse.ts';

/**
 * Corrects published minutes by a further version; the page says what was changed when and why, and keeps the version
 * before. The agreed lines stay what they are. Locks the session. Refuses: matters.not_found, matters.not_now (not
 * published), matters.not_yours, matters.reason_missing, deliberations.personal_words with the findings.
 */
export async function correctMinutes(ctx: Context, input: CorrectMinutes): Promise<{ version: number }> {
  const { id, agreed, notAgreed, summary, reason } = input;
  ensureImpersonal(reason);
  ensurePublic(publicTexts({ agreed, notAgreed, summary }, []), input.confirmed);
  return transact(ctx, async (tx, inside) => {
    // Two who correct at once write one version after the other.
    await lockMatter(tx, id);
    const [last] = await tx
      .select({ version: publishedMinutes.version })
      .from(publishedMinutes)
      .where(eq(publishedMinutes.sessionId, id))
      .orderBy(desc(publishedMinutes.version))
      .limit(1);
    const version = (last?.version ?? 0) + 1;
    await advance(inside, sessionWorkflow, { matterId: id, move: 'correct', reason, data: { version } });
    await tx.insert(publishedMinutes).values({
      sessionId: id,
      version,
      agreed,
      notAgreed,
      summary,
      publishedAt: inside.now(),
      changeReason: reason,
    });
    return { version };
  });
}
