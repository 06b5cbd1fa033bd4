import type { FastifyInstance } from 'fastify';
import type { Page, PlaceLink } from '@tongxin/public/render';
import { answerKept } from './answer.ts';
import { attempt } from './problems.ts';
import { sessionRow, settledRow } from './rows.ts';
import type { Site } from './site.ts';
import { doorsOf } from './sites.ts';
import type { Visitor } from './visitor.ts';

const shown = 3;

export function registerHome(app: FastifyInstance, site: Site): void {
  app.get(
    '/',
    answerKept(site, (visitor) => homePage(site, visitor)),
  );
}

async function homePage(site: Site, visitor: Visitor): Promise<Page> {
  const { call, visit } = visitor;
  const place = await rememberedPlace(visitor);
  const within = place === null ? {} : { divisionCode: place.code };
  if (visit.look === 'elder') {
    return {
      page: 'home',
      content: { place, counties: [], sites: [], sessions: [], settled: [], numbers: [] },
    };
  }
  const [counties, sites, sessions, settled, numbers] = await Promise.all([
    site.names.counties(),
    place === null ? [] : doorsOf(visitor, place.code, shown),
    nextSessions(visitor, place),
    call.issues.listSettled(within),
    site.numbers(),
  ]);
  return {
    page: 'home',
    content: {
      place,
      counties,
      sites,
      sessions: await Promise.all(sessions.map((row) => sessionRow(site.names, row))),
      settled: await Promise.all(settled.rows.slice(0, shown + 1).map((row) => settledRow(site.names, row))),
      numbers,
    },
  };
}

/** The place that this browser remembers, while it still exists. */
async function rememberedPlace({ call, place }: Visitor): Promise<PlaceLink | null> {
  if (place === undefined) return null;
  const found = await attempt(() => call.divisions.get({ code: place }));
  return 'refused' in found ? null : { code: found.done.code, name: found.done.name };
}

async function nextSessions({ call }: Visitor, place: PlaceLink | null) {
  if (place !== null) return call.deliberations.sessions.near({ divisionCode: place.code });
  const { rows } = await call.deliberations.sessions.list({ when: 'upcoming' });
  return rows.filter(({ cancelledAt }) => cancelledAt === null).slice(0, shown);
}
