import { prepared, type Tx } from '@tongxin/db';
import { notFound } from '@tongxin/matters/commands';
import { eq, sql } from 'drizzle-orm';
import { lineProgress, outcomeLines } from '../schema/index.ts';

/** What a decision needs of a line whose matter this transaction has locked. Refuses: matters.not_found. */
export async function lineRow(tx: Tx, id: string) {
  const statement = prepared(tx, 'deliberations_line_row', (db, name) =>
    db
      .select({
        dueOn: outcomeLines.dueOn,
        round: outcomeLines.round,
        replyClass: outcomeLines.replyClass,
        unitId: outcomeLines.unitId,
      })
      .from(outcomeLines)
      .where(eq(outcomeLines.matterId, sql.placeholder('id')))
      .limit(1)
      .prepare(name),
  );
  const [line] = await statement.execute({ id });
  if (line === undefined) throw notFound();
  return line;
}

/** Writes columns of a line whose matter this transaction has locked. */
export async function updateLine(
  tx: Tx,
  id: string,
  columns: Partial<typeof outcomeLines.$inferInsert>,
): Promise<void> {
  await tx.update(outcomeLines).set(columns).where(eq(outcomeLines.matterId, id));
}

type Told = Pick<typeof lineProgress.$inferInsert, 'kind' | 'replyClass' | 'text' | 'at'>;

/** Adds to what the unit tells of a line; the matter is locked, so the next number is free. */
export async function addProgress(tx: Tx, lineId: string, told: Told): Promise<void> {
  await tx.insert(lineProgress).values({
    lineId,
    seq: sql`(select coalesce(max(seq), 0) + 1 from line_progress where line_id = ${lineId})`,
    ...told,
  });
}
