import { DomainError, newId } from '@tongxin/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { links } from '@tongxin/public/links';
import type { Page } from '@tongxin/public/render';
import { answer, answerKept, goTo } from './answer.ts';
import { cursorWord, readCursor } from './cursor.ts';
import { fieldsOf, toolOf } from './form.ts';
import { attempt, faultsOf } from './problems.ts';
import { lineRow, sessionRow } from './rows.ts';
import type { Site } from './site.ts';
import { visitorOf, type Visitor } from './visitor.ts';

type ById = { Params: { id: string } };
type ByTicket = { Params: { ticket: string } };

export function registerSessions(app: FastifyInstance, site: Site): void {
  app.get(
    '/sessions',
    answerKept(site, (visitor, request) => sessionsPage(site, visitor, request)),
  );
  app.get(
    '/sessions/:id',
    answerKept(site, (visitor, request) => sessionPage(site, visitor, request as FastifyRequest<ById>)),
  );
  app.get(
    '/brands/:id',
    answerKept(site, (visitor, request) => brandPage(site, visitor, request as FastifyRequest<ById>)),
  );
  app.get<ById>('/sessions/:id/seat', async (request, reply) => {
    const visitor = await visitorOf(site, request);
    return answer(site, reply, visitor, await seatPage(site, visitor, { id: request.params.id }), {
      keep: 'form',
    });
  });
  app.post<ById>('/sessions/:id/seat', async (request, reply) => {
    const visitor = await visitorOf(site, request);
    const { id } = request.params;
    const key = fieldsOf(request.body).text('key');
    const seat = await attempt(() => visitor.call.deliberations.sessions.takeSeat({ sessionId: id, key }));
    if ('done' in seat) return goTo(reply, links.ticket(seat.done.ticket));
    const page = await seatPage(site, visitor, {
      id,
      faults: faultsOf(seat.refused, 'seat', { key: 'seat' }),
    });
    return answer(site, reply, visitor, page, { status: seat.refused.status });
  });
  registerTickets(app, site);
}

function registerTickets(app: FastifyInstance, site: Site): void {
  app.get<ByTicket>('/tickets/:ticket', async (request, reply) => {
    const visitor = await visitorOf(site, request);
    return answer(site, reply, visitor, await ticketPage(visitor, request.params.ticket));
  });
  app.post<ByTicket>('/tickets/:ticket/give-back', async (request, reply) => {
    const { call } = await visitorOf(site, request);
    await call.deliberations.sessions.giveBackSeat({ ticket: request.params.ticket });
    return goTo(reply, links.ticket(request.params.ticket));
  });
  app.get('/tickets', async (request, reply) =>
    answer(site, reply, await visitorOf(site, request), {
      page: 'findTicket',
      content: { ticket: '', faults: {} },
    }),
  );
  app.post('/tickets', async (request, reply) => {
    const visitor = await visitorOf(site, request);
    const fields = fieldsOf(request.body);
    const ticket = fields.text('ticket');
    const again = toolOf(site, request, reply, { visitor, fields });
    if (again !== undefined)
      return answer(site, reply, again, { page: 'findTicket', content: { ticket, faults: {} } });
    const found = await attempt(() => visitor.call.deliberations.sessions.seat({ ticket }));
    if ('done' in found) return goTo(reply, links.ticket(ticket.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')));
    const page: Page = { page: 'findTicket', content: { ticket, faults: faultsOf(found.refused, 'ticket') } };
    return answer(site, reply, visitor, page, { status: found.refused.status });
  });
}

async function sessionsPage(site: Site, { call }: Visitor, request: FastifyRequest): Promise<Page> {
  const query = request.query as Record<string, unknown>;
  const code = typeof query['in'] === 'string' && query['in'] !== '' ? query['in'] : undefined;
  const past = query['past'] === '1';
  const after = readCursor(query['after']);
  const where = code === undefined ? {} : { divisionCode: code };
  const when = past ? ('past' as const) : ('upcoming' as const);
  const [place, { rows, next }, count] = await Promise.all([
    code === undefined ? null : call.divisions.get({ code }),
    call.deliberations.sessions.list({
      ...where,
      when,
      ...(after === undefined ? {} : { after: { startsAt: after.at, id: after.id } }),
    }),
    call.deliberations.sessions.count({ ...where, when }),
  ]);
  return {
    page: 'sessions',
    content: {
      place: place === null ? null : { code: place.code, name: place.name },
      past,
      count,
      rows: await Promise.all(rows.map((row) => sessionRow(site.names, row))),
      next: next === null ? null : cursorWord({ at: next.startsAt, id: next.id }),
      later: after !== undefined,
    },
  };
}

/** The button that takes a seat, with a key of its own for each drawing: pressed twice it takes one. */
async function seatPage(
  site: Site,
  { call }: Visitor,
  { id, faults = {} }: { id: string; faults?: Readonly<Record<string, string>> },
): Promise<Page> {
  const found = await call.deliberations.sessions.get({ id });
  const session = await sessionRow(site.names, found);
  return { page: 'seat', content: { session, seatKey: found.seatsOpen ? newId() : null, faults } };
}

async function sessionPage(
  site: Site,
  { call, ctx }: Visitor,
  { params }: FastifyRequest<ById>,
): Promise<Page> {
  const found = await call.deliberations.sessions.get({ id: params.id });
  const { number, address, onlineUrl, cancelReason, topics, invited, changes, minutes, lines, seatsOpen } =
    found;
  const [latest] = minutes;
  const place = await call.divisions.get({ code: found.townshipCode });
  return {
    page: 'session',
    content: {
      session: { ...(await sessionRow(site.names, found)), number, address, onlineUrl, cancelReason },
      brand: found.brand === null ? null : { code: found.brand.divisionCode, name: found.brand.name },
      place: { code: place.code, name: place.name },
      topics: topics.map((topic) => ({ id: topic.id, title: topic.title, summary: topic.summary })),
      members: invited
        .filter(({ kind }) => kind === 'member')
        .map((member) => ({
          id: member.id,
          name: member.name,
          sector: member.sector,
          convenes: member.id === found.convenorId,
        })),
      units: invited
        .filter(({ kind }) => kind === 'organisation')
        .map((unit) => ({ id: unit.id, name: unit.name })),
      moved: changes.flatMap(({ move, at, reason }) =>
        move === 'postpone' ? [{ at: at.toString(), why: reason ?? '' }] : [],
      ),
      minutes:
        latest === undefined
          ? null
          : {
              summary: latest.summary,
              agreed: latest.agreed.map(({ text }) => text),
              notAgreed: latest.notAgreed.map(({ text }) => text),
              publishedAt: minutes.at(-1)!.publishedAt.toString(),
              changes: minutes.flatMap(({ publishedAt, changeReason }) =>
                changeReason === null ? [] : [{ at: publishedAt.toString(), why: changeReason }],
              ),
              residentsPresent: found.residentsPresent,
            },
      lines: lines.map((line) => lineRow(line, ctx.now())),
      seatsOpen,
    },
  };
}

/** What a committee talks over under its brand; where there is none, there is no page. */
async function brandPage(site: Site, { call }: Visitor, request: FastifyRequest<ById>): Promise<Page> {
  const code = request.params.id;
  const after = readCursor((request.query as Record<string, unknown>)['after']);
  const [method, place] = await Promise.all([
    call.deliberations.methods.get({ divisionCode: code }),
    call.divisions.get({ code }),
  ]);
  if (method === null) throw new DomainError('deliberations.not_found', 'NOT_FOUND');
  const { rows, next } = await call.deliberations.methods.sessions({
    divisionCode: code,
    ...(after === undefined ? {} : { after: { startsAt: after.at, id: after.id } }),
  });
  return {
    page: 'brand',
    content: {
      place: { code: place.code, name: place.name },
      brand: method.brand,
      lead: method.lead,
      rows: await Promise.all(
        rows.map(async (row) => ({
          ...(await sessionRow(site.names, row)),
          lines: row.lines,
          closedLines: row.closedLines,
        })),
      ),
      next: next === null ? null : cursorWord({ at: next.startsAt, id: next.id }),
      later: after !== undefined,
    },
  };
}

async function ticketPage({ call }: Visitor, ticket: string): Promise<Page> {
  const seat = await call.deliberations.sessions.seat({ ticket });
  const { sessionId, title, hall, startsAt, endsAt, cancelReason, cancelledAt, givenBackAt } = seat;
  return {
    page: 'ticket',
    content: {
      ticket: [ticket.slice(0, 4), ticket.slice(4)].join('-'),
      session: {
        id: sessionId,
        title,
        hallName: hall,
        startsAt: startsAt.toString(),
        endsAt: endsAt.toString(),
      },
      cancelled: cancelledAt === null ? null : (cancelReason ?? ''),
      givenBack: givenBackAt !== null,
    },
  };
}
