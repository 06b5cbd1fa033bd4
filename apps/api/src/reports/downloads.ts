import { DomainError, locales, textOf, type Kind, type Locale } from '@tongxin/core';
import { messages, words } from '@tongxin/reports/messages';
import {
  eventsXlsx,
  strikeOffXlsx,
  tableCsv,
  tableXlsx,
  type PaperFile,
  type Printing,
} from '@tongxin/reports/papers';
import { AskEvents, AskTable, paperAddresses } from '@tongxin/reports/rules';
import type { RequestContext } from '@tongxin/trpc';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { reportFault } from '../faults.ts';

type Doors = {
  contextOf: (request: FastifyRequest) => Promise<RequestContext>;
  /** Invented people and matters: every paper says so. */
  demo: boolean;
};

/** What an address may ask for. Chinese unless English is asked for. */
const Query = z
  .strictObject({
    divisionCode: z.string(),
    kind: z.string(),
    from: z.string(),
    category: z.string().optional(),
    lang: z.enum(locales).default('zh-CN'),
  })
  .transform(({ divisionCode, kind, from, category, lang }) => ({
    asked: { divisionCode, period: { kind, from }, ...(category === undefined ? {} : { category }) },
    lang,
  }));

type Write = (ctx: RequestContext, asked: unknown, printing: Printing) => Promise<PaperFile>;

/** A paper about a place and a period. */
const ofTable =
  (write: (ctx: RequestContext, asked: AskTable, printing: Printing) => Promise<PaperFile>): Write =>
  (ctx, asked, printing) =>
    write(ctx, AskTable.strict().parse(asked), printing);
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const papers: Record<string, { write: Write; type: string; file: string }> = {
  [paperAddresses.tableXlsx]: { write: ofTable(tableXlsx), type: xlsx, file: 'table.xlsx' },
  [paperAddresses.tableCsv]: { write: ofTable(tableCsv), type: 'text/csv; charset=utf-8', file: 'table.csv' },
  [paperAddresses.strikeOffXlsx]: { write: ofTable(strikeOffXlsx), type: xlsx, file: 'strike-off.xlsx' },
  [paperAddresses.eventsXlsx]: {
    write: (ctx, asked, printing) => eventsXlsx(ctx, AskEvents.parse(asked), printing),
    type: xlsx,
    file: 'event-list.xlsx',
  },
};

/**
 * Papers to keep: `GET /reports/table.xlsx`, `/reports/table.csv`, `/reports/strike-off.xlsx` and
 * `/reports/events.xlsx`, each with `?divisionCode=330782&kind=month&from=2026-11-01` and, for English, `&lang=en`;
 * the last one also with `&category=lecture`. A person follows these addresses
 * from a page, so a no is a sentence, not data.
 */
export async function registerReports(app: FastifyInstance, { contextOf, demo }: Doors): Promise<void> {
  await app.register(async (site) => {
    site.setErrorHandler((error, request, reply) => refuse(error, request, reply));
    for (const [path, { write, type, file }] of Object.entries(papers)) {
      site.get(path, async (request, reply) => {
        const ctx = await contextOf(request);
        if (ctx.actor.kind !== 'account') return say(reply, 401, words.signIn[localeOf(request)]);
        const { asked, lang } = Query.parse(request.query);
        const { name, content } = await write(ctx, asked, { locale: lang, demo });
        return reply
          .header('cache-control', 'private, no-store')
          .header('content-disposition', `attachment; filename="${file}"; filename*=UTF-8''${escaped(name)}`)
          .type(type)
          .send(typeof content === 'string' ? content : Buffer.from(content));
      });
    }
  });
}

/** A file name as RFC 5987 writes it. */
const escaped = (name: string) =>
  encodeURIComponent(name).replaceAll(
    /['()*!]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const statuses: Record<Kind, number> = {
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  PRECONDITION_FAILED: 412,
  TOO_MANY_REQUESTS: 429,
};

function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const locale = localeOf(request);
  if (error instanceof DomainError)
    return say(reply, statuses[error.kind], textOf(messages, error.code, locale));
  if (error instanceof z.ZodError) return say(reply, 400, words.askAgain[locale]);
  reportFault(request, error);
  return say(reply, 500, `${textOf({}, '', locale)}\n${request.id}`);
}

function say(reply: FastifyReply, status: number, sentence: string) {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('text/plain; charset=utf-8')
    .send(`${sentence}\n`);
}

function localeOf(request: FastifyRequest): Locale {
  return (request.query as Record<string, unknown>)['lang'] === 'en' ? 'en' : 'zh-CN';
}
