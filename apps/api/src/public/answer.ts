import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Page } from '@tongxin/public/render';
import { pageKey } from './choices.ts';
import { encoded, type KeptPage } from './page-cache.ts';
import type { Site } from './site.ts';
import { choicesOf, visitorOf, type Visitor } from './visitor.ts';

/** Nothing but our own style sheet, script and pictures; no frame, no plug-in, no inline code. */
export const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const html = 'text/html; charset=utf-8';

/**
 * How long a browser may keep a page. `form`: so that the way back finds what was typed, as its answers are in the
 * page and nowhere else; `personal`: not at all.
 */
export type Keeping = 'personal' | 'form';
const cacheControl: Record<Keeping, string> = { personal: 'no-store', form: 'private, no-cache' };

/** Draws a page for one visitor and sends it. */
export function answer(
  site: Site,
  reply: FastifyReply,
  { visit }: Pick<Visitor, 'visit'>,
  page: Page,
  { status = 200, keep = 'personal' as Keeping } = {},
): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', cacheControl[keep])
    .type(html)
    .send(site.draw(page, visit));
}

/** After something was done: to a page that can be reloaded. */
export function goTo(reply: FastifyReply, address: string): FastifyReply {
  return reply.header('cache-control', 'no-store').redirect(address, 303);
}

/** A page that is the same for everybody with the same choices: drawn once in a few seconds, sent as kept bytes. */
export function answerKept(site: Site, draw: (visitor: Visitor, request: FastifyRequest) => Promise<Page>) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const page = await site.cache.take(pageKey(request.url, choicesOf(request)), async () => {
      const visitor = await visitorOf(site, request);
      return site.draw(await draw(visitor, request), visitor.visit);
    });
    return sendKept(request, reply, page);
  };
}

function sendKept({ headers }: FastifyRequest, reply: FastifyReply, page: KeptPage): FastifyReply {
  void reply.headers({
    'cache-control': 'no-cache',
    'content-type': html,
    etag: page.etag,
    vary: 'cookie, accept-encoding',
  });
  page.headers ??= pairsOf(reply.getHeaders());
  if (headers['if-none-match'] === page.etag) return reply.code(304).send();
  const { bytes, encoding } = encoded(page, headers['accept-encoding']);
  if (encoding !== null) void reply.header('content-encoding', encoding);
  return reply.send(bytes);
}

/** Headers as Node takes them fastest. What belongs to one visitor is never on a page for everybody. */
function pairsOf(headers: ReturnType<FastifyReply['getHeaders']>): string[] {
  return Object.entries(headers)
    .filter(([name]) => name !== 'set-cookie')
    .flatMap(([name, value]) => [name, String(value)]);
}
