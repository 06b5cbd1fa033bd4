import { transact, type Context } from '@tongxin/db';
import { bookings } from '@tongxin/events/schema';
import { closePlatform } from '@tongxin/platforms/commands';
import { matters } from '@tongxin/matters/schema';
import type { PlatformAndReason } from '@tongxin/platforms/rules';
import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { turnRows } from '../queries/turn-rows.ts';
import { longestHours } from '../rules/index.ts';
import { turns } from '../schema.ts';
import { refuse } from './refuse.ts';
import type { Inside } from './turn-row.ts';

/**
 * Closes a site where nothing is planned any more and nobody has a turn to come, so that nobody stands before a closed
 * door. Locks the site, which keeps sessions and rotas from being made there meanwhile. Refuses: platforms.not_found,
 * not_yours, closed; rotas.site_booked, site_turns.
 */
export async function closeSite(ctx: Context, input: PlatformAndReason): Promise<void> {
  await transact(ctx, async (_tx, inside) => {
    await closePlatform(inside, input);
    const planned = await countPlanned(inside, input.id);
    if (planned > 0) refuse('rotas.site_booked', { planned });
    if (await hasTurnsToCome(inside, input.id)) refuse('rotas.site_turns');
  });
}

/** How many things have the site booked from now on. */
function countPlanned({ tx, now }: Inside, platformId: string): Promise<number> {
  return tx.$count(
    bookings,
    and(
      eq(bookings.resourceKind, 'platform'),
      eq(bookings.resourceId, platformId),
      isNull(bookings.releasedAt),
      sql`upper(${bookings.during}) > ${now().toString()}::timestamptz`,
    ),
  );
}

/** Whether somebody is or will be expected there, on a rota that is public or not yet. */
async function hasTurnsToCome(inside: Inside, platformId: string): Promise<boolean> {
  const rows = await turnRows(inside)
    .where(
      and(
        eq(turns.platformId, platformId),
        // No turn is longer than half a day, so the index finds where to begin.
        gt(turns.startsAt, inside.now().subtract({ hours: longestHours })),
        gt(turns.endsAt, inside.now()),
        inArray(matters.state, ['planned', 'staffed']),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
