import { DomainError } from '@tongxin/core';
import type { Faults, Page } from '@tongxin/public/render';
import { links } from '@tongxin/public/links';
import { readRefusal } from '@tongxin/trpc';
import { TRPCError } from '@trpc/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { reportFault } from '../faults.ts';
import { answer, goTo } from './answer.ts';
import type { Site } from './site.ts';
import { visitorOf } from './visitor.ts';

/** A no of a domain, with the status that it travels as. */
export type Refused = { status: number; code: string; fields: Record<string, string[]> };

const statuses: Record<string, number> = {
  BAD_REQUEST: 422,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  PRECONDITION_FAILED: 422,
  TOO_MANY_REQUESTS: 429,
};

/** The no in an error, or undefined when it is a fault of ours. */
function refusedOf(error: unknown): Refused | undefined {
  const { refusal, fields } = readRefusal(error);
  const kind = error instanceof TRPCError ? error.code : error instanceof DomainError ? error.kind : '';
  const status = statuses[kind];
  return status === undefined ? undefined : { status, code: refusal ?? '', fields };
}

/** Does something that a domain may refuse. Faults of ours go on as they are. */
export async function attempt<T>(work: () => Promise<T>): Promise<{ done: T } | { refused: Refused }> {
  try {
    return { done: await work() };
  } catch (error) {
    const refused = refusedOf(error);
    if (refused === undefined) throw error;
    return { refused };
  }
}

/**
 * What has to be changed, by the names of the form's fields: each field's own fault, or the domain's no at `whole`.
 * `names` tells the form's name of a field that the domain calls otherwise.
 */
export function faultsOf(
  { code, fields }: Refused,
  whole: string,
  names: Readonly<Record<string, string>> = {},
): Faults {
  const faults = Object.entries(fields).map(([path, codes]) => {
    const name = path.replace(/\.\d+$/, '');
    return [names[name] ?? name, codes[0] ?? ''] as const;
  });
  return faults.length > 0 ? Object.fromEntries(faults) : { [whole]: code };
}

/** Every error that reaches the site becomes a page that says what happened and what to do. */
export function problemPages(site: Site) {
  return async (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const { status, ...problem } = problemOf(error, request);
    if (status >= 500) reportFault(request, error);
    // The half hour of a shown receipt is over: the form to show it again, not a page that says no.
    if (status === 401) return goTo(reply, `${links.follow()}?because=timeout`);
    const page: Page = {
      page: 'problem',
      content: { ...problem, requestId: status >= 500 ? request.id : null },
    };
    return answer(site, reply, await visitorOf(site, request), page, { status });
  };
}

type Problem = Extract<Page, { page: 'problem' }>['content'];

function problemOf(error: unknown, request: FastifyRequest): Omit<Problem, 'requestId'> & { status: number } {
  const refused = refusedOf(error);
  if (refused?.code === 'http.foreign_origin') return { status: 403, problem: 'foreign', code: null };
  if (refused !== undefined) return refusalPage(refused, request);
  const { statusCode = 500 } = error as { statusCode?: number };
  if (statusCode === 413) return { status: 413, problem: 'tooLarge', code: null };
  if (statusCode === 429) return { status: 429, problem: 'tooMany', code: null };
  if (statusCode >= 400 && statusCode < 500) return { status: statusCode, problem: 'refused', code: null };
  return { status: 500, problem: 'broken', code: null };
}

function refusalPage(
  { status, code }: Refused,
  { method }: FastifyRequest,
): Omit<Problem, 'requestId'> & { status: number } {
  const reading = method === 'GET' || method === 'HEAD';
  // An address that cannot be right is an address that leads nowhere.
  if (status === 404 || (reading && status === 422)) return { status: 404, problem: 'notFound', code: null };
  if (status === 429) return { status, problem: 'tooMany', code: null };
  return { status, problem: 'refused', code: code === '' || code === 'input.fields' ? null : code };
}
