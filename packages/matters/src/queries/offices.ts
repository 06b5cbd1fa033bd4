import { DomainError, type Grant } from '@tongxin/core';
import type { Context, Municipality } from '@tongxin/db';
import { findOfficeOf, getOrganisation } from '@tongxin/organisations/queries';
import type { OrganisationKind } from '@tongxin/organisations/rules';
import { refusals, type MatterFacts, type OwnerRole } from '../rules/index.ts';

export type Unit = { id: string; name: string };

// Offices are few and seldom renamed; every move asks for one.
const cache = new WeakMap<Municipality['pool'], Map<string, Promise<Unit | null>>>();

function remember(ctx: Context, key: string, read: () => Promise<Unit | null>): Promise<Unit | null> {
  const known = cache.get(ctx.municipality.pool) ?? new Map<string, Promise<Unit | null>>();
  cache.set(ctx.municipality.pool, known);
  const found = known.get(key);
  if (found !== undefined) return found;
  const reading = read();
  known.set(key, reading);
  // What is not there yet, or failed, is asked for again next time.
  reading.then(
    (unit) => unit === null && known.delete(key),
    () => known.delete(key),
  );
  return reading;
}

const officeKinds: Partial<Record<string, OrganisationKind>> = {
  host: 'township_group',
  county_office: 'county_office',
  city_office: 'city_office',
};

/** The unit in whose name somebody with this grant acts, or null when the grant names none. */
export async function unitOfGrant(ctx: Context, grant: Grant): Promise<Unit | null> {
  const { organisationId, divisionCode } = grant;
  if (organisationId !== null) {
    return remember(ctx, organisationId, () => getOrganisation(ctx, organisationId));
  }
  const kind = officeKinds[grant.role];
  if (kind === undefined || divisionCode === null) return null;
  return remember(ctx, `${kind}:${divisionCode}`, () => findOfficeOf(ctx, kind, divisionCode));
}

/** The unit whose turn it is when the owner is this role. Refuses: matters.owner_missing. */
export async function ownerUnit(
  ctx: Context,
  role: OwnerRole,
  matter: Pick<MatterFacts, 'organisationId' | 'countyCode' | 'cityCode' | 'handlerUnitId'>,
): Promise<string | null> {
  if (role === 'resident') return null;
  if (role === 'host') return matter.organisationId;
  const unit =
    role === 'department_clerk'
      ? matter.handlerUnitId
      : (await officeFor(ctx, role, role === 'county_office' ? matter.countyCode : matter.cityCode))?.id;
  if (unit === null || unit === undefined) {
    throw new DomainError('matters.owner_missing', refusals['matters.owner_missing']);
  }
  return unit;
}

function officeFor(ctx: Context, kind: 'county_office' | 'city_office', divisionCode: string | null) {
  // What belongs to the whole city has no county whose office could own it.
  if (divisionCode === null) return null;
  return remember(ctx, `${kind}:${divisionCode}`, () => findOfficeOf(ctx, kind, divisionCode));
}
