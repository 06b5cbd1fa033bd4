import type { Actor, Role } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { divisions } from '@tongxin/divisions/schema';
import { and, eq, inArray, isNull, ne, or, sql, type AnyColumn, type SQL } from 'drizzle-orm';
import { keepers, readers } from '../rules/index.ts';
import { groups, memberships } from '../schema/index.ts';

export const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

/** What a person typed is looked for as it stands: `%` and `_` are characters like any other. */
export function literally(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&');
}

type Levels = { cityCode: AnyColumn; countyCode: AnyColumn };

/**
 * Turns the actor's grants into the memberships, or groups, that they may know of: those of their county and of the
 * municipal committee; for offices of the city those of every county. Undefined for whoever knows of none. The county
 * of a township is asked, not guessed.
 */
export function reachOf(actor: Actor, table: Levels): SQL | undefined {
  if (actor.kind === 'system') return sql`true`;
  const codes = grantedCodes(actor, readers);
  if (codes.length === 0) return undefined;
  const counties = sql`(select coalesce(${divisions.countyCode}, ${divisions.code}) from ${divisions}
    where ${inArray(divisions.code, codes)})`;
  const cities = sql`(select coalesce(${divisions.cityCode}, ${divisions.code}) from ${divisions}
    where ${inArray(divisions.code, codes)})`;
  return or(
    inArray(table.cityCode, codes),
    inArray(table.countyCode, counties),
    and(isNull(table.countyCode), inArray(table.cityCode, cities)),
  );
}

/** Where the actor holds one of these roles. */
function grantedCodes(actor: Actor, roles: readonly Role[]): string[] {
  if (actor.kind !== 'account') return [];
  return actor.grants
    .filter(({ role, matterId }) => matterId === null && roles.includes(role))
    .map(({ divisionCode }) => divisionCode)
    .filter((code) => code !== null);
}

/** Groups that the actor may be told of: a party organisation only by the office that keeps its committee's members. */
export function tellable(actor: Actor): SQL | undefined {
  if (actor.kind === 'system') return undefined;
  const codes = grantedCodes(actor, keepers);
  return or(ne(groups.kind, 'party'), inArray(groups.cityCode, codes), inArray(groups.countyCode, codes));
}

/**
 * The same reach over memberships, in parts that are each one range of an index: a whole city, or one committee.
 * Narrowed to one committee if wished. No part for whoever knows of none.
 */
export async function partsOfReach(ctx: Context, committee?: string): Promise<SQL[]> {
  const { cityCode, placeCode } = memberships;
  const within = committee === undefined ? undefined : eq(placeCode, committee);
  if (ctx.actor.kind === 'system') return [and(eq(cityCode, ctx.municipality.code), within)!];
  const codes = grantedCodes(ctx.actor, readers);
  if (codes.length === 0) return [];
  const places = await db(ctx)
    .select({
      level: divisions.level,
      city: sql<string>`coalesce(${divisions.cityCode}, ${divisions.code})`,
      county: sql<string>`coalesce(${divisions.countyCode}, ${divisions.code})`,
    })
    .from(divisions)
    .where(inArray(divisions.code, codes))
    .limit(codes.length);
  const cities = new Set(places.flatMap(({ level, city }) => (level === 'city' ? [city] : [])));
  const committees = new Set(places.flatMap(({ city, county }) => (cities.has(city) ? [] : [city, county])));
  return [
    ...[...cities].map((city) => and(eq(cityCode, city), within)!),
    ...[...committees]
      .filter((place) => committee === undefined || place === committee)
      .map((place) => eq(placeCode, place)),
  ];
}

/** The rows of one committee: four digits name the municipal one, six a county's. */
export function atCommittee(table: Levels, divisionCode: string): SQL | undefined {
  return divisionCode.length === 4
    ? and(isNull(table.countyCode), sql`${table.cityCode} = ${divisionCode}`)
    : sql`${table.countyCode} = ${divisionCode}`;
}
