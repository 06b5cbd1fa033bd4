import { pageOf } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { matters } from '@tongxin/matters/schema';
import { findMemberByAccount } from '@tongxin/members/queries';
import { platforms } from '@tongxin/platforms/schema';
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { ListMySessions } from '../rules/index.ts';
import { sessionInvitees, sessions } from '../schema/index.ts';
import { pageSize } from './ground.ts';
import { beyond, comingOrOver } from './sessions.ts';

const columns = {
  id: sessions.matterId,
  number: matters.number,
  title: sessions.title,
  startsAt: sessions.startsAt,
  endsAt: sessions.endsAt,
  mode: sessions.mode,
  hall: platforms.name,
  address: platforms.address,
  cancelledAt: sessions.cancelledAt,
  /** Goes up with each change of time or place. */
  changes: sessions.sequence,
  convenes: sql<boolean>`${sessions.convenorId} = ${sessionInvitees.memberId}`,
  /** What the host wrote down; null before. */
  attended: sessionInvitees.attended,
};

/**
 * The sessions that the asking member is invited to, and nobody else's: what is coming by date, or what is over,
 * newest first, with whether the member was there; 20 a page. None for whoever is no member.
 */
export async function listMySessions(ctx: Context, { when, after }: ListMySessions) {
  const member = ctx.actor.kind === 'account' ? await findMemberByAccount(ctx, ctx.actor.accountId) : null;
  if (member === null) return { rows: [], next: null };
  const coming = when === 'upcoming';
  const found = await (ctx.tx ?? ctx.municipality.db)
    .select(columns)
    .from(sessionInvitees)
    .innerJoin(sessions, eq(sessions.matterId, sessionInvitees.sessionId))
    .innerJoin(matters, eq(matters.id, sessions.matterId))
    .innerJoin(platforms, eq(platforms.id, sessions.platformId))
    .where(
      and(
        eq(sessionInvitees.memberId, member.id),
        comingOrOver(ctx.now(), coming),
        after === undefined ? undefined : beyond(after, coming),
      ),
    )
    .orderBy(
      ...(coming
        ? [asc(sessions.startsAt), asc(sessions.matterId)]
        : [desc(sessions.startsAt), desc(sessions.matterId)]),
    )
    .limit(pageSize + 1);
  return pageOf(found, pageSize, ({ startsAt, id }) => ({ startsAt: startsAt.toString(), id }));
}
