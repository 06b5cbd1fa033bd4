import { holds, newId } from '@tongxin/core';
import { transact, type Context } from '@tongxin/db';
import { getOrganisation } from '@tongxin/organisations/queries';
import { and, eq } from 'drizzle-orm';
import type { NewKind } from '../rules/index.ts';
import { eventKinds } from '../schema/index.ts';
import { accountOf } from './event-row.ts';
import { refuse } from './refuse.ts';

const keepers = ['host', 'county_office', 'city_office'] as const;

/**
 * Names a kind of event within a category, such as a yearly drive: for one unit by the office of its place, for the
 * whole city by the municipal office. Whoever plans or filters finds it at once. Its row says who named it and when.
 * Refuses: events.not_yours, events.kind_exists, organisations.not_found.
 */
export async function addKind(
  ctx: Context,
  { organisationId, category, name }: NewKind,
): Promise<{ id: string }> {
  return transact(ctx, async (tx, inside) => {
    await ensureKeeper(inside, organisationId ?? null);
    const added = await tx
      .insert(eventKinds)
      .values({
        id: newId<'event-kind'>(),
        organisationId: organisationId ?? null,
        category,
        name,
        addedAt: inside.now(),
        addedBy: accountOf(inside),
      })
      .onConflictDoNothing({ target: [eventKinds.organisationId, eventKinds.name] })
      .returning({ id: eventKinds.id });
    return added[0] ?? refuse('events.kind_exists');
  });
}

/** Offers a kind no more; what was held under it keeps its name. Refuses: events.kind_unknown, events.not_yours. */
export async function retireKind(ctx: Context, { id }: { id: string }): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const [kind] = await tx
      .select({ organisationId: eventKinds.organisationId })
      .from(eventKinds)
      .where(and(eq(eventKinds.id, id), eq(eventKinds.active, true)))
      .limit(1)
      .for('update');
    if (kind === undefined) return refuse('events.kind_unknown');
    await ensureKeeper(inside, kind.organisationId);
    await tx
      .update(eventKinds)
      .set({ active: false, retiredAt: inside.now(), retiredBy: accountOf(inside) })
      .where(eq(eventKinds.id, id));
  });
}

async function ensureKeeper(ctx: Context, organisationId: string | null): Promise<void> {
  const divisionCode =
    organisationId === null ? null : (await getOrganisation(ctx, organisationId)).divisionCode;
  if (!mayKeepKinds(ctx, divisionCode)) refuse('events.not_yours');
}

/** Whether the actor names kinds for units of this place, or with null for the whole city. */
export function mayKeepKinds({ actor, municipality }: Context, divisionCode: string | null): boolean {
  if (actor.kind === 'system') return true;
  const roles = divisionCode === null ? (['city_office'] as const) : keepers;
  // Each level names its own: no office above or below has the exact place.
  return holds(actor, roles, { divisionCodes: [divisionCode ?? municipality.code] }) !== undefined;
}
