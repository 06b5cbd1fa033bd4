import { transact, type Context } from '@tongxin/db';
import { namingConflicts } from '../queries/in-the-way.ts';
import type { Inside } from './event-row.ts';

/** One transaction in which time is taken; when it is refused, the refusal names what is in the way. */
export async function taking<T>(ctx: Context, work: (inside: Inside) => Promise<T>): Promise<T> {
  try {
    return await transact(ctx, (_tx, inside) => work(inside));
  } catch (error) {
    throw await namingConflicts(ctx, error);
  }
}
