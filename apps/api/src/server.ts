import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import fastify, { LogController, type FastifyInstance, type FastifyRequest } from 'fastify';
import { anonymous, type Actor } from '@tongxin/core';
import { answersToUnreadable, registerFaults } from './faults.ts';
import { registerArchives } from './archives/downloads.ts';
import { registerReports } from './reports/downloads.ts';
import { registerFiles } from './files.ts';
import { registerImports } from './imports/doors.ts';
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
    logController: new LogController({ disableRequestLogging: true }),
    // While the process leaves, whoever still comes over an open connection is answered, and the connection ends.
    return503OnClosing: false,
    ...answersToUnreadable(config),
    trustProxy: config.TRUST_PROXY ?? false,
    routerOptions: { maxParamLength: 5000 },
  });
  // Every form that our own programs send is JSON: a text that only looks like it is somebody else's form.
  app.removeContentTypeParser('text/plain');
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
  await registerImports(app, { storage: town.storage, contextOf });
  await registerReports(app, { contextOf, demo: config.DEMO });
  await registerArchives(app, { storage: town.storage, contextOf, demo: config.DEMO });
  await registerPublic(app, { town });
  await registerWebApps(app, config);
  return { app, leave: () => void (leaving = true) };
}

function residentOf(request: FastifyRequest, town: Town): Actor {
  return readFollow(request.cookies[followCookie], town.now(), town.config.keys.receipt) ?? anonymous;
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
