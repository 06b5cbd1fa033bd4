import { transact, type Context } from '@tongxin/db';
import { bookings } from '@tongxin/events/schema';
import { closePlatform } from '@tongxin/platforms/commands';
import type { PlatformAndReason } from '@tongxin/platforms/rules';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { refuse } from './refuse.ts';

/**
 * Closes a site where nothing is planned any more, so that nobody stands before a closed door. Locks the site, which
 * keeps sessions from being scheduled there meanwhile. Refuses: platforms.not_found, not_yours, closed;
 * deliberations.site_booked.
 */
export async function closeSite(ctx: Context, input: PlatformAndReason): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    await closePlatform(inside, input);
    const planned = await tx.$count(
      bookings,
      and(
        eq(bookings.resourceKind, 'platform'),
        eq(bookings.resourceId, input.id),
        isNull(bookings.releasedAt),
        sql`upper(${bookings.during}) > ${ctx.now().toString()}::timestamptz`,
      ),
    );
    if (planned > 0) refuse('deliberations.site_booked', { planned });
  });
}
