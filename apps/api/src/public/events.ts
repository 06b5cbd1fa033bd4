import type { EventRow, Page } from '@tongxin/public/render';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answerKept } from './answer.ts';
import { cursorWord, readCursor } from './cursor.ts';
import type { Site } from './site.ts';
import type { Visitor } from './visitor.ts';

type ById = { Params: { id: string } };
type Call = Visitor['call'];
type Found = Awaited<ReturnType<Call['events']['open']>>['rows'][number];

const shownOfSite = 3;

/** Events that are open to everybody: all of them or a site's, and each one by itself. */
export function registerEvents(app: FastifyInstance, site: Site): void {
  app.get(
    '/events',
    answerKept(site, (visitor, request) => eventsPage(visitor, request)),
  );
  app.get(
    '/events/:id',
    answerKept(site, (visitor, request) => eventPage(visitor, request as FastifyRequest<ById>)),
  );
}

/** An event as lists show it. */
function eventRow(found: Omit<Found, 'answerBy'>, now: Temporal.Instant): EventRow {
  const { id, title, startsAt, endsAt, mode, siteName, placeWords, category, kindName, cancelledAt } = found;
  const isOver = Temporal.Instant.compare(endsAt, now) <= 0;
  return {
    ...{ id, title, mode, category, kindName },
    startsAt: startsAt.toString(),
    endsAt: endsAt.toString(),
    where: [siteName, placeWords].filter((part) => part !== null).join(' '),
    state: cancelledAt !== null ? 'cancelled' : isOver ? 'over' : 'coming',
  };
}

/** The next public events of a site and the last that were held there. */
export async function eventsOfSite({ call, ctx }: Pick<Visitor, 'call' | 'ctx'>, platformId: string) {
  const [coming, past] = await Promise.all([
    call.events.open({ platformId, when: 'upcoming' }),
    call.events.open({ platformId, when: 'held' }),
  ]);
  const rowsOf = (rows: typeof coming.rows) =>
    rows
      .filter(({ cancelledAt }) => cancelledAt === null)
      .slice(0, shownOfSite)
      .map((row) => eventRow(row, ctx.now()));
  return { coming: rowsOf(coming.rows), past: rowsOf(past.rows) };
}

async function eventsPage({ call, ctx }: Visitor, request: FastifyRequest): Promise<Page> {
  const query = request.query as Record<string, unknown>;
  const platformId = typeof query['site'] === 'string' && query['site'] !== '' ? query['site'] : undefined;
  const past = query['past'] === '1';
  const after = readCursor(query['after']);
  const [found, { rows, next }] = await Promise.all([
    platformId === undefined ? null : call.platforms.get({ id: platformId }),
    call.events.open({
      when: past ? 'held' : 'upcoming',
      platformId,
      ...(after === undefined ? {} : { after: { startsAt: after.at, id: after.id } }),
    }),
  ]);
  return {
    page: 'events',
    content: {
      site: found === null ? null : { id: found.id, name: found.name },
      past,
      rows: rows.map((row) => eventRow(row, ctx.now())),
      next: next === null ? null : cursorWord({ at: next.startsAt, id: next.id }),
      later: after !== undefined,
    },
  };
}

async function eventPage({ call, ctx }: Visitor, { params }: FastifyRequest<ById>): Promise<Page> {
  const found = await call.events.get({ id: params.id });
  const { number, summary, speaker, organiser, platformId, cancelReason, othersPresent } = found;
  return {
    page: 'event',
    content: {
      event: {
        ...eventRow(found, ctx.now()),
        ...{ number, summary, speaker, organiser, platformId, cancelReason },
        present: othersPresent,
      },
      sites: found.sites,
      parts: found.parts.map(({ id, title, startsAt, endsAt, state }) => ({
        ...{ id, title, cancelled: state === 'cancelled' },
        startsAt: startsAt.toString(),
        endsAt: endsAt.toString(),
      })),
      kept: found.kept,
    },
  };
}
