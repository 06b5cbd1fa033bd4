import { holds, newId } from '@tongxin/core';
import { transact, type Context } from '@tongxin/db';
import { getOrganisation } from '@tongxin/organisations/queries';
import { and, eq } from 'drizzle-orm';
import type { NewKind } from '../rules/index.ts';
import { eventKinds } from '../schema/index.ts';
import { refuse } from './refuse.ts';

const keepers = ['host', 'county_office', 'city_office'] as const;

/**
 * Names a kind of event within a category: for one unit by the office of its place, for the whole city by the municipal
 * office. Refuses: events.not_yours, events.kind_exists, organisations.not_found.
 */
export async function addKind(
  ctx: Context,
  { organisationId, category, name }: NewKind,
): Promise<{ id: string }> {
  return transact(ctx, async (tx, inside) => {
    await ensureKeeper(inside, organisationId ?? null);
    const added = await tx
      .insert(eventKinds)
      .values({ id: newId<'event-kind'>(), organisationId: organisationId ?? null, category, name })
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
    await tx.update(eventKinds).set({ active: false }).where(eq(eventKinds.id, id));
  });
}

async function ensureKeeper(ctx: Context, organisationId: string | null): Promise<void> {
  if (ctx.actor.kind === 'system') return;
  const divisionCode =
    organisationId === null
      ? ctx.municipality.code
      : (await getOrganisation(ctx, organisationId)).divisionCode;
  const roles = organisationId === null ? (['city_office'] as const) : keepers;
  // Each level names its own: no office above or below has the exact place.
  if (holds(ctx.actor, roles, { divisionCodes: [divisionCode] }) === undefined) refuse('events.not_yours');
}
