import { civilDay, DomainError, pageOf } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { workCalendar } from '@tongxin/matters/queries';
import { members } from '@tongxin/members/schema';
import { organisations } from '@tongxin/organisations/schema';
import { and, asc, eq, exists, inArray, isNotNull, isNull, lte, sql, type SQL } from 'drizzle-orm';
import { nextOpen, pageSize, refusals, type ListPlatforms, type SiteRole } from '../rules/index.ts';
import { demonstrations, placements, platformRoles, platforms } from '../schema.ts';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

const columns = {
  id: platforms.id,
  name: platforms.name,
  organisationId: platforms.organisationId,
  cityCode: platforms.cityCode,
  /** Null for a site of the city itself; so on down to the village. */
  countyCode: platforms.countyCode,
  townshipCode: platforms.townshipCode,
  villageCode: platforms.villageCode,
  placeCode: platforms.placeCode,
  address: platforms.address,
  seats: platforms.seats,
  hours: platforms.hours,
  hoursNote: platforms.hoursNote,
  closedOn: platforms.closedOn,
};

/** Refuses: platforms.not_found. */
function notFound(): DomainError {
  return new DomainError('platforms.not_found', refusals['platforms.not_found']);
}

/**
 * One site of the municipality as everybody may see it: its plaques, when it is open next, who stands behind it by
 * name, who leads it by post. Never a telephone. A closed one is there and says since when and why. Refuses:
 * platforms.not_found.
 */
export async function getPlatform(ctx: Context, id: string) {
  const [row] = await db(ctx)
    .select({
      ...columns,
      services: platforms.services,
      leadPost: platforms.leadPost,
      authorityDocument: platforms.authorityDocument,
      rules: platforms.rules,
      photoId: platforms.photoId,
      version: platforms.version,
      closedReason: platforms.closedReason,
      organisationName: organisations.name,
    })
    .from(platforms)
    .innerJoin(organisations, eq(organisations.id, platforms.organisationId))
    .where(and(eq(platforms.id, id), eq(platforms.cityCode, ctx.municipality.code)))
    .limit(1);
  if (row === undefined) throw notFound();
  const [roles, people, demonstration, calendar] = await Promise.all([
    rolesOf(ctx, [id]),
    peopleOf(ctx, id),
    isDemonstration(ctx, id),
    workCalendar(ctx),
  ]);
  return {
    ...row,
    roles: roles.map(({ role, plaqueName, sinceOn }) => ({ role, plaqueName, sinceOn })),
    people,
    demonstration,
    nextOpen: row.closedOn === null ? nextOpen(row.hours, ctx.now(), calendar) : null,
  };
}

/**
 * Sites of a place and of all that lies in it, for everybody: in the order of places and names, those of a county
 * before those of its townships; 20 a page. Closed ones are listed only when they are asked for, and then alone.
 */
export async function listPlatforms(ctx: Context, asked: ListPlatforms) {
  const { placeCode, own, role, demonstration, closed, after } = asked;
  const found = await db(ctx)
    .select(columns)
    .from(platforms)
    .where(
      and(
        eq(platforms.cityCode, ctx.municipality.code),
        placeCode === undefined ? undefined : inPlace(placeCode),
        own === undefined ? undefined : eq(platforms.placeCode, placeCode ?? ctx.municipality.code),
        closed ? isNotNull(platforms.closedOn) : isNull(platforms.closedOn),
        role === undefined ? undefined : carries(ctx, role),
        demonstration === undefined ? undefined : isExample(ctx),
        after === undefined
          ? undefined
          : sql`(${platforms.placeCode}, ${platforms.name}, ${platforms.id})
                > (${after.placeCode}, ${after.name}, ${after.id}::uuid)`,
      ),
    )
    .orderBy(asc(platforms.placeCode), asc(platforms.name), asc(platforms.id))
    .limit(pageSize + 1);
  const page = pageOf(found, pageSize, (last) => ({
    placeCode: last.placeCode,
    name: last.name,
    id: last.id,
  }));
  const ids = page.rows.map(({ id }) => id);
  const [roles, calendar] = await Promise.all([rolesOf(ctx, ids), workCalendar(ctx)]);
  const now = ctx.now();
  return {
    ...page,
    rows: page.rows.map(({ hours, ...row }) => ({
      ...row,
      hasHours: hours.week.length > 0,
      nextOpen: row.closedOn === null ? nextOpen(hours, now, calendar) : null,
      roles: roles
        .filter(({ platformId }) => platformId === row.id)
        .map(({ role: kind, plaqueName }) => ({ role: kind, plaqueName })),
    })),
  };
}

/** One column per level, each with its own index: the code's length says which. */
export function inPlace(code: string): SQL {
  const column = {
    4: platforms.cityCode,
    6: platforms.countyCode,
    9: platforms.townshipCode,
    12: platforms.villageCode,
  }[code.length];
  return column === undefined ? sql`false` : eq(column, code);
}

function carries(ctx: Context, role: SiteRole): SQL {
  return exists(
    db(ctx)
      .select({ one: sql`1` })
      .from(platformRoles)
      .where(
        and(
          eq(platformRoles.platformId, platforms.id),
          eq(platformRoles.role, role),
          isNull(platformRoles.untilOn),
        ),
      ),
  );
}

export const examples = ['active', 'kept'] as const;

function isExample(ctx: Context): SQL {
  return exists(
    db(ctx)
      .select({ one: sql`1` })
      .from(demonstrations)
      .where(and(eq(demonstrations.platformId, platforms.id), inArray(demonstrations.state, [...examples]))),
  );
}

/** The open site behind which a member stands today, for everybody; null where there is none. */
export async function siteOfMember(ctx: Context, memberId: string): Promise<{ id: string } | null> {
  const [row] = await db(ctx)
    .select({ id: platforms.id })
    .from(placements)
    .innerJoin(platforms, eq(platforms.id, placements.platformId))
    .innerJoin(members, eq(members.id, placements.memberId))
    .where(
      and(
        eq(placements.memberId, memberId),
        eq(members.active, true),
        isNull(placements.toOn),
        lte(placements.fromOn, civilDay(ctx.now())),
        isNull(platforms.closedOn),
        eq(platforms.cityCode, ctx.municipality.code),
      ),
    )
    .limit(1);
  return row ?? null;
}

/** The plaques that hang now, in the order in which they were put up. */
async function rolesOf(ctx: Context, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db(ctx)
    .select({
      platformId: platformRoles.platformId,
      role: platformRoles.role,
      plaqueName: platformRoles.plaqueName,
      sinceOn: platformRoles.sinceOn,
    })
    .from(platformRoles)
    .where(and(inArray(platformRoles.platformId, [...ids]), isNull(platformRoles.untilOn)))
    .orderBy(asc(platformRoles.id))
    .limit(ids.length * 20);
}

/** Who stands behind the site today, by name: members whose placement has begun. At most 60. */
async function peopleOf(ctx: Context, platformId: string) {
  return db(ctx)
    .select({ memberId: members.id, name: members.name })
    .from(placements)
    .innerJoin(members, eq(members.id, placements.memberId))
    .where(
      and(
        eq(placements.platformId, platformId),
        isNull(placements.toOn),
        eq(members.active, true),
        lte(placements.fromOn, civilDay(ctx.now())),
      ),
    )
    .orderBy(asc(sql`${members.name} collate "zh-Hans-CN-x-icu"`), asc(members.id))
    .limit(60);
}

/** Since when and with which sponsor, guarantor and plan it is an example for others; null when it is none. */
async function isDemonstration(ctx: Context, platformId: string) {
  const [row] = await db(ctx)
    .select({
      activeOn: demonstrations.activeOn,
      sponsor: demonstrations.sponsor,
      guarantor: organisations.name,
      taskForce: demonstrations.taskForce,
      plan: demonstrations.plan,
      reviewedOn: demonstrations.reviewedOn,
    })
    .from(demonstrations)
    .leftJoin(organisations, eq(organisations.id, demonstrations.guarantorId))
    .where(and(eq(demonstrations.platformId, platformId), inArray(demonstrations.state, [...examples])))
    .limit(1);
  return row ?? null;
}
