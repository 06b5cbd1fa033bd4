import { DomainError, holds } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { members } from '@tongxin/members/schema';
import { matters } from '@tongxin/matters/schema';
import { placeOf, type MatterKind } from '@tongxin/matters/rules';
import { platforms } from '@tongxin/platforms/schema';
import { eq, inArray } from 'drizzle-orm';
import type { Conflict, TakenFacts } from '../rules/index.ts';
import { events } from '../schema/index.ts';
import { organisers } from './ground.ts';

/** What stands in the way, as far as the asker may know of it. */
export type Named = Conflict & {
  /** The site's or the member's name. */
  resourceName: string | null;
  kind: MatterKind;
  number: string;
  /** Of an event; null for what is told to invited people only, and for sessions, which are called by their own page. */
  title: string | null;
};

/**
 * Turns "taken" into what is in the way and whose time it is; other errors stay as they are. An event that is not the
 * asker's to know has no title here. Reads outside the transaction that this refusal has ended.
 */
export async function namingConflicts(ctx: Context, error: unknown): Promise<unknown> {
  if (!(error instanceof DomainError) || error.code !== 'events.taken') return error;
  const { conflicts, free } = error.facts as TakenFacts;
  return new DomainError(error.code, error.kind, { conflicts: await namesOf(ctx, conflicts), free });
}

async function namesOf(ctx: Context, conflicts: readonly Conflict[]): Promise<Named[]> {
  const { db } = ctx.municipality;
  const resourceIds = conflicts.map(({ resourceId }) => resourceId);
  const matterIds = conflicts.map(({ matterId }) => matterId);
  const [people, sites, found] = await Promise.all([
    db
      .select({ id: members.id, name: members.name })
      .from(members)
      .where(inArray(members.id, resourceIds))
      .limit(50),
    db
      .select({ id: platforms.id, name: platforms.name })
      .from(platforms)
      .where(inArray(platforms.id, resourceIds))
      .limit(50),
    db
      .select({
        id: matters.id,
        kind: matters.kind,
        number: matters.number,
        cityCode: matters.cityCode,
        countyCode: matters.countyCode,
        townshipCode: matters.townshipCode,
        villageCode: matters.villageCode,
        title: events.title,
        signUp: events.signUp,
      })
      .from(matters)
      .leftJoin(events, eq(events.matterId, matters.id))
      .where(inArray(matters.id, matterIds))
      .limit(50),
  ]);
  const names = new Map([...people, ...sites].map(({ id, name }) => [id, name]));
  return conflicts.flatMap((conflict): Named[] => {
    const matter = found.find(({ id }) => id === conflict.matterId);
    if (matter === undefined) return [];
    const isKnown = matter.signUp === 'public' || holds(ctx.actor, organisers, placeOf(matter)) !== undefined;
    const { kind, number } = matter;
    const title = isKnown ? matter.title : null;
    return [{ ...conflict, resourceName: names.get(conflict.resourceId) ?? null, kind, number, title }];
  });
}
