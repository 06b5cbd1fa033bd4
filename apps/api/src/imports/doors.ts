import multipart from '@fastify/multipart';
import { DomainError, isId, locales, textOf, type Locale, type Messages } from '@tongxin/core';
import { messages as divisions } from '@tongxin/divisions/messages';
import type { Storage } from '@tongxin/files/storage';
import { ensureSender, sendFile } from '@tongxin/imports/commands';
import { messages as imports } from '@tongxin/imports/messages';
import { getImport, wholeReport } from '@tongxin/imports/queries';
import {
  importKindNames,
  importKinds,
  mostBytes,
  refusals,
  type ImportKind,
  type Refusal,
} from '@tongxin/imports/rules';
import { messages as members } from '@tongxin/members/messages';
import { messages as organisations } from '@tongxin/organisations/messages';
import { messages as sectors } from '@tongxin/sectors/messages';
import { readRefusal, type RequestContext } from '@tongxin/trpc';
import { stringify } from 'csv-stringify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { writeXlsx } from 'hucre/xlsx';
import { pipeline, Readable } from 'node:stream';
import { reportFault } from '../faults.ts';
import { onlyFile, refuseSender } from '../sent-parts.ts';
import { importForms } from './forms.ts';

type Doors = { storage: Storage; contextOf: (request: FastifyRequest) => Promise<RequestContext> };

const sentences: Messages<string> = { ...divisions, ...organisations, ...sectors, ...members, ...imports };
const statuses: Record<string, number> = { BAD_REQUEST: 400, NOT_FOUND: 404, CONFLICT: 409, FORBIDDEN: 403 };
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Lists as files: `POST /imports/<kind>/<divisionCode>` takes one in, `GET /imports/<id>/report.csv` says what was
 * wrong with which row, `GET /imports/templates/<kind>.xlsx` is an empty one to fill. Both papers with `?lang=en` in
 * English.
 */
export async function registerImports(app: FastifyInstance, { storage, contextOf }: Doors): Promise<void> {
  await app.register(async (site) => {
    const limits = { files: 1, fileSize: mostBytes, fields: 2, parts: 3 };
    await site.register(multipart, { limits });
    site.setErrorHandler((error, request, reply) => refuse(error, request, reply));
    const bodyLimit = mostBytes + 64 * 1024;
    site.post<{ Params: { kind: string; divisionCode: string } }>(
      '/imports/:kind/:divisionCode',
      { bodyLimit },
      async (request) => {
        const { kind, divisionCode } = request.params;
        if (!isKind(kind)) throw notFound();
        const ctx = await contextOf(request);
        if (ctx.actor.kind !== 'account') throw new SignedOut();
        // Before a byte of the file is read.
        await ensureSender(ctx, { kind, divisionCode });
        if (Number(request.headers['content-length']) > bodyLimit) throw tooLarge();
        const sent = await onlyFile(request);
        if (sent === undefined) throw new DomainError('imports.no_file', refusals['imports.no_file']);
        return sendFile(ctx, storage, { kind, divisionCode, ...sent });
      },
    );
    site.get<{ Params: { id: string } }>('/imports/:id/report.csv', async (request, reply) => {
      const { id } = request.params;
      if (!isId(id)) throw notFound();
      const ctx = await contextOf(request);
      const { kind } = await getImport(ctx, id);
      const lines = reportLines(ctx, { id, kind, locale: localeOf(request) });
      const csv = stringify({ bom: true, escape_formulas: true });
      // Piped one by one, a fault in the middle would have nobody to hear it and end the process.
      pipeline(Readable.from(lines), csv, (error) => {
        if (error && error.code !== 'ERR_STREAM_PREMATURE_CLOSE') reportFault(request, error);
      });
      return asFile(reply, 'report.csv', 'text/csv; charset=utf-8').send(csv);
    });
    site.get<{ Params: { kind: string } }>('/imports/templates/:kind.xlsx', async (request, reply) => {
      const { kind } = request.params;
      if (!isKind(kind)) throw notFound();
      return asFile(reply, `${kind}.xlsx`, xlsx).send(Buffer.from(await template(kind)));
    });
  });
}

/** Nobody's request: the screen asks for the sign-in, as with a call. */
class SignedOut extends Error {}

const tooLarge = () => new DomainError('imports.too_large', refusals['imports.too_large']);
const notFound = () => new DomainError('imports.not_found', refusals['imports.not_found']);
const isKind = (word: string): word is ImportKind => (importKinds as readonly string[]).includes(word);

function asFile(reply: FastifyReply, name: string, type: string): FastifyReply {
  return reply
    .header('cache-control', 'private, no-store')
    .header('content-disposition', `attachment; filename="${name}"`)
    .type(type);
}

/** One line for each thing that is wrong: the row, the column as the template names it, the sentence. */
async function* reportLines(
  ctx: RequestContext,
  { id, kind, locale }: { id: string; kind: ImportKind; locale: Locale },
): AsyncGenerator<string[]> {
  yield locale === 'en' ? ['Row', 'Column', 'What is wrong'] : ['行号', '列', '问题'];
  const label = new Map(importForms[kind].columns.map(({ key, labels }) => [key, labels[0]]));
  for await (const { rowNo, columnKey, code } of wholeReport(ctx, id))
    yield [String(rowNo), label.get(columnKey ?? '') ?? '', textOf(sentences, code, locale)];
}

/** The heading with an example below it. */
function template(kind: ImportKind): Promise<Uint8Array> {
  const { columns } = importForms[kind];
  return writeXlsx({
    sheets: [
      {
        name: importKindNames[kind]['zh-CN'],
        columns: columns.map(() => ({ width: 18 })),
        rows: [
          columns.map(({ labels, isRequired }) => (isRequired ? `${labels[0]}*` : labels[0])),
          columns.map(({ example }) => example),
        ],
      },
    ],
  });
}

function localeOf(request: FastifyRequest): Locale {
  const wished = (request.query as Record<string, unknown>)['lang'];
  return locales.find((locale) => locale === wished) ?? 'zh-CN';
}

function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const { status, body } = answerTo(error);
  if (status === 500) reportFault(request, error);
  return refuseSender(request, reply, { status, body });
}

function answerTo(error: unknown): { status: number; body: object } {
  const refused = { refusal: null, facts: {}, fields: {} };
  if (error instanceof SignedOut) return { status: 401, body: { ...refused, code: 'UNAUTHORIZED' } };
  if (error instanceof DomainError) {
    const isTooLarge = error.code === ('imports.too_large' satisfies Refusal);
    return { status: isTooLarge ? 413 : (statuses[error.kind] ?? 400), body: readRefusal(error) };
  }
  const { statusCode = 500 } = error as { statusCode?: number };
  if (statusCode >= 500) return { status: 500, body: refused };
  const refusal: Refusal = statusCode === 413 ? 'imports.too_large' : 'imports.no_file';
  return { status: statusCode, body: { ...refused, refusal } };
}
