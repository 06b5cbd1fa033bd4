import { DomainError, isId } from '@tongxin/core';
import { sessionsCalendar } from '@tongxin/deliberations/queries';
import { DivisionCode } from '@tongxin/divisions/rules';
import { calendarFile, type CalendarSession } from '@tongxin/events/calendar-file';
import { memberCalendar, openEventsCalendar } from '@tongxin/events/queries';
import { categoryNames, eventCategories } from '@tongxin/events/rules';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { links } from '@tongxin/public/links';
import { turnsCalendar } from '@tongxin/rotas/queries';
import type { Site } from './site.ts';
import { baseOf, visitorOf } from './visitor.ts';

type Named = { Params: { name: string } };
type Whose = Parameters<typeof sessionsCalendar>[1];

/** Calendar files and feeds: a session, a hall, a township. Source: RFC 5545. */
export function registerCalendars(app: FastifyInstance, site: Site): void {
  registerEventCalendars(app, site);
  const serve = (path: string, isName: (name: string) => boolean, whose: (name: string) => Whose) =>
    app.get<Named>(`${path}/:name.ics`, async (request, reply) => {
      const { name } = request.params;
      if (!isName(name)) return reply.callNotFound();
      return sendCalendar(site, request, reply, whose(name));
    });
  serve('/sessions', isId, (sessionId) => ({ sessionId }));
  serve('/halls', isId, (platformId) => ({ platformId }));
  serve(
    '/places',
    (code) => DivisionCode.safeParse(code).success,
    (townshipCode) => ({ townshipCode }),
  );
}

async function sendCalendar(site: Site, request: FastifyRequest, reply: FastifyReply, of: Whose) {
  const { ctx } = await visitorOf(site, request);
  const addressOf = (id: string) => `${baseOf(site, request)}${links.session(id)}`;
  const { name, sessions } = await sessionsCalendar(ctx, of, addressOf);
  const open =
    'sessionId' in of ? [] : await openEventsCalendar(ctx, eventsOf(of), publicAddress(site, request));
  return send(reply, { name, sessions: inOrder([...sessions, ...open]) }, 'public, max-age=300');
}

const eventsOf = (of: Exclude<Whose, { sessionId: string }>) =>
  'platformId' in of ? of : { divisionCode: of.townshipCode };

const inOrder = (entries: readonly CalendarSession[]) =>
  entries.toSorted((a, b) => Temporal.Instant.compare(a.start, b.start) || (a.uid < b.uid ? -1 : 1));

function send(
  reply: FastifyReply,
  { name, sessions }: { name: string; sessions: readonly CalendarSession[] },
  cache: string,
) {
  return reply
    .header('cache-control', cache)
    .header('content-disposition', 'inline; filename="calendar.ics"')
    .type('text/calendar; charset=utf-8')
    .send(calendarFile(name, sessions));
}

/** Feeds of one category of events, and of one member, with their turns on duty, by the secret in the address. */
function registerEventCalendars(app: FastifyInstance, site: Site): void {
  app.get<Named>('/calendars/kinds/:name.ics', async (request, reply) => {
    const category = eventCategories.find((one) => one === request.params.name);
    if (category === undefined) return reply.callNotFound();
    const { ctx } = await visitorOf(site, request);
    const sessions = await openEventsCalendar(ctx, { category }, publicAddress(site, request));
    return send(reply, { name: categoryNames[category]['zh-CN'], sessions }, 'public, max-age=300');
  });
  app.get<Named>('/events/:name.ics', async (request, reply) => {
    if (!isId(request.params.name)) return reply.callNotFound();
    const { ctx } = await visitorOf(site, request);
    const of = { eventId: request.params.name };
    const [event] = await openEventsCalendar(ctx, of, publicAddress(site, request));
    if (event === undefined) return reply.callNotFound();
    return send(reply, { name: event.summary, sessions: [event] }, 'public, max-age=300');
  });
  app.get<Named>('/calendars/mine/:name.ics', async (request, reply) => {
    const { ctx } = await visitorOf(site, request);
    const calendar = await memberCalendar(ctx, request.params.name, memberAddress(site, request)).catch(
      (error: unknown) => {
        if (error instanceof DomainError && error.code === 'events.feed_unknown') return null;
        throw error;
      },
    );
    if (calendar === null) return reply.callNotFound();
    const turns = await turnsCalendar(ctx, calendar.memberId, `${baseOf(site, request)}/member/turns`);
    const all = { ...calendar, sessions: inOrder([...calendar.sessions, ...turns]) };
    return send(reply, all, 'private, no-store');
  });
}

/** What is open to everybody is read where everybody reads. */
const publicAddress = (site: Site, request: FastifyRequest) => (id: string) =>
  `${baseOf(site, request)}${links.event(id)}`;

/** An event is opened where whoever is asked answers it. */
const memberAddress = (site: Site, request: FastifyRequest) => (id: string) =>
  `${baseOf(site, request)}${links.members()}events/${id}`;
