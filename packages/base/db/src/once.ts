import { createHash } from 'node:crypto';
import { canonicalJson, DomainError } from '@tongxin/core';
import { sql } from 'drizzle-orm';
import { transact, type Context } from './transact.ts';
import type { Tx } from './municipality.ts';

/**
 * Does `work` once for this key, however often it is sent: a repeat gets the first answer back, and a second
 * sender waits for the first to finish. Refuses: idempotency.other_content when the same key brings other input.
 */
export async function once<T>(
  ctx: Context,
  { key, input }: { key: string; input: unknown },
  work: (tx: Tx, inside: Context & { tx: Tx }) => Promise<T>,
): Promise<T> {
  const fingerprint = createHash('sha256').update(canonicalJson(input)).digest('hex');
  return transact(ctx, async (tx, inside) => {
    const claimed = await tx.execute<{ key: string }>(
      sql`insert into idempotency_keys (key, fingerprint, created_at)
          values (${key}, ${fingerprint}, ${ctx.now().toString()}) on conflict (key) do nothing returning key`,
    );
    if (claimed.rowCount === 0) return replay<T>(tx, key, fingerprint);
    const answer = await work(tx, inside);
    await tx.execute(
      sql`update idempotency_keys set answer = ${JSON.stringify(answer ?? null)}::jsonb where key = ${key}`,
    );
    return answer;
  });
}

async function replay<T>(tx: Tx, key: string, fingerprint: string): Promise<T> {
  const { rows } = await tx.execute<{ fingerprint: string; answer: T }>(
    sql`select fingerprint, answer from idempotency_keys where key = ${key}`,
  );
  if (rows[0]?.fingerprint !== fingerprint) throw new DomainError('idempotency.other_content', 'CONFLICT');
  return rows[0].answer;
}
