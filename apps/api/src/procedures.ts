import { callTRPCProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape } from '@trpc/server';
import type { RequestContext } from '@tongxin/trpc';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { reportFault } from './faults.ts';
import { appRouter } from './router.ts';

/** How many calls one request may carry. The clients send at most ten. */
const mostCalls = 20;
const prefix = '/trpc/';

type Answer = {
  status: number;
  body: { result: { data: unknown } } | { error: unknown };
  /** What broke, when it was ours: for the log. */
  fault?: unknown;
};

/**
 * The procedures over HTTP, in the form that the tRPC clients speak: `GET /trpc/a,b?batch=1&input=…` for queries,
 * POST with the inputs as JSON for mutations. The library's own adapter turns every request into Fetch objects and
 * streams first, which cost more than the query behind it (docs/adr/0018); nothing here streams.
 */
export function registerProcedures(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<RequestContext>,
): void {
  const answer = (type: 'query' | 'mutation') => async (request: FastifyRequest, reply: FastifyReply) => {
    const { batch, input } = request.query as { batch?: string; input?: string };
    const paths = (request.params as { '*': string })['*'].split(',');
    const inputs = readInputs({
      batch: batch === '1',
      raw: type === 'query' ? input : request.body,
      count: paths.length,
    });
    if (inputs === undefined || (batch !== '1' && paths.length > 1) || paths.length > mostCalls) {
      return reply
        .code(400)
        .send({ error: { message: 'BAD_REQUEST', data: { code: 'BAD_REQUEST', httpStatus: 400 } } });
    }
    const ctx = await contextOf(request);
    const answers = await Promise.all(paths.map((path, index) => call(ctx, type, path, inputs[index])));
    for (const [index, { fault }] of answers.entries())
      if (fault !== undefined) reportFault(request, fault, paths[index]);
    // What was read for one person is kept by nobody on the way.
    reply.header('cache-control', 'no-store').type('application/json; charset=utf-8');
    if (batch !== '1') return reply.code(answers[0]!.status).send(JSON.stringify(answers[0]!.body));
    const statuses = new Set(answers.map(({ status }) => status));
    return reply
      .code(statuses.size === 1 ? answers[0]!.status : 207)
      .send(JSON.stringify(answers.map(({ body }) => body)));
  };
  app.get(`${prefix}*`, answer('query'));
  app.post(`${prefix}*`, answer('mutation'));
}

/** The input of each call, undefined where none was given; undefined as a whole when it cannot be read. */
function readInputs({
  batch,
  raw,
  count,
}: {
  batch: boolean;
  raw: unknown;
  count: number;
}): unknown[] | undefined {
  let parsed: unknown;
  try {
    parsed = typeof raw === 'string' ? JSON.parse(raw) : raw;
  } catch {
    return undefined;
  }
  if (!batch) return [parsed ?? undefined];
  if (parsed === undefined || parsed === null) return Array.from({ length: count });
  if (typeof parsed !== 'object') return undefined;
  return Array.from({ length: count }, (_, index) => (parsed as Record<string, unknown>)[index]);
}

async function call(
  ctx: RequestContext,
  type: 'query' | 'mutation',
  path: string,
  input: unknown,
): Promise<Answer> {
  try {
    const data = await callTRPCProcedure({
      router: appRouter,
      path,
      type,
      ctx,
      getRawInput: async () => input,
      signal: undefined,
      batchIndex: 0,
    });
    return { status: 200, body: { result: { data } } };
  } catch (cause) {
    const error = getTRPCErrorFromUnknown(cause);
    const shape = getTRPCErrorShape({ config: appRouter._def._config, error, type, path, input, ctx });
    const answer = { status: shape.data.httpStatus, body: { error: shape } };
    return answer.status < 500 ? answer : { ...answer, fault: error.cause ?? error };
  }
}
