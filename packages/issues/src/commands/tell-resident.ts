import { transact, type Context } from '@tongxin/db';
import { notFound, recordSystemReading } from '@tongxin/matters/commands';
import { matters } from '@tongxin/matters/schema';
import { and, eq } from 'drizzle-orm';
import { residentTexts } from '../messages.ts';
import { issues } from '../schema.ts';
import { readIdentity } from '../vault.ts';

/** A message to one telephone. It says that there is news, never what about: a telephone lies on tables. */
export type TextMessage = { phone: string; text: string };

/**
 * Tells the resident, when they left a telephone number, that it is their turn or that there is a result. Nothing is
 * sent when there is none. No person sees the number, yet the opening is written down for the resident like every
 * other. The message is sent after the transaction. Refuses: matters.not_found.
 */
export async function tellResident(
  ctx: Context,
  matterId: string,
  send: (message: TextMessage) => Promise<void>,
): Promise<boolean> {
  const message = await transact(ctx, async (tx, inside) => {
    const [issue] = await tx
      .select({ state: matters.state, contactKept: issues.contactKept })
      .from(matters)
      .innerJoin(issues, eq(issues.matterId, matters.id))
      .where(and(eq(matters.id, matterId), eq(matters.kind, 'issue')))
      .limit(1);
    if (issue === undefined) throw notFound();
    const phone = issue.contactKept ? (await readIdentity(tx, inside, matterId))?.phone : undefined;
    if (phone === undefined) return null;
    await recordSystemReading(tx, inside, matterId, residentTexts.reading['zh-CN']);
    return { phone, text: textFor(issue.state) };
  });
  if (message !== null) await send(message);
  return message !== null;
}

function textFor(state: string): string {
  const text =
    state === 'needs_info'
      ? residentTexts.question
      : state === 'to_rate'
        ? residentTexts.judge
        : residentTexts.news;
  // Nobody said in which language they read their telephone; the city's own is sent.
  return text['zh-CN'];
}
