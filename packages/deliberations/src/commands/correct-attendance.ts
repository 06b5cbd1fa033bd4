import { transact, type Context } from '@tongxin/db';
import { advance, lockMatter } from '@tongxin/matters/commands';
import { and, eq } from 'drizzle-orm';
import { sessionWorkflow, type HoldSession } from '../rules/index.ts';
import { sessionInvitees, sessions } from '../schema/index.ts';
import { ensureImpersonal, refuse } from './refuse.ts';

type CorrectAttendance = {
  id: string;
  memberId: string;
  attended: HoldSession['attendance'][number]['attended'];
  reason: string;
};

/**
 * Corrects what is recorded of one invited member, with a reason that stays in the journal beside what stood there
 * before. Locks the session. Refuses: as advance, deliberations.no_fact, personal_words.
 */
export async function correctAttendance(ctx: Context, input: CorrectAttendance): Promise<void> {
  const { id, memberId, attended, reason } = input;
  ensureImpersonal(reason);
  await transact(ctx, async (tx, inside) => {
    await lockMatter(tx, id);
    const invited = and(eq(sessionInvitees.sessionId, id), eq(sessionInvitees.memberId, memberId));
    const [row] = await tx
      .select({ attended: sessionInvitees.attended })
      .from(sessionInvitees)
      .where(invited)
      .limit(1);
    const before = row?.attended ?? null;
    await advance(inside, sessionWorkflow, {
      matterId: id,
      move: 'correct_attendance',
      reason,
      data: { memberId, from: before, to: attended },
    });
    if (before === null || before === attended) refuse('deliberations.no_fact');
    await tx.update(sessionInvitees).set({ attended }).where(invited);
    await tx.update(sessions).set({ changedAt: inside.now() }).where(eq(sessions.matterId, id));
  });
}
