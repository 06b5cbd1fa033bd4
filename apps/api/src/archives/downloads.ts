import { Readable } from 'node:stream';
import { DomainError, isId, locales, textOf, type Locale } from '@tongxin/core';
import { eventArchive, type ArchiveEntry } from '@tongxin/events/papers';
import { openPhoto } from '@tongxin/files/queries';
import type { Storage } from '@tongxin/files/storage';
import { messages as spine } from '@tongxin/matters/messages';
import type { RequestContext } from '@tongxin/trpc';
import { makeZip, predictLength } from 'client-zip';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { reportFault } from '../faults.ts';

type Doors = {
  storage: Storage;
  contextOf: (request: FastifyRequest) => Promise<RequestContext>;
  /** Invented people and matters: the index says so. */
  demo: boolean;
};

type ById = { Params: { id: string } };

/**
 * What is kept of an event as one file: `GET /archives/events/<id>.zip`, English with `?lang=en`. It is written while
 * it is sent, one photo at a time, and its length is known before, so a browser shows how far it is.
 */
export async function registerArchives(
  app: FastifyInstance,
  { storage, contextOf, demo }: Doors,
): Promise<void> {
  await app.register(async (site) => {
    site.get<ById>('/archives/events/:id.zip', async (request, reply) => {
      const locale = localeOf(request);
      const say = (status: number, sentence: string) =>
        reply
          .code(status)
          .header('cache-control', 'no-store')
          .type('text/plain; charset=utf-8')
          .send(`${sentence}\n`);
      const ctx = await contextOf(request);
      const { id } = request.params;
      if (ctx.actor.kind !== 'account' || !isId(id))
        return say(404, textOf(spine, 'matters.not_found', locale));
      const found = await eventArchive(ctx, id, { locale, demo }).catch((error: unknown) => error);
      if (found instanceof DomainError) return say(404, textOf(spine, 'matters.not_found', locale));
      if (found instanceof Error) {
        reportFault(request, found);
        return say(500, `${textOf({}, '', locale)}\n${request.id}`);
      }
      const { number, madeAt, entries } = found as Awaited<ReturnType<typeof eventArchive>>;
      const lastModified = new Date(madeAt.epochMilliseconds);
      const open = (fileId: string) => openPhoto(ctx, storage, fileId, 'large');
      return reply
        .header('cache-control', 'private, no-store')
        .header('content-length', String(predictLength(entries.map(sizeOf))))
        .header('content-disposition', `attachment; filename="${number}.zip"`)
        .type('application/zip')
        .send(Readable.fromWeb(makeZip(filesOf(entries, open, lastModified)) as never));
    });
  });
}

const sizeOf = (entry: ArchiveEntry) => ({
  name: entry.name,
  size: 'text' in entry ? Buffer.byteLength(entry.text) : entry.bytes,
});

/** The files one after the other, each read when the one before has gone. */
async function* filesOf(
  entries: readonly ArchiveEntry[],
  open: (fileId: string) => Promise<{ bytes: Uint8Array }>,
  lastModified: Date,
) {
  for (const entry of entries) {
    const input = 'text' in entry ? entry.text : Buffer.from((await open(entry.fileId)).bytes);
    yield { name: entry.name, input, lastModified };
  }
}

function localeOf({ query }: FastifyRequest): Locale {
  const { lang } = query as Record<string, unknown>;
  return locales.find((one) => one === lang) ?? 'zh-CN';
}
