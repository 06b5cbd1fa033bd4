import { civilDay } from '@tongxin/core';
import type { Page, PlaceLink } from '@tongxin/public/render';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answerKept } from './answer.ts';
import { eventsOfSite } from './events.ts';
import { openingOf, sessionRow, siteRow } from './rows.ts';
import type { Site } from './site.ts';
import type { Visitor } from './visitor.ts';

type ById = { Params: { id: string } };

const sessionsShown = 3;
const turnsShown = 5;

/** The doors of the network: those of a place, and each one by itself. */
export function registerSites(app: FastifyInstance, site: Site): void {
  app.get(
    '/sites',
    answerKept(site, (visitor, request) => sitesPage(visitor, request)),
  );
  app.get(
    '/sites/:id',
    answerKept(site, (visitor, request) => sitePage(site, visitor, request as FastifyRequest<ById>)),
  );
}

async function sitesPage({ call }: Visitor, request: FastifyRequest): Promise<Page> {
  const query = request.query as Record<string, unknown>;
  const code = typeof query['in'] === 'string' && query['in'] !== '' ? query['in'] : undefined;
  const after = readAfter(query['after']);
  const [place, path, { rows, next }] = await Promise.all([
    code === undefined ? null : call.divisions.get({ code }),
    code === undefined ? [] : call.divisions.path({ code }),
    call.platforms.list({ placeCode: code, after }),
  ]);
  return {
    page: 'sites',
    content: {
      place: place === null ? null : { code: place.code, name: place.name },
      path: pathAbove(path, code),
      rows: rows.map(siteRow),
      next: next === null ? null : `${next.placeCode}_${next.id}_${next.name}`,
      later: after !== undefined,
    },
  };
}

/** What contains a place, from the county down. */
function pathAbove(path: readonly PlaceLink[], code: string | undefined): PlaceLink[] {
  return path
    .filter((part) => part.code !== code && part.code.length > 4)
    .map((part) => ({ code: part.code, name: part.name }));
}

/** Where the next page begins, unchecked: the domain decides whether it can be meant. */
function readAfter(word: unknown) {
  if (typeof word !== 'string' || word === '') return undefined;
  const [placeCode = '', id = '', ...name] = word.split('_');
  return { placeCode, id, name: name.join('_') };
}

async function sitePage(site: Site, { call, ctx }: Visitor, { params }: FastifyRequest<ById>): Promise<Page> {
  const found = await call.platforms.get({ id: params.id });
  const { closedOn } = found;
  const [place, log, onDuty, coming, past, events, serving] = await Promise.all([
    call.divisions.get({ code: found.placeCode }),
    call.reports.siteLog({ id: found.id }),
    closedOn === null ? call.rotas.next({ platformId: found.id }) : [],
    call.deliberations.sessions.list({ platformId: found.id, when: 'upcoming' }),
    call.deliberations.sessions.list({ platformId: found.id, when: 'past' }),
    eventsOfSite({ call, ctx }, found.id),
    // A free clinic, legal advice, a lesson: what is brought to people, open to everybody.
    call.events.open({ platformId: found.id, when: 'upcoming', category: 'outreach' }),
  ]);
  const rowsOf = (rows: typeof coming.rows) =>
    Promise.all(rows.slice(0, sessionsShown).map((row) => sessionRow(site.names, row)));
  const today = civilDay(ctx.now()).toString();
  const { id, name, address, seats, leadPost, authorityDocument, rules, services, photoId } = found;
  const { closedReason, demonstration, hours } = found;
  return {
    page: 'site',
    content: {
      site: {
        ...{ id, name, address, seats, leadPost, authorityDocument, rules, services, photoId },
        hostName: found.organisationName,
        note: found.hoursNote,
      },
      place: { code: place.code, name: place.name },
      plaques: found.roles.map(({ role, plaqueName }) => ({ role, plaqueName })),
      opening: openingOf(found.nextOpen),
      hours: { ...hours, exceptions: hours.exceptions.filter(({ on }) => on >= today) },
      closed: closedOn === null ? null : { on: closedOn.toString(), why: closedReason ?? '' },
      log,
      onDuty: onDuty.slice(0, turnsShown).map(({ startsAt, endsAt, memberName, role }) => ({
        startsAt: startsAt.toString(),
        endsAt: endsAt.toString(),
        name: memberName ?? '',
        role,
      })),
      people: found.people.map(({ memberId, name: person }) => ({ id: memberId, name: person })),
      demonstration: demonstration === null ? null : partsOf(demonstration),
      serviceDays: serving.rows
        .filter(({ cancelledAt, signUp }) => cancelledAt === null && signUp === 'public')
        .slice(0, sessionsShown)
        .map((day) => ({
          id: day.id,
          title: day.title,
          startsAt: day.startsAt.toString(),
          endsAt: day.endsAt.toString(),
          where: day.placeWords,
        })),
      sessions: await rowsOf(coming.rows.filter(({ cancelledAt }) => cancelledAt === null)),
      // What was announced and never recorded was not talked over as far as anybody knows.
      past: await rowsOf(past.rows.filter(({ state }) => state === 'held' || state === 'published')),
      events,
    },
  };
}

type Four = Record<'sponsor' | 'guarantor' | 'taskForce' | 'plan', string | null>;

const partsOf = ({ sponsor, guarantor, taskForce, plan }: Four) => ({ sponsor, guarantor, taskForce, plan });

/** The first doors of a place, a village's own before those of its township. */
export async function doorsOf({ call }: Pick<Visitor, 'call'>, code: string, most: number) {
  const own = await call.platforms.list({ placeCode: code });
  const wider =
    code.length === 12 ? await call.platforms.list({ placeCode: code.slice(0, 9) }) : { rows: [] };
  const known = new Set(own.rows.map(({ id }) => id));
  const rows = [...own.rows, ...wider.rows.filter(({ id }) => !known.has(id))];
  return rows.slice(0, most).map(siteRow);
}
