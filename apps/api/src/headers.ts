import { DomainError } from '@tongxin/core';
import type { FastifyInstance } from 'fastify';
import type { Config } from './env.ts';

const year = 31_536_000;

/**
 * What every answer carries. Content security is set per site (the residents' pages allow no script but their own
 * file, the offices' app needs inline styles), so here stands the strictest and each site may replace it.
 */
export function safeHeaders(config: Pick<Config, 'PRODUCTION'>): Readonly<Record<string, string>> {
  return {
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
    'cross-origin-opener-policy': 'same-origin',
    // Not `no-referrer`: browsers would then send `Origin: null` with our own forms, and foreign forms look the same.
    'referrer-policy': 'same-origin',
    'permissions-policy': 'geolocation=(), microphone=(), camera=()',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(config.PRODUCTION ? { 'strict-transport-security': `max-age=${year}; includeSubDomains` } : {}),
  };
}

/** Every answer carries the headers above, and no change is made for a page of somebody else. */
export function registerHeaders(app: FastifyInstance, config: Config): void {
  const headers = safeHeaders(config);
  app.addHook('onRequest', async (_request, reply) => void reply.headers(headers));
  app.addHook('preHandler', refuseForeignForms(config));
}

/**
 * A change is asked for by our own pages only. Browsers say where a request comes from (Fetch Metadata, Origin);
 * cookies are SameSite=Lax besides. Programs without a browser send neither and carry no cookies either.
 */
function refuseForeignForms(config: Config) {
  return async (request: { method: string; headers: Record<string, unknown>; host: string }) => {
    if (request.method === 'GET' || request.method === 'HEAD') return;
    const site = request.headers['sec-fetch-site'];
    const origin = request.headers['origin'];
    const own = new Set([
      request.host,
      ...(config.PUBLIC_URL === undefined ? [] : [new URL(config.PUBLIC_URL).host]),
    ]);
    const foreign =
      (typeof site === 'string' && site !== 'same-origin' && site !== 'none') ||
      (typeof origin === 'string' && !own.has(URL.canParse(origin) ? new URL(origin).host : ''));
    if (foreign)
      throw Object.assign(new DomainError('http.foreign_origin', 'FORBIDDEN'), { statusCode: 403 });
  };
}
