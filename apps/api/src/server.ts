import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import fastify, { type FastifyError, type FastifyInstance, type FastifyRequest } from 'fastify';
import { anonymous, type Actor } from '@tongxin/core';
import { registerReports } from './reports/downloads.ts';
import { registerFiles } from './files.ts';
import { followCookie, readFollow } from './follow-cookie.ts';
import { registerHeaders } from './headers.ts';
import { registerPublic } from './public/register.ts';
import { registerProcedures } from './procedures.ts';
import { registerSignIn } from './sign-in/register.ts';
import { contextFor, type Town } from './town.ts';
import { registerWebApps } from './web-apps.ts';

/** Bodies are small everywhere but where photos are sent. */
const bodyLimit = 64 * 1024;

/** The one HTTP server: sign-in, the procedures, the residents' site, the offices' and members' apps. */
export async function buildServer(town: Town): Promise<{ app: FastifyInstance; leave: () => void }> {
  const { config } = town;
  const app = fastify({
    bodyLimit,
    genReqId: () => randomUUID(),
    logger: config.PRODUCTION
      ? { redact: ['req.headers.cookie', 'req.headers.authorization'] }
      : { level: 'warn' },
    // A log line says which route, never what was typed into an address.
    disableRequestLogging: true,
    forceCloseConnections: true,
    trustProxy: config.TRUST_PROXY ?? false,
    routerOptions: { maxParamLength: 5000 },
  });
  let leaving = false;
  await app.register(cookie);
  registerHeaders(app, config);
  registerFaults(app);
  registerHealth(app, town, () => leaving);
  const signIn = await registerSignIn(app, town);
  const actorOf = async (request: FastifyRequest): Promise<Actor> => {
    const staff = await signIn.actorOfRequest(request);
    return staff.kind === 'anonymous' ? residentOf(request, town) : staff;
  };
  const contextOf = async (request: FastifyRequest) =>
    contextFor(town, await actorOf(request), { requestId: request.id, house: signIn.house });
  registerProcedures(app, contextOf);
  await registerFiles(app, { storage: town.storage, contextOf });
  await registerReports(app, { contextOf, demo: config.DEMO });
  await registerPublic(app, { town });
  await registerWebApps(app, config);
  return { app, leave: () => void (leaving = true) };
}

function residentOf(request: FastifyRequest, town: Town): Actor {
  return readFollow(request.cookies[followCookie], town.now(), town.config.keys.receipt) ?? anonymous;
}

/** What goes wrong before a site looks at a request: the caller learns the kind of it, the log the rest. */
function registerFaults(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error(error);
    return reply
      .code(status)
      .send({ refusal: status === 403 ? 'http.foreign_origin' : null, facts: {}, fields: {} });
  });
}

/** `/healthz`: the process lives. `/ready`: it can answer, and is not about to leave. */
function registerHealth(app: FastifyInstance, town: Town, isLeaving: () => boolean): void {
  app.get('/healthz', () => ({ ok: true }));
  app.get('/ready', async (_request, reply) => {
    if (isLeaving()) return reply.code(503).header('connection', 'close').send({ ok: false });
    const answers = await town.municipality.pool.query('select 1').then(
      () => true,
      () => false,
    );
    return reply.code(answers ? 200 : 503).send({ ok: answers });
  });
}
