import type { FastifyReply, FastifyRequest } from 'fastify';
import { links } from '@tongxin/public/links';
import { followCookie, followMinutes, sealFollow } from '../follow-cookie.ts';
import { goTo } from './answer.ts';
import type { Site } from './site.ts';
import { cookieOptions, visitorOf, type Visitor } from './visitor.ts';

/** The half hour begins anew with every page of the matter. */
export function stayOpen(site: Site, reply: FastifyReply, matterId: string): void {
  const value = sealFollow(matterId, site.town.now(), site.town.config.keys.receipt);
  void reply.setCookie(followCookie, value, { ...cookieOptions(site), maxAge: followMinutes * 60 });
}

/** Runs for the resident whose receipt was shown; everybody else is asked to show it. */
export async function asResident(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (visitor: Visitor) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const visitor = await visitorOf(site, request);
  if (visitor.resident === undefined) return goTo(reply, `${links.follow()}?because=timeout`);
  stayOpen(site, reply, visitor.resident.matterId);
  return work(visitor);
}
