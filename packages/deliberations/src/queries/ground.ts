import { DomainError, holds, type Actor, type Role } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { getDivision } from '@tongxin/divisions/queries';
import { refusals as divisionRefusals } from '@tongxin/divisions/rules';
import { copyReaders } from '@tongxin/issues/rules';
import { placeOf, type MatterFacts } from '@tongxin/matters/rules';
import { eq, or, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/** Whose a topic is before it has a date; an auditor reads that it is there, and its text once everybody does. */
export const topicReaders = ['host', 'county_office', 'city_office'] as const satisfies readonly Role[];

/** The level columns of a table: each has its own index, so a level is one range of it. */
export type Levels = { cityCode: PgColumn; countyCode: PgColumn; townshipCode: PgColumn };

/** Rows of one division: city, county, township, or the township of a village. Refuses: divisions.not_found. */
export async function inDivision(ctx: Context, levels: Levels, code: string): Promise<SQL> {
  if (code.length === 4) return eq(levels.cityCode, code);
  if (code.length === 6) return eq(levels.countyCode, code);
  if (code.length === 9) return eq(levels.townshipCode, code);
  const { townshipCode } = await getDivision(ctx, code);
  if (townshipCode === null)
    throw new DomainError('divisions.not_found', divisionRefusals['divisions.not_found']);
  return eq(levels.townshipCode, townshipCode);
}

/** Rows on the ground of the actor's grants in these roles; undefined when there is none. */
export function onGroundOf(actor: Actor, roles: readonly Role[], levels: Levels): SQL | undefined {
  if (actor.kind !== 'account') return undefined;
  const parts = actor.grants.flatMap(({ role, divisionCode, matterId }) => {
    if (!roles.includes(role) || divisionCode === null || matterId !== null) return [];
    if (divisionCode.length === 4) return [eq(levels.cityCode, divisionCode)];
    if (divisionCode.length === 6) return [eq(levels.countyCode, divisionCode)];
    return divisionCode.length === 9 ? [eq(levels.townshipCode, divisionCode)] : [];
  });
  return parts.length === 0 ? undefined : or(...parts);
}

/** Whether the actor works with this matter: an office of the ground, or the unit that has it. Members and auditors do not. */
export function worksWith(actor: Actor, matter: Omit<MatterFacts, 'doneBy'>): boolean {
  const organisationIds = [matter.handlerUnitId, matter.ownerUnitId].filter((id) => id !== null);
  return holds(actor, copyReaders, { ...placeOf(matter), organisationIds }) !== undefined;
}

/** Whether a topic is this actor's to read before everybody may: an office of its ground. */
export function isTopicReader(actor: Actor, topic: Omit<MatterFacts, 'doneBy'>): boolean {
  return holds(actor, topicReaders, placeOf(topic)) !== undefined;
}

/** How many rows a page has. */
export const pageSize = 20;
