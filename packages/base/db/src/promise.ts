import { newId } from '@tongxin/core';
import { outbox } from './schema.ts';
import type { Tx } from './municipality.ts';

/** A job's name, what it needs to know (ids, never texts or names), and not before when. */
export type Promised = { task: string; payload: Record<string, unknown>; runAt?: Temporal.Instant };

/** Promises work to be done after this transaction commits; nothing is done when it does not. */
export async function promise(tx: Tx, ...jobs: readonly Promised[]): Promise<void> {
  if (jobs.length === 0) return;
  await tx.insert(outbox).values(
    jobs.map(({ task, payload, runAt }) => ({
      id: newId<'outbox'>(),
      task,
      payload,
      ...(runAt === undefined ? {} : { runAt }),
    })),
  );
}
