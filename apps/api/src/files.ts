import multipart from '@fastify/multipart';
import { storePhoto } from '@tongxin/files/commands';
import { openPhoto } from '@tongxin/files/queries';
import { maxBytes, refusals, sizeNames, type SizeName } from '@tongxin/files/rules';
import type { Storage } from '@tongxin/files/storage';
import { DomainError, isId } from '@tongxin/core';
import { readRefusal, type RequestContext } from '@tongxin/trpc';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { reportFault } from './faults.ts';
import { onlyFile, refuseSender } from './sent-parts.ts';

const statuses: Record<string, number> = { BAD_REQUEST: 400, NOT_FOUND: 404, CONFLICT: 409, FORBIDDEN: 403 };

type Doors = { storage: Storage; contextOf: (request: FastifyRequest) => Promise<RequestContext> };

/** Takes photos in and gives them out: `POST /files` (one photo, multipart) and `GET /files/<id>/<size>`. */
export async function registerFiles(app: FastifyInstance, { storage, contextOf }: Doors): Promise<void> {
  await app.register(async (site) => {
    await site.register(multipart, { limits: { files: 1, fileSize: maxBytes, fields: 2, parts: 3 } });
    site.setErrorHandler((error, request, reply) => refuse(error, request, reply));
    site.post('/files', { bodyLimit: maxBytes + 64 * 1024 }, async (request) => {
      const sent = await onlyFile(request);
      if (sent === undefined) throw new DomainError('files.empty', refusals['files.empty']);
      return storePhoto(await contextOf(request), storage, sent.bytes);
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
  const { status, body } = answerTo(error);
  if (status === 500) reportFault(request, error);
  return refuseSender(request, reply, { status, body });
}

function answerTo(error: unknown): { status: number; body: object } {
  if (error instanceof DomainError) return { status: statuses[error.kind] ?? 400, body: readRefusal(error) };
  const refused = { refusal: null, facts: {}, fields: {} };
  const { statusCode = 500 } = error as { statusCode?: number };
  if (statusCode === 413) return { status: 400, body: { ...refused, refusal: 'files.too_big' } };
  if (statusCode >= 500) return { status: 500, body: refused };
  const refusal = statusCode === 400 ? 'files.damaged' : 'files.not_a_photo';
  return { status: statusCode, body: { ...refused, refusal } };
}
