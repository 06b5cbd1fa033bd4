import { sql } from 'drizzle-orm';
import { queueRole } from './roles.ts';
import { transact, type Context } from './transact.ts';

const batchSize = 200;

/**
 * Hands promised work to the job queue, at most 200 promises at a time; returns how many. Taking a promise and
 * queueing its job are one transaction, so neither a crash nor a second relay loses or doubles a job.
 */
export async function relayOutbox(ctx: Context): Promise<number> {
  return transact(ctx, async (tx) => {
    const { rows } = await tx.execute<{ id: string; task: string; payload: unknown; run_at: string }>(
      sql`delete from outbox where id in (
            select id from outbox where run_at <= now() order by run_at, id limit ${batchSize} for update skip locked)
          returning id, task, payload, run_at::text`,
    );
    if (rows.length === 0) return 0;
    // The queue belongs to a role of its own, which this transaction becomes for this one statement.
    await tx.execute(sql.raw(`set local role ${queueRole}`));
    for (const { id, task, payload } of rows) {
      await tx.execute(
        sql`select 1 from graphile_worker.add_job(${task}::text, ${JSON.stringify(payload)}::json, job_key := ${id}::text)`,
      );
    }
    return rows.length;
  });
}
