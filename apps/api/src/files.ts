import multipart from '@fastify/multipart';
import { storePhoto } from '@tongxin/files/commands';
import { openPhoto } from '@tongxin/files/queries';
import { maxBytes, refusals, sizeNames, type SizeName } from '@tongxin/files/rules';
import type { Storage } from '@tongxin/files/storage';
import { DomainError, isId } from '@tongxin/core';
import { readRefusal, type RequestContext } from '@tongxin/trpc';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { reportFault } from './faults.ts';
import { onlyFile } from './sent-parts.ts';

const statuses: Record<string, number> = { BAD_REQUEST: 400, NOT_FOUND: 404, CONFLICT: 409, FORBIDDEN: 403 };

type Doors = { storage: Storage; contextOf: (request: FastifyRequest) => Promise<RequestContext> };

/** Takes photos in and gives them out: `POST /files` (one photo, multipart) and `GET /files/<id>/<size>`. */
export async function registerFiles(app: FastifyInstance, { storage, contextOf }: Doors): Promise<void> {
  await app.register(async (site) => {
    await site.register(multipart, { limits: { files: 1, fileSize: maxBytes, fields: 2, parts: 3 } });
    site.setErrorHandler((error, request, reply) => refuse(error, request, reply));
    site.post('/files', { bodyLimit: maxBytes + 64 * 1024 }, async (request) => {
      const bytes = await onlyFile(request);
      if (bytes === undefined) throw new DomainError('files.empty', refusals['files.empty']);
      return storePhoto(await contextOf(request), storage, bytes);
    });
    site.get<{ Params: { id: string; size: string } }>('/files/:id/:size', async (request, reply) => {
      const { id, size } = request.params;
      if (!isId(id) || !isSize(size)) throw new DomainError('files.not_found', refusals['files.not_found']);
      const photo = await openPhoto(await contextOf(request), storage, id, size);
      return reply
        .header('cache-control', photo.published ? 'public, max-age=3600' : 'private, no-store')
        .header('content-disposition', 'inline; filename="photo.jpg"')
        .type('image/jpeg')
        .send(Buffer.from(photo.bytes));
    });
  });
}

function isSize(word: string): word is SizeName {
  return (sizeNames as readonly string[]).includes(word);
}

function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  if (error instanceof DomainError) return reply.code(statuses[error.kind] ?? 400).send(readRefusal(error));
  const { statusCode } = error as { statusCode?: number };
  if (statusCode === 413) {
    return reply.code(400).send({ refusal: 'files.too_big', facts: {}, fields: {} });
  }
  if (statusCode !== undefined && statusCode < 500) {
    const refusal = statusCode === 400 ? 'files.damaged' : 'files.not_a_photo';
    return reply.code(statusCode).send({ refusal, facts: {}, fields: {} });
  }
  reportFault(request, error);
  return reply.code(500).send({ refusal: null, facts: {}, fields: {} });
}
