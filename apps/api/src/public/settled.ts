import { closingClasses, type ClosingClass } from '@tongxin/issues/rules';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { links } from '@tongxin/public/links';
import type { Page } from '@tongxin/public/render';
import { answerKept } from './answer.ts';
import { chainContent } from './chain.ts';
import { cursorWord, readCursor } from './cursor.ts';
import { settledRow } from './rows.ts';
import type { Site } from './site.ts';
import type { Visitor } from './visitor.ts';

type ById = { Params: { id: string } };

export function registerSettled(app: FastifyInstance, site: Site): void {
  app.get(
    '/settled',
    answerKept(site, (visitor, request) => settledPage(site, visitor, request)),
  );
  app.get(
    '/settled/:id',
    answerKept(site, (visitor, request) => casePage(site, visitor, request as FastifyRequest<ById>)),
  );
  app.get(
    '/chain/:id',
    answerKept(site, (visitor, request) => chainPage(visitor, request as FastifyRequest<ById>)),
  );
}

async function settledPage(site: Site, { call }: Visitor, request: FastifyRequest): Promise<Page> {
  const query = request.query as Record<string, unknown>;
  const code = typeof query['in'] === 'string' && query['in'] !== '' ? query['in'] : undefined;
  const ending = closingClasses.find((known) => known === query['as']);
  const after = readCursor(query['after']);
  const where = code === undefined ? {} : { divisionCode: code };
  const [place, { rows, next }, counts] = await Promise.all([
    code === undefined ? null : call.divisions.get({ code }),
    call.issues.listSettled({
      ...where,
      ...(ending === undefined ? {} : { closingClass: ending }),
      ...(after === undefined ? {} : { after: { closedAt: after.at, id: after.id } }),
    }),
    call.issues.countSettled(where),
  ]);
  return {
    page: 'settled',
    content: {
      place: place === null ? null : { code: place.code, name: place.name },
      ending: ending ?? null,
      count: countOf(counts, ending),
      rows: await Promise.all(rows.map((row) => settledRow(site.names, row))),
      next: next === null ? null : cursorWord({ at: next.closedAt, id: next.id }),
      later: after !== undefined,
    },
  };
}

function countOf(counts: Readonly<Record<ClosingClass, number>>, ending: ClosingClass | undefined): number {
  const endings: readonly ClosingClass[] = ending === undefined ? closingClasses : [ending];
  return endings.reduce((sum, one) => sum + counts[one], 0);
}

async function casePage(site: Site, { call }: Visitor, { params }: FastifyRequest<ById>): Promise<Page> {
  const found = await call.issues.getPublished({ id: params.id });
  const { text, outcome, publishedAt, changedAt, changeReason, townshipCode } = found;
  const place = await call.divisions.get({ code: townshipCode });
  return {
    page: 'case',
    content: {
      matter: {
        ...(await settledRow(site.names, found)),
        text,
        outcome,
        publishedAt: publishedAt.toString(),
        change: changedAt === null ? null : { at: changedAt.toString(), why: changeReason ?? '' },
      },
      place: { code: place.code, name: place.name },
    },
  };
}

async function chainPage({ call }: Visitor, { params }: FastifyRequest<ById>): Promise<Page> {
  const chain = await call.deliberations.chain.published({ id: params.id });
  const root = chain.nodes.find(({ id }) => id === params.id);
  const back = root?.kind === 'session' ? links.session(params.id) : links.case(params.id);
  return { page: 'chain', content: { ...chainContent(chain, { issueLink: links.case }), back, mine: false } };
}
