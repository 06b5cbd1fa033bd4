import type { Actor, Grant, Role } from '@tongxin/core';
import { matters } from '@tongxin/matters/schema';
import { eq, or, sql } from 'drizzle-orm';

/** The level that a division code names, by its length. */
const levels = { 4: 'city', 6: 'county', 9: 'township', 12: 'village' } as const;

/** By what a row is found: a level of its place, its handling department, or itself. */
export type DoorKind = (typeof levels)[keyof typeof levels] | 'handler' | 'matter';
export type Door = { kind: DoorKind; key: string };

/** What a list of that kind is indexed by. */
const doorColumns = {
  city: matters.cityCode,
  county: matters.countyCode,
  township: matters.townshipCode,
  village: matters.villageCode,
  handler: matters.handlerUnitId,
  matter: matters.id,
};

/** The door of one division; undefined for a code that is of no level here. */
export function doorOf(divisionCode: string): Door | undefined {
  const kind = levels[divisionCode.length as keyof typeof levels];
  return kind === undefined ? undefined : { kind, key: divisionCode };
}

/** The doors that this actor's grants in these roles open, each once. */
export function doorsOf(actor: Actor, roles: readonly Role[]): Door[] {
  if (actor.kind !== 'account') return [];
  const doors = actor.grants.filter(({ role }) => roles.includes(role)).map(doorOfGrant);
  const known = new Map(
    doors.filter((door) => door !== undefined).map((door) => [`${door.kind}:${door.key}`, door]),
  );
  return [...known.values()];
}

function doorOfGrant({ role, divisionCode, organisationId, matterId }: Grant): Door | undefined {
  if (matterId !== null) return { kind: 'matter', key: matterId };
  if (divisionCode !== null) return doorOf(divisionCode);
  return role === 'department_clerk' && organisationId !== null
    ? { kind: 'handler', key: organisationId }
    : undefined;
}

/** The rows behind any of the doors in `reached`: one condition for every actor, so that its statement is prepared once. */
export const isReached = or(
  ...(['city', 'county', 'township', 'village'] as const).map(
    (level) => sql`${doorColumns[level]} = any(${sql.placeholder('divisions')}::text[])`,
  ),
  sql`${matters.handlerUnitId} = any(${sql.placeholder('units')}::uuid[])`,
  sql`${matters.id} = any(${sql.placeholder('matters')}::uuid[])`,
);

/** The values that `isReached` compares with. */
export function reached(doors: readonly Door[]) {
  const keys = (wanted: (kind: DoorKind) => boolean) =>
    doors.filter(({ kind }) => wanted(kind)).map(({ key }) => key);
  return {
    divisions: keys((kind) => kind !== 'handler' && kind !== 'matter'),
    units: keys((kind) => kind === 'handler'),
    matters: keys((kind) => kind === 'matter'),
  };
}

/** The rows behind the one door whose kind is known and whose key is in `key`. */
export function behind(kind: DoorKind) {
  return eq(doorColumns[kind], sql.placeholder('key'));
}
