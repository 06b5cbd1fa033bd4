import type { Context } from '@tongxin/db';
import { journal } from '@tongxin/matters/schema';
import { and, asc, eq, inArray, or } from 'drizzle-orm';
import type { Subject } from './reader.ts';
import { db } from './span.ts';

type Signature = { unit: string | null; role: string | null; reason: string | null; covered: boolean };

/**
 * Who wrote down what became of these sessions and turns, the last word first; and whether the member came to a turn
 * instead of another one.
 */
export async function signaturesOf(
  ctx: Context,
  subject: Subject,
  rows: readonly { id: string }[],
): Promise<(id: string) => Signature | undefined> {
  if (rows.length === 0) return () => undefined;
  const entries = await db(ctx)
    .select({
      matterId: journal.matterId,
      move: journal.move,
      role: journal.role,
      unit: journal.unitName,
      reason: journal.reason,
      data: journal.data,
    })
    .from(journal)
    .where(
      and(
        inArray(
          journal.matterId,
          rows.map(({ id }) => id),
        ),
        or(
          and(eq(journal.kind, 'session'), inArray(journal.move, ['hold', 'correct_attendance'])),
          and(eq(journal.kind, 'turn'), inArray(journal.move, ['log', 'miss', 'correct', 'cover'])),
        ),
      ),
    )
    .orderBy(asc(journal.matterId), asc(journal.seq))
    .limit(1000);
  const found = new Map<string, Signature>();
  for (const { matterId, move, role, unit, reason, data } of entries) {
    const before = found.get(matterId) ?? { unit: null, role: null, reason: null, covered: false };
    if (move === 'cover') found.set(matterId, { ...before, covered: data.memberId === subject.id });
    else found.set(matterId, { ...before, role, unit, reason });
  }
  return (id) => found.get(id);
}
