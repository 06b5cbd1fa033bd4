import type { Actor, Role } from '@tongxin/core';
import { eq, sql, type SQL } from 'drizzle-orm';
import { events, eventSites } from '../schema/index.ts';

/** Offices that plan and see drafts. */
export const organisers = ['host', 'county_office', 'city_office'] as const satisfies readonly Role[];

/** Who reads what was announced, whomever it was for; an auditor reads what happened, not what was planned. */
export const readers = [...organisers, 'auditor'] as const satisfies readonly Role[];

/** Events that belong to a city, a county or a township, or to what lies in it. */
export function inDivision(code: string): SQL {
  if (code.length === 4) return eq(events.cityCode, code);
  return code.length === 6 ? eq(events.countyCode, code) : eq(events.townshipCode, code);
}

/** Events that are held at a site, or go there to see it. */
export function atSite(platformId: string): SQL {
  const visits = sql`${events.matterId} in (select ${eventSites.eventId} from ${eventSites}
    where ${eventSites.platformId} = ${platformId})`;
  return sql`(${eq(events.platformId, platformId)} or ${visits})`;
}

/** Events on the ground of the actor's offices, for each ground by itself: together they are no range of an index. */
export function groundsOf(actor: Actor, roles: readonly Role[] = organisers): SQL[] {
  if (actor.kind === 'system') return [sql`true`];
  if (actor.kind !== 'account') return [];
  const codes = actor.grants.flatMap(({ role, divisionCode, matterId }) =>
    roles.includes(role) && divisionCode !== null && matterId === null ? [divisionCode] : [],
  );
  return [...new Set(codes)].filter((code) => [4, 6, 9].includes(code.length)).map(inDivision);
}

export const pageSize = 20;
