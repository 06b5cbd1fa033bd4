import type { Actor } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { organisations } from '@tongxin/organisations/schema';
import { asc, desc, eq, isNull, like, or } from 'drizzle-orm';
import { eventKinds } from '../schema/index.ts';
import { mayKeepKinds } from '../commands/kinds.ts';
import { readers } from './ground.ts';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

/**
 * What events are called: by the whole city, and by the units where the actor's offices and those below them are; kinds
 * in use first, then by category and name. A kind that is offered no more stays, because what was held keeps its name.
 * At most 500.
 */
export async function listKinds(ctx: Context) {
  const rows = await db(ctx)
    .select({
      id: eventKinds.id,
      organisationId: eventKinds.organisationId,
      organisation: organisations.name,
      divisionCode: organisations.divisionCode,
      category: eventKinds.category,
      name: eventKinds.name,
      active: eventKinds.active,
    })
    .from(eventKinds)
    .leftJoin(organisations, eq(organisations.id, eventKinds.organisationId))
    .where(or(isNull(eventKinds.organisationId), ...placesOf(ctx.actor).map(inPlace)))
    .orderBy(desc(eventKinds.active), asc(eventKinds.category), asc(eventKinds.name), asc(eventKinds.id))
    .limit(500);
  return rows.map(({ divisionCode, ...row }) => ({
    ...row,
    may: { retire: row.active && mayKeepKinds(ctx, divisionCode) },
  }));
}

const inPlace = (code: string) => like(organisations.divisionCode, `${code}%`);

function placesOf(actor: Actor): string[] {
  if (actor.kind !== 'account') return [];
  return actor.grants.flatMap(({ role, divisionCode, matterId }) =>
    (readers as readonly string[]).includes(role) && divisionCode !== null && matterId === null
      ? [divisionCode]
      : [],
  );
}
