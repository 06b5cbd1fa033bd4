import type { FastifyRequest } from 'fastify';

/**
 * Whether one of our own pages sends this. A browser always says so on a POST, by Fetch Metadata or by Origin; who
 * says neither is no browser and has no business signing people in.
 */
export function comesFromOurPages(
  request: Pick<FastifyRequest, 'headers' | 'host'>,
  publicUrl?: string,
): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (site !== undefined && site !== 'same-origin') return false;
  // Browsers send `null` for the origin when a page's referrer policy asks for it; the other header then decides.
  if (origin === undefined || origin === 'null') return site === 'same-origin';
  if (!URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return host === request.host || (publicUrl !== undefined && host === new URL(publicUrl).host);
}
