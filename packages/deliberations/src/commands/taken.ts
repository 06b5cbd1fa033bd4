import { DomainError } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { members } from '@tongxin/members/schema';
import { matters } from '@tongxin/matters/schema';
import { platforms } from '@tongxin/platforms/schema';
import { namingConflicts, type Named } from '@tongxin/events/queries';
import type { TakenFacts } from '@tongxin/events/rules';
import { eq, inArray } from 'drizzle-orm';
import { refusals } from '../rules/index.ts';
import { sessions } from '../schema/index.ts';

/** A session that stands in the way, as its public notice shows it, and what of it is in the way. */
export type InTheWay = {
  sessionId: string;
  number: string;
  title: string;
  hall: string;
  startsAt: string;
  endsAt: string;
  /** `platform`: the hall itself; `member`: this person. */
  takes: 'platform' | 'member' | 'account';
  memberName: string | null;
};

/**
 * Turns "taken" into which session is in the way and when everybody and the hall are free. Other errors stay as they
 * are. Reads outside the caller's transaction, which this refusal has ended.
 */
export async function namingSessions(ctx: Context, error: unknown): Promise<unknown> {
  if (!(error instanceof DomainError) || error.code !== 'events.taken') return error;
  const { conflicts, free } = error.facts as TakenFacts;
  const { db } = ctx.municipality;
  const rows = await db
    .select({
      sessionId: sessions.matterId,
      number: matters.number,
      title: sessions.title,
      hall: platforms.name,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
    })
    .from(sessions)
    .innerJoin(matters, eq(matters.id, sessions.matterId))
    .innerJoin(platforms, eq(platforms.id, sessions.platformId))
    .where(
      inArray(
        sessions.matterId,
        conflicts.map(({ matterId }) => matterId),
      ),
    )
    .limit(50);
  const people = await db
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(
      inArray(
        members.id,
        conflicts.map(({ resourceId }) => resourceId),
      ),
    )
    .limit(50);
  const inTheWay = conflicts.flatMap(({ matterId, resourceKind, resourceId }): InTheWay[] => {
    const session = rows.find(({ sessionId }) => sessionId === matterId);
    if (session === undefined) return [];
    const memberName = people.find(({ id }) => id === resourceId)?.name ?? null;
    const { startsAt, endsAt, ...named } = session;
    return [
      { ...named, startsAt: startsAt.toString(), endsAt: endsAt.toString(), takes: resourceKind, memberName },
    ];
  });
  const named = await namingConflicts(ctx, error);
  const { conflicts: others } = (named as DomainError).facts as { conflicts: Named[] };
  return new DomainError('deliberations.taken', refusals['deliberations.taken'], {
    conflicts: inTheWay,
    /** Events and turns that take the hall or somebody; one that is not the asker's to know has no title. */
    others: others.filter(({ kind }) => kind !== 'session'),
    free,
  });
}
