import { prepared, type Context } from '@tongxin/db';
import { asc, desc, eq, sql } from 'drizzle-orm';
import { journal, readings } from '../schema.ts';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

/** What happened to a matter, oldest first. At most 500 entries; whoever calls has shown that they may see it. */
export async function listHistory(ctx: Context, matterId: string) {
  const statement = prepared(db(ctx), 'matters_history', (builder, name) =>
    builder
      .select({
        seq: journal.seq,
        move: journal.move,
        fromState: journal.fromState,
        toState: journal.toState,
        at: journal.at,
        actorKind: journal.actorKind,
        role: journal.role,
        unitName: journal.unitName,
        reason: journal.reason,
        data: journal.data,
      })
      .from(journal)
      .where(eq(journal.matterId, sql.placeholder('matterId')))
      .orderBy(asc(journal.seq))
      .limit(500)
      .prepare(name),
  );
  return statement.execute({ matterId });
}

/** Which office opened the resident's own words, photos or identity, when and why; newest first, at most 200. */
export async function listReadings(ctx: Context, matterId: string) {
  return db(ctx)
    .select({
      what: readings.what,
      role: readings.role,
      unitName: readings.unitName,
      reason: readings.reason,
      at: readings.at,
    })
    .from(readings)
    .where(eq(readings.matterId, matterId))
    .orderBy(desc(readings.at))
    .limit(200);
}
