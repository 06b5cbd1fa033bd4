import { anonymous, type ResidentActor } from '@tongxin/core';
import type { Visit } from '@tongxin/public/render';
import type { RequestContext } from '@tongxin/trpc';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { followCookie, readFollow } from '../follow-cookie.ts';
import { callerOf } from '../router.ts';
import { contextFor } from '../town.ts';
import { choicesIn, isLocale, type Choices } from './choices.ts';
import type { Site } from './site.ts';

/** Whoever looks at the residents' site: how they want to see it, and what they may ask. */
export type Visitor = {
  visit: Visit;
  ctx: RequestContext;
  call: ReturnType<typeof callerOf>;
  /** Set when a receipt and its PIN were shown in the last half hour. */
  resident: ResidentActor | undefined;
  /** The place that this browser remembers. */
  place: string | undefined;
};

const yearSeconds = 365 * 24 * 3600;

/** What this browser has chosen; an address may say the language for itself. */
export function choicesOf({ headers, query }: FastifyRequest): Choices {
  const chosen = choicesIn(headers.cookie);
  const asked = (query as Record<string, unknown> | undefined)?.['lang'];
  return isLocale(asked) ? { ...chosen, locale: asked } : chosen;
}

/**
 * Who is asking. Offices' sign-ins count for nothing here: on the residents' site everybody is a resident, known by
 * a receipt or not at all.
 */
export async function visitorOf(site: Site, request: FastifyRequest): Promise<Visitor> {
  const { town } = site;
  const { locale, look, place } = choicesOf(request);
  const resident = readFollow(request.cookies[followCookie], town.now(), town.config.keys.receipt);
  const ctx = contextFor(town, resident ?? anonymous, { requestId: request.id, locale });
  const visit: Visit = {
    locale,
    look,
    address: addressOf(request),
    city: await site.names.city(),
    demo: town.config.DEMO,
    assets: site.assets,
  };
  return { visit, ctx, call: callerOf(ctx), resident, place };
}

/** What was asked for, without the language in it: where the links that change language and size come back to. */
function addressOf({ url }: FastifyRequest): string {
  const [path = '/', query = ''] = url.split('?');
  const rest = new URLSearchParams(query);
  rest.delete('lang');
  return rest.size === 0 ? path : `${path}?${rest}`;
}

/** Remembers a choice in this browser for a year; forgets it when the value is null. */
export function choose(
  site: Site,
  reply: FastifyReply,
  name: 'lang' | 'look' | 'place',
  value: string | null,
): void {
  const options = { ...cookieOptions(site), maxAge: yearSeconds };
  if (value === null) void reply.clearCookie(name, options);
  else void reply.setCookie(name, value, options);
}

/** The site's own address as people type it, without a slash at its end. */
export function baseOf({ town }: Site, request: FastifyRequest): string {
  return town.config.PUBLIC_URL?.replace(/\/+$/, '') ?? `${request.protocol}://${request.host}`;
}

export function cookieOptions({ town }: Site) {
  const secure = town.config.PUBLIC_URL?.startsWith('https:') ?? false;
  return { path: '/', httpOnly: true, sameSite: 'lax' as const, secure };
}
