import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Site } from './site.ts';
import { isLocale, isLook } from './choices.ts';
import { choose, type Visitor } from './visitor.ts';

/** What came with a form, whatever was sent: a missing field is empty, of several the first counts. */
export type Fields = { text(name: string): string; list(name: string): string[] };

export function fieldsOf(body: unknown): Fields {
  const given = new Map<string, unknown>(
    typeof body === 'object' && body !== null ? Object.entries(body) : [],
  );
  const list = (name: string) => [given.get(name)].flat().filter((value) => typeof value === 'string');
  return { list, text: (name) => list(name)[0] ?? '' };
}

/**
 * The size or language chosen in the middle of a form: remembers it, and gives the visitor as they will see the same
 * page again. Undefined when the form was sent for its own sake.
 */
export function toolOf(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  { visitor, fields }: { visitor: Visitor; fields: Fields },
): Visitor | undefined {
  const [kind, value] = fields.text('tool').split(':');
  if (kind === 'look' && isLook(value)) {
    choose(site, reply, 'look', value);
    return { ...visitor, visit: { ...visitor.visit, look: value } };
  }
  if (kind === 'lang' && isLocale(value)) {
    choose(site, reply, 'lang', value);
    return { ...visitor, visit: { ...visitor.visit, locale: value } };
  }
  return undefined;
}
