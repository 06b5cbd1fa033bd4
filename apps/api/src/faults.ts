import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from './env.ts';
import { safeHeaders } from './headers.ts';
import { withoutValues } from './without-values.ts';

const noReason = { refusal: null, facts: {}, fields: {} };

/** Writes a fault of ours into the log, with the route or procedure that it came from and none of the values. */
export function reportFault(
  request: FastifyRequest,
  error: unknown,
  where: string | undefined = request.routeOptions.url,
): void {
  request.log.error({ err: withoutValues(error), where }, 'a fault of ours');
}

/** What goes wrong before a site looks at a request: the caller learns the kind of it, the log the rest. */
export function registerFaults(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) reportFault(request, error);
    return reply.code(status).send({ ...noReason, refusal: status === 403 ? 'http.foreign_origin' : null });
  });
}

/**
 * Requests that reach no hook of ours, because their address or their very form cannot be read: answered like all
 * others, with the headers that every answer carries and without the framework's own words.
 */
export function answersToUnreadable(config: Config) {
  const headers = safeHeaders(config);
  return {
    frameworkErrors: (error: FastifyError, _request: FastifyRequest, reply: FastifyReply) =>
      void reply
        .code(error.statusCode ?? 400)
        .headers(headers)
        .send(noReason),
    clientErrorHandler(error: Error & { code?: string }, socket: Socket): void {
      if (socket.writable && error.code !== 'ECONNRESET') socket.write(unreadable(error.code, headers));
      socket.destroy(error);
    },
  };
}

const statuses: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
};

/** The whole answer as it stands on the wire: there is nothing yet that could write it. */
function unreadable(code: string | undefined, headers: Readonly<Record<string, string>>): string {
  const status = statuses[code ?? ''] ?? 400;
  const body = JSON.stringify(noReason);
  const lines = Object.entries({
    ...headers,
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(body.length),
    connection: 'close',
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`;
}
