import type { Actor, Grant, Role } from '@tongxin/core';
import { matters } from '@tongxin/matters/schema';
import { and, eq, or, type SQL } from 'drizzle-orm';

/** The level that a division code names, by its length: what a list of that level is indexed by. */
function levelColumn(code: string) {
  const levels = {
    4: matters.cityCode,
    6: matters.countyCode,
    9: matters.townshipCode,
    12: matters.villageCode,
  };
  return levels[code.length as keyof typeof levels];
}

/** The rows of one division, or none for a code that is of no level here. */
export function within(divisionCode: string): SQL | undefined {
  const column = levelColumn(divisionCode);
  return column === undefined ? undefined : eq(column, divisionCode);
}

/** The rows that this actor's grants in these roles reach; undefined when they reach none. */
export function reachOf(actor: Actor, roles: readonly Role[]): SQL | undefined {
  if (actor.kind !== 'account') return undefined;
  const parts = actor.grants
    .filter(({ role }) => roles.includes(role))
    .map(rowsOf)
    .filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : or(...parts);
}

function rowsOf({ role, divisionCode, organisationId, matterId }: Grant): SQL | undefined {
  if (matterId !== null) return eq(matters.id, matterId);
  if (divisionCode !== null) return within(divisionCode);
  return role === 'department_clerk' && organisationId !== null
    ? and(eq(matters.handlerUnitId, organisationId), eq(matters.kind, 'issue'))
    : undefined;
}
