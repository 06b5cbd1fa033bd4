import { createHash } from 'node:crypto';
import { secretWord } from '@tongxin/core';
import { transact, type Context } from '@tongxin/db';
import { calendarFeeds } from '../schema/index.ts';
import { memberOf } from './event-row.ts';

/** What a feed is found by; the address itself is nowhere kept. */
export const hashOfToken = (token: string) => createHash('sha256').update(token).digest('hex');

/**
 * Makes the secret address of a member's own calendar; an earlier one stops working. Shown this once.
 * Refuses: events.not_member.
 */
export async function renewFeed(ctx: Context): Promise<{ token: string }> {
  return transact(ctx, async (tx, inside) => {
    const { id } = await memberOf(inside);
    const token = secretWord(32);
    const made = { tokenHash: hashOfToken(token), madeAt: inside.now() };
    await tx
      .insert(calendarFeeds)
      .values({ memberId: id, ...made })
      .onConflictDoUpdate({ target: calendarFeeds.memberId, set: made });
    return { token };
  });
}
