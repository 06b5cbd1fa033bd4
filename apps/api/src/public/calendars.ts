import { isId } from '@tongxin/core';
import { sessionsCalendar } from '@tongxin/deliberations/queries';
import { DivisionCode } from '@tongxin/divisions/rules';
import { calendarFile } from '@tongxin/events/calendar-file';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { links } from '@tongxin/public/links';
import type { Site } from './site.ts';
import { baseOf, visitorOf } from './visitor.ts';

type Named = { Params: { name: string } };
type Whose = Parameters<typeof sessionsCalendar>[1];

/** Calendar files and feeds: a session, a hall, a township. Source: RFC 5545. */
export function registerCalendars(app: FastifyInstance, site: Site): void {
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
  return reply
    .header('cache-control', 'public, max-age=300')
    .header('content-disposition', 'inline; filename="sessions.ics"')
    .type('text/calendar; charset=utf-8')
    .send(calendarFile(name, sessions));
}
