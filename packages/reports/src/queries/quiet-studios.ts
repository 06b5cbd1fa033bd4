import { civilDay, DomainError, holds, unlessRefused } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { getDivision } from '@tongxin/divisions/queries';
import { codesOf } from '@tongxin/divisions/rules';
import { platformRoles, platforms } from '@tongxin/platforms/schema';
import { and, asc, eq, isNull, lte, notExists, or, sql } from 'drizzle-orm';
import { boundsOf, periodBeside, periodOf, refusals } from '../rules/index.ts';
import { atOneMoment } from './moment.ts';
import { recordsWithin } from './site-records.ts';

const mostAtOnce = 200;

/**
 * The studios of a county at whose turns no visitor was written down in the last whole quarter, by place and name, at
 * most 200. A studio whose plaque was put up in that quarter is not among them: it had no whole one yet. For the
 * county's own office and nobody else. Source: domain §2 row 55a. Refuses: reports.not_found.
 */
export async function quietStudios(ctx: Context, { countyCode }: { countyCode: string }) {
  return atOneMoment(ctx, async (tx, inside) => {
    await ensureOwnOffice(inside, countyCode);
    const quarter = periodBeside(periodOf('quarter', civilDay(ctx.now())), -1);
    const { start: from, end: until } = boundsOf(quarter);
    const rows = await tx
      .select({ id: platforms.id, name: platforms.name, placeCode: platforms.placeCode })
      .from(platforms)
      .innerJoin(platformRoles, eq(platformRoles.platformId, platforms.id))
      .where(
        and(
          eq(platforms.countyCode, countyCode),
          isNull(platforms.closedOn),
          eq(platformRoles.role, 'studio'),
          isNull(platformRoles.untilOn),
          or(isNull(platformRoles.sinceOn), lte(platformRoles.sinceOn, civilDay(from))),
          notExists(recordsWithin('visitors', sql`${platforms.id}`, { from, until })),
        ),
      )
      .orderBy(asc(platforms.placeCode), asc(platforms.name), asc(platforms.id))
      .limit(mostAtOnce);
    return { quarter, rows };
  });
}

async function ensureOwnOffice(ctx: Context, countyCode: string): Promise<void> {
  const hidden = new DomainError('reports.not_found', refusals['reports.not_found']);
  const county = await unlessRefused(getDivision(ctx, countyCode), 'divisions.not_found');
  if (county === null || county.level !== 'county') throw hidden;
  if (holds(ctx.actor, ['county_office'], { divisionCodes: codesOf(county) }) === undefined) throw hidden;
}
