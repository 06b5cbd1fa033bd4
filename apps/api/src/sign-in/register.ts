import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  addressHeader,
  basePath,
  builtInSender,
  gatewaySender,
  openSignIn,
  type SignIn,
} from '@tongxin/accounts/sign-in';
import type { Actor } from '@tongxin/core';
import { readRefusal, type Installation } from '@tongxin/trpc';
import type { Config } from '../env.ts';
import type { Town } from '../town.ts';
import { doors, sayNo, translated, type No } from './doors.ts';
import { comesFromOurPages } from './own-origin.ts';

/** Opens the addresses below /auth, and tells who sends a request. Refuses to start when production lacks a sender. */
export async function registerSignIn(
  app: FastifyInstance,
  town: Pick<Town, 'config' | 'municipality' | 'now'>,
): Promise<{ actorOfRequest: (request: FastifyRequest) => Promise<Actor>; house: Installation }> {
  const { config, municipality, now } = town;
  const origin = new URL(config.PUBLIC_URL ?? `http://${config.HOST}`).origin;
  const signIn = openSignIn(municipality, {
    origin,
    authSecret: config.AUTH_SECRET,
    keys: config.keys,
    production: config.PRODUCTION,
    demo: config.DEMO,
    requireTotp: !config.DEMO,
    sender: senderOf(town),
    now,
    log: (event, facts) => app.log.warn({ event, ...facts }),
  });
  for (const path of Object.keys(doors)) {
    app.post(`${basePath}${path}`, async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const no = await pass(request, reply, { signIn, path, origin, config });
      return no === undefined ? reply : reply.code(no.status).send(no.body);
    });
  }
  app.all(`${basePath}/*`, async (_request, reply) => {
    const { status, body } = sayNo('accounts.not_here');
    return reply.code(status).send(body);
  });
  return { actorOfRequest: (request) => signIn.actorOf(request.headers.cookie), house: signIn.house };
}

function senderOf({ config, municipality, now }: Pick<Town, 'config' | 'municipality' | 'now'>) {
  if (config.SMS === 'closed') return null;
  if (config.SMS === 'outbox') return builtInSender(municipality, now);
  if (config.SMS_GATEWAY_URL === undefined || config.SMS_GATEWAY_TOKEN === undefined) {
    throw new Error('SMS=gateway needs SMS_GATEWAY_URL and SMS_GATEWAY_TOKEN.');
  }
  return gatewaySender({ url: config.SMS_GATEWAY_URL, token: config.SMS_GATEWAY_TOKEN });
}

type Way = { signIn: SignIn; path: string; origin: string; config: Config };

/** Hands the request to the sign-in library and its answer back; answers the no, when it is one. */
async function pass(request: FastifyRequest, reply: FastifyReply, way: Way): Promise<No | undefined> {
  const { signIn, path, origin, config } = way;
  if (!comesFromOurPages(request, config.PUBLIC_URL)) return sayNo('accounts.foreign_origin');
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
    await reply.code(415).send({ refusal: 'input.fields', facts: {}, fields: {} });
    return undefined;
  }
  const door = doors[path]!;
  const read = door.input.safeParse(request.body);
  if (!read.success) {
    await reply.code(400).send(readRefusal(read.error));
    return undefined;
  }
  const response = await signIn.handle(
    forLibrary(request, { url: `${origin}${basePath}${path}`, origin, body: read.data }),
  );
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) reply.header('set-cookie', cookies);
  const given = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  if (response.ok) {
    await reply.send(door.answer(given));
    return undefined;
  }
  const no = translated(response.status, given);
  if (no !== undefined) return no;
  request.log.error({ event: 'sign_in_fault', status: response.status, path });
  await reply.code(500).send({ refusal: null, facts: { requestId: request.id }, fields: {} });
  return undefined;
}

/** Only what the library needs: our own origin (checked before), the cookies, and the address as our server knows it. */
function forLibrary(
  request: FastifyRequest,
  { url, origin, body }: { url: string; origin: string; body: unknown },
) {
  const headers = new Headers({ 'content-type': 'application/json', origin, [addressHeader]: request.ip });
  if (request.headers.cookie !== undefined) headers.set('cookie', request.headers.cookie);
  return new Request(url, { method: 'POST', headers, body: JSON.stringify(body) });
}
