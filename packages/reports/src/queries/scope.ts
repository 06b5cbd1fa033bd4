import { DomainError, holds, type Actor, type Role } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { getDivision } from '@tongxin/divisions/queries';
import { codesOf } from '@tongxin/divisions/rules';
import { sql, type SQL } from 'drizzle-orm';
import { refusals } from '../rules/index.ts';

/** Who reads reports: a host of the own township, an office of the own county, the city and auditors of all. */
const readers = ['host', 'county_office', 'city_office', 'auditor'] as const satisfies readonly Role[];

/** The records of one division, as conditions on the tables that carry the levels and on the roll-up. */
export type Slice = {
  code: string;
  name: string;
  level: 'city' | 'county' | 'township';
  /** The column that says that a record belongs to this division. */
  own: SQL;
  /** The column by which its table has rows: a city's by county, all others by township. */
  child: SQL;
  rollup: SQL;
};

const columns = {
  city: sql.raw('city_code'),
  county: sql.raw('county_code'),
  township: sql.raw('township_code'),
};

/** The division, for somebody who may read its numbers. Refuses: reports.not_found, also for a village. */
export async function sliceFor(ctx: Context, divisionCode: string): Promise<Slice> {
  const division = await getDivision(ctx, divisionCode).catch((error: unknown) => {
    throw error instanceof DomainError ? notFound() : error;
  });
  const { level, code, name } = division;
  const reported = level === 'city' || level === 'county' || level === 'township';
  if (!reported || division.cityCode !== ctx.municipality.code) throw notFound();
  if (holds(ctx.actor, readers, { divisionCodes: codesOf(division) }) === undefined) throw notFound();
  return {
    code,
    name,
    level,
    own: columns[level],
    child: level === 'city' ? columns.county : columns.township,
    rollup:
      level === 'township'
        ? sql`parent_code = ${division.countyCode} and division_code = ${code}`
        : sql`parent_code = ${code}`,
  };
}

/** The divisions over which the actor holds one of these roles. */
export function divisionsOf(actor: Actor, roles: readonly Role[]): string[] {
  if (actor.kind !== 'account') return [];
  return actor.grants.flatMap(({ role, divisionCode, matterId }) =>
    roles.includes(role) && divisionCode !== null && matterId === null ? [divisionCode] : [],
  );
}

function notFound(): DomainError {
  return new DomainError('reports.not_found', refusals['reports.not_found']);
}
