import type { Context } from '@tongxin/db';
import { divisions } from '@tongxin/divisions/schema';
import { organisations } from '@tongxin/organisations/schema';
import { and, asc, eq, inArray, isNull, or, sql, type AnyColumn, type SQL } from 'drizzle-orm';
import { isOfCommittee, orderers } from '../rules/index.ts';
import { outreachOffers } from '../schema.ts';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

/**
 * The menus that an actor may order from: the city's and their own county's, for city offices every county's; undefined
 * for whoever orders nowhere. The county of a township is asked, not guessed.
 */
function reachOf({ actor }: Context): SQL | undefined {
  if (actor.kind !== 'account') return undefined;
  const codes = actor.grants
    .filter(({ role, matterId }) => matterId === null && orderers.some((one) => one === role))
    .map(({ divisionCode }) => divisionCode)
    .filter((code) => code !== null);
  if (codes.length === 0) return undefined;
  const above = (column: AnyColumn) => sql`(select coalesce(${column}, ${divisions.code})
    from ${divisions} where ${inArray(divisions.code, codes)})`;
  return or(
    inArray(outreachOffers.cityCode, codes),
    inArray(outreachOffers.countyCode, above(divisions.countyCode)),
    and(isNull(outreachOffers.countyCode), inArray(outreachOffers.cityCode, above(divisions.cityCode))),
  );
}

/**
 * What villages can order today: the city's menu and the county's, by service and name, at most 1,000 lines. Each says
 * whether this actor's office keeps it.
 */
export async function listMenu(ctx: Context) {
  const reach = reachOf(ctx);
  if (reach === undefined) return [];
  const found = await db(ctx)
    .select({
      id: outreachOffers.id,
      service: outreachOffers.service,
      title: outreachOffers.title,
      what: outreachOffers.what,
      team: outreachOffers.team,
      whose: organisations.name,
      cityCode: outreachOffers.cityCode,
      countyCode: outreachOffers.countyCode,
    })
    .from(outreachOffers)
    .innerJoin(organisations, eq(organisations.id, outreachOffers.organisationId))
    .where(and(reach, isNull(outreachOffers.endedAt)))
    .orderBy(
      asc(outreachOffers.service),
      sql`${outreachOffers.title} collate "zh-Hans-CN-x-icu"`,
      asc(outreachOffers.id),
    )
    .limit(1000);
  return found.map((offer) => ({ ...offer, may: { end: isOfCommittee(ctx.actor, offer) } }));
}
