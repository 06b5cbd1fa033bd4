import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import { DomainError } from '@tongxin/core';
import type { FastifyInstance } from 'fastify';
import { comesFromOurPages } from '../sign-in/own-origin.ts';
import type { Town } from '../town.ts';
import { answer, policy } from './answer.ts';
import { registerAssets } from './assets.ts';
import { registerCalendars } from './calendars.ts';
import { isLocale } from './choices.ts';
import { registerFollow } from './follow.ts';
import { standInFront } from './front-door.ts';
import { registerHome } from './home.ts';
import { registerPlaces } from './places.ts';
import { registerPlain } from './plain.ts';
import { problemPages } from './problems.ts';
import { registerSessions } from './sessions.ts';
import { registerSettled } from './settled.ts';
import { loadBuilt, openSite, type Drawing } from './site.ts';
import { registerMembers } from './members.ts';
import { registerSites } from './sites.ts';
import { registerTell } from './tell.ts';
import { choose, visitorOf } from './visitor.ts';

/** A pasted book still comes back to be shortened; a form is never longer. */
const formBytes = 1024 * 1024;

/**
 * The residents' site: pages drawn on the server, complete without scripts. Without `drawing` it takes the built
 * pages, and where none were built there is no site.
 */
export async function registerPublic(
  app: FastifyInstance,
  { town, drawing }: { town: Town; drawing?: Drawing },
): Promise<void> {
  const drawn = drawing ?? (await loadBuilt());
  if (drawn === null) {
    app.log.warn('apps/public was never built, so there are no pages for residents: run `pnpm build`');
    return;
  }
  const site = openSite(town, drawn);
  standInFront(app.server, site.cache);
  await app.register(async (pages) => {
    await pages.register(formbody, { bodyLimit: formBytes });
    await pages.register(multipart, { throwFileSizeLimit: false });
    pages.addHook('onRequest', async (request, reply) => {
      void reply.header('content-security-policy', policy);
      const { lang } = request.query as Record<string, unknown>;
      if (request.method === 'GET' && isLocale(lang)) choose(site, reply, 'lang', lang);
      // Stricter than for programs: whoever sends one of these forms is a browser, and says where it comes from.
      if (request.method === 'POST' && !comesFromOurPages(request, town.config.PUBLIC_URL)) {
        throw new DomainError('http.foreign_origin', 'FORBIDDEN');
      }
    });
    pages.setErrorHandler(problemPages(site));
    pages.setNotFoundHandler(async (request, reply) =>
      answer(
        site,
        reply,
        await visitorOf(site, request),
        { page: 'problem', content: { problem: 'notFound', code: null, requestId: null } },
        { status: 404 },
      ),
    );
    registerAssets(pages, site);
    registerHome(pages, site);
    registerPlaces(pages, site);
    registerCalendars(pages, site);
    registerSessions(pages, site);
    registerSettled(pages, site);
    registerMembers(pages, site);
    registerSites(pages, site);
    registerTell(pages, site);
    registerFollow(pages, site);
    registerPlain(pages, site);
  });
}
