import { pageOf } from '@tongxin/core';
import type { Context, Tx } from '@tongxin/db';
import { sessions } from '@tongxin/deliberations/schema';
import { divisions } from '@tongxin/divisions/schema';
import { matters } from '@tongxin/matters/schema';
import type { SiteRole } from '@tongxin/platforms/rules';
import { platformRoles, platforms } from '@tongxin/platforms/schema';
import { and, asc, eq, exists, inArray, isNull, not, or, sql, type SQL } from 'drizzle-orm';
import { pageSize, type AskCoverage, type ListCoverage } from '../rules/index.ts';
import { atOneMoment } from './moment.ts';
import { sliceFor, type Slice } from './scope.ts';

/** Sites and their plaques are counted apart: three plaques in one room are one site and three roles. */
export type Coverage = {
  sites: number;
  roles: Partial<Record<SiteRole, number>>;
  halls: number;
  /** Halls in which a session was held and its minutes published; a plaque alone covers nothing. Source: domain row 39. */
  covered: number;
};

/**
 * The doors of a division as they stand now: one row per division inside it, by code, before them a row for the sites
 * of the division itself, and their total. Closed sites count nowhere. Every number is of the same moment and equals
 * the list that it opens. Refuses: reports.not_found.
 */
export async function coverageTable(ctx: Context, { divisionCode }: AskCoverage) {
  return atOneMoment(ctx, async (tx, inside) => {
    const slice = await sliceFor(inside, divisionCode);
    const counted = await countBy(tx, slice);
    const own = counted.get('');
    const rows = await rowDivisions(tx, slice, [...counted.keys()]);
    return {
      division: { code: slice.code, name: slice.name, level: slice.level },
      asOf: ctx.now(),
      rows: [
        ...(own === undefined ? [] : [{ code: slice.code, name: slice.name, own: true, ...own }]),
        ...rows.map(({ code, name }) => ({ code, name, own: false, ...(counted.get(code) ?? nothing()) })),
      ],
      total: [...counted.values()].reduce(add, nothing()),
    };
  });
}

const nothing = (): Coverage => ({ sites: 0, roles: {}, halls: 0, covered: 0 });

function add(one: Coverage, other: Coverage): Coverage {
  const roles = { ...one.roles };
  for (const [role, count] of Object.entries(other.roles) as [SiteRole, number][])
    roles[role] = (roles[role] ?? 0) + count;
  return {
    sites: one.sites + other.sites,
    roles,
    halls: one.halls + other.halls,
    covered: one.covered + other.covered,
  };
}

/** A township of the grid: how many halls it has, and in how many of them a session was held and published. */
type GridTile = { code: string; name: string; halls: number; covered: number };

/**
 * Every township of a city or county with its halls, county by county and by code: the same halls, of the same moment,
 * that `coverageHalls` lists. Refuses: reports.not_found.
 */
export async function coverageGrid(ctx: Context, { divisionCode }: AskCoverage) {
  return atOneMoment(ctx, async (tx, inside) => {
    const slice = await sliceFor(inside, divisionCode);
    const halls = await tx
      .select({
        code: platforms.townshipCode,
        halls: sql<number>`count(*)::int`,
        covered: sql<number>`count(*) filter (where ${isCovered(tx)})::int`,
      })
      .from(platforms)
      .innerJoin(platformRoles, isHall)
      .where(and(ownedBy(slice), isNull(platforms.closedOn)))
      .groupBy(platforms.townshipCode)
      .orderBy(asc(platforms.townshipCode))
      .limit(2000);
    const counted = new Map(halls.map(({ code, ...counts }) => [code, counts]));
    const places = await placesOf(
      tx,
      slice,
      [...counted.keys()].filter((code) => code !== null),
    );
    const tiles = places.filter(({ level }) => level === 'township');
    const counties = places.filter(({ level }) => level === 'county');
    return {
      asOf: ctx.now(),
      counties: counties.map(({ code, name }) => ({
        code,
        name,
        townships: tiles
          .filter(({ countyCode }) => countyCode === code)
          .map((tile): GridTile => ({
            code: tile.code,
            name: tile.name,
            ...(counted.get(tile.code) ?? { halls: 0, covered: 0 }),
          })),
      })),
    };
  });
}

/** The counties and townships of a slice that stand today, and those that halls still lie in. */
async function placesOf(tx: Tx, { level, code }: Slice, counted: string[]) {
  const column = { city: divisions.cityCode, county: divisions.countyCode, township: divisions.townshipCode };
  const township = and(eq(divisions.level, 'township'), eq(column[level], code));
  // A township's own county heads its only row.
  const county =
    level === 'city'
      ? and(eq(divisions.level, 'county'), eq(divisions.cityCode, code))
      : eq(divisions.code, code.slice(0, 6));
  return tx
    .select({
      code: divisions.code,
      name: divisions.name,
      level: divisions.level,
      countyCode: divisions.countyCode,
    })
    .from(divisions)
    .where(or(and(or(township, county), isNull(divisions.validTo)), inArray(divisions.code, counted)))
    .orderBy(asc(divisions.code))
    .limit(2000);
}

const isHall = and(
  eq(platformRoles.platformId, platforms.id),
  eq(platformRoles.role, 'hall'),
  isNull(platformRoles.untilOn),
)!;

/** Counts by the division inside the slice; under '' those that lie in none of them. */
async function countBy(tx: Tx, slice: Slice): Promise<Map<string, Coverage>> {
  const child = childOf(slice);
  const here = and(ownedBy(slice), isNull(platforms.closedOn));
  const sites = await tx
    .select({ child, count: sql<number>`count(*)::int` })
    .from(platforms)
    .where(here)
    .groupBy(child)
    .orderBy(child)
    .limit(2000);
  const roles = await tx
    .select({
      child,
      role: platformRoles.role,
      count: sql<number>`count(*)::int`,
      covered: sql<number>`count(*) filter (where ${isCovered(tx)})::int`,
    })
    .from(platforms)
    .innerJoin(platformRoles, and(eq(platformRoles.platformId, platforms.id), isNull(platformRoles.untilOn)))
    .where(here)
    .groupBy(child, platformRoles.role)
    .orderBy(child, asc(platformRoles.role))
    .limit(40_000);
  const counted = new Map<string, Coverage>();
  for (const row of sites) counted.set(row.child ?? '', { ...nothing(), sites: row.count });
  for (const { child: code, role, count, covered } of roles) {
    const into = counted.get(code ?? '')!;
    into.roles[role] = count;
    if (role === 'hall') Object.assign(into, { halls: count, covered });
  }
  return counted;
}

/** By county in a city; by township everywhere else. */
function childOf({ level }: Slice) {
  return level === 'city' ? platforms.countyCode : platforms.townshipCode;
}

function ownedBy({ level, code }: Slice): SQL {
  const columns = {
    city: platforms.cityCode,
    county: platforms.countyCode,
    township: platforms.townshipCode,
  };
  return eq(columns[level], code);
}

function isCovered(tx: Tx): SQL {
  return exists(
    tx
      .select({ one: sql`1` })
      .from(sessions)
      .innerJoin(matters, eq(matters.id, sessions.matterId))
      .where(and(eq(sessions.platformId, platforms.id), eq(matters.state, 'published'))),
  );
}

async function rowDivisions(tx: Tx, { level, code }: Slice, counted: string[]) {
  const inside = {
    city: and(eq(divisions.cityCode, code), eq(divisions.level, 'county')),
    county: and(eq(divisions.countyCode, code), eq(divisions.level, 'township')),
    township: eq(divisions.code, code),
  }[level];
  const named = counted.filter((one) => one !== '');
  return tx
    .select({ code: divisions.code, name: divisions.name })
    .from(divisions)
    .where(or(and(inside, isNull(divisions.validTo)), inArray(divisions.code, named)))
    .orderBy(asc(divisions.code))
    .limit(2000);
}

/**
 * The halls behind a number of `coverageTable`: those with a published session or those without one, in the order of
 * places and names, 50 a page. Refuses: reports.not_found.
 */
export async function coverageHalls(ctx: Context, { divisionCode, covered, after }: ListCoverage) {
  return atOneMoment(ctx, async (tx, inside) => {
    const slice = await sliceFor(inside, divisionCode);
    const rows = await tx
      .select({
        id: platforms.id,
        name: platforms.name,
        placeCode: platforms.placeCode,
        address: platforms.address,
      })
      .from(platforms)
      .innerJoin(platformRoles, isHall)
      .where(
        and(
          ownedBy(slice),
          isNull(platforms.closedOn),
          covered ? isCovered(tx) : not(isCovered(tx)),
          after === undefined
            ? undefined
            : sql`(${platforms.placeCode}, ${platforms.name}, ${platforms.id})
                  > (${after.placeCode}, ${after.name}, ${after.id}::uuid)`,
        ),
      )
      .orderBy(asc(platforms.placeCode), asc(platforms.name), asc(platforms.id))
      .limit(pageSize + 1);
    return pageOf(rows, pageSize, ({ placeCode, name, id }) => ({ placeCode, name, id }));
  });
}
