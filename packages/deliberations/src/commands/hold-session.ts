import { transact, type Context, type Tx } from '@tongxin/db';
import { advance } from '@tongxin/matters/commands';
import { onGround } from '@tongxin/matters/rules';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { methodOfSession } from '../queries/methods.ts';
import { sessionWorkflow, type HoldSession, type SaveMinutes } from '../rules/index.ts';
import { minutesDrafts, sessionInvitees, sessions, sessionSeats } from '../schema/index.ts';
import { refuse } from './refuse.ts';

type Attended = HoldSession['attendance'][number]['attended'];

/**
 * Records that a session took place: who of those invited came, and how many residents. A fact written by the host,
 * never by a device of those who came. Locks the session. Refuses: matters.not_found, matters.not_now,
 * matters.not_yours, deliberations.not_begun, deliberations.attendance_incomplete (somebody invited is missing, or
 * somebody named was not invited), deliberations.ticket_unknown, deliberations.seat_unknown.
 */
export async function holdSession(ctx: Context, input: HoldSession): Promise<void> {
  const { id, attendance, residentsPresent, tickets, fixedSeatsFilled } = input;
  await transact(ctx, async (tx, inside) => {
    const answers = new Map(attendance.map(({ inviteeId, attended }) => [inviteeId, attended]));
    const invited = await inviteesOf(tx, id);
    const came = (kind: 'member' | 'organisation') =>
      invited.filter((one) => one.kind === kind && answers.get(one.inviteeId) === 'yes').length;
    await advance(inside, sessionWorkflow, {
      matterId: id,
      move: 'hold',
      data: { residents: residentsPresent, members: came('member'), units: came('organisation') },
    });
    const [session] = await tx
      .select({
        startsAt: sessions.startsAt,
        methodOf: sessions.methodOf,
        methodVersion: sessions.methodVersion,
      })
      .from(sessions)
      .where(eq(sessions.matterId, id))
      .limit(1);
    if (Temporal.Instant.compare(inside.now(), session!.startsAt) < 0) refuse('deliberations.not_begun');
    if (invited.length !== answers.size || invited.some(({ inviteeId }) => !answers.has(inviteeId))) {
      refuse('deliberations.attendance_incomplete');
    }
    const fixed = (await methodOfSession(inside, session!))?.fixedSeats ?? [];
    if (fixedSeatsFilled.some((seat) => !fixed.includes(seat))) refuse('deliberations.seat_unknown');
    await writeAttendance(tx, id, answers);
    await markSeats(tx, id, tickets);
    await tx
      .update(sessions)
      .set({ residentsPresent, fixedSeatsFilled, changedAt: inside.now() })
      .where(eq(sessions.matterId, id));
  });
}

async function inviteesOf(tx: Tx, sessionId: string) {
  return tx
    .select({ inviteeId: sessionInvitees.inviteeId, kind: sessionInvitees.kind })
    .from(sessionInvitees)
    .where(eq(sessionInvitees.sessionId, sessionId))
    .orderBy(asc(sessionInvitees.inviteeId))
    .limit(200);
}

async function writeAttendance(
  tx: Tx,
  sessionId: string,
  answers: ReadonlyMap<string, Attended>,
): Promise<void> {
  for (const attended of ['yes', 'no', 'leave'] as const) {
    const these = [...answers].filter(([, answer]) => answer === attended).map(([inviteeId]) => inviteeId);
    if (these.length === 0) continue;
    await tx
      .update(sessionInvitees)
      .set({ attended })
      .where(and(eq(sessionInvitees.sessionId, sessionId), inArray(sessionInvitees.inviteeId, these)));
  }
}

/** Where the door counts heads and no tickets, nothing is said about the seats. */
async function markSeats(tx: Tx, sessionId: string, tickets: readonly string[]): Promise<void> {
  if (tickets.length === 0) return;
  const taken = and(eq(sessionSeats.sessionId, sessionId), isNull(sessionSeats.givenBackAt));
  await tx.update(sessionSeats).set({ attended: 'no' }).where(taken);
  const shown = await tx
    .update(sessionSeats)
    .set({ attended: 'yes' })
    .where(and(taken, inArray(sessionSeats.ticket, [...tickets])))
    .returning({ ticket: sessionSeats.ticket });
  if (shown.length !== new Set(tickets).size) refuse('deliberations.ticket_unknown');
}

/**
 * Keeps the minutes while they are written: points agreed, points not agreed, a summary. Only the hall's host and the
 * county office read them until they are published. Locks the session.
 * Refuses: matters.not_found, matters.not_now (not held, or published), matters.not_yours.
 */
export async function saveMinutes(
  ctx: Context,
  { id, agreed, notAgreed, summary }: SaveMinutes,
): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const { matter } = await advance(inside, sessionWorkflow, {
      matterId: id,
      move: 'save_minutes',
      data: { agreed: agreed.length, notAgreed: notAgreed.length },
    });
    const { cityCode, countyCode, townshipCode } = onGround(matter);
    const draft = { agreed, notAgreed, summary, savedAt: inside.now() };
    await tx
      .insert(minutesDrafts)
      .values({ sessionId: id, cityCode, countyCode, townshipCode, ...draft })
      .onConflictDoUpdate({ target: minutesDrafts.sessionId, set: draft });
  });
}
