import { createHash } from 'node:crypto';
import { canonicalJson, DomainError } from '@tongxin/core';
import { eq, sql } from 'drizzle-orm';
import { placeholders, prepared } from './prepared.ts';
import { idempotencyKeys } from './schema.ts';
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
    const { rowCount } = await claim(tx).execute({ key, fingerprint, createdAt: ctx.now() });
    if (rowCount === 0) return replay<T>(tx, key, fingerprint);
    const answer = await work(tx, inside);
    await keepAnswer(tx).execute({ key, answer: JSON.stringify(answer ?? null) });
    return answer;
  });
}

const claim = (tx: Tx) =>
  prepared(tx, 'once_claim', (db, name) =>
    db
      .insert(idempotencyKeys)
      .values(placeholders('key', 'fingerprint', 'createdAt'))
      .onConflictDoNothing({ target: idempotencyKeys.key })
      .prepare(name),
  );

const keepAnswer = (tx: Tx) =>
  prepared(tx, 'once_keep_answer', (db, name) =>
    db
      .update(idempotencyKeys)
      .set({ answer: sql`${sql.placeholder('answer')}::jsonb` })
      .where(eq(idempotencyKeys.key, sql.placeholder('key')))
      .prepare(name),
  );

async function replay<T>(tx: Tx, key: string, fingerprint: string): Promise<T> {
  const { rows } = await tx.execute<{ fingerprint: string; answer: T }>(
    sql`select fingerprint, answer from idempotency_keys where key = ${key}`,
  );
  if (rows[0]?.fingerprint !== fingerprint) throw new DomainError('idempotency.other_content', 'CONFLICT');
  return rows[0].answer;
}
