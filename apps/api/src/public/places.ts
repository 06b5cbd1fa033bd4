import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { links } from '@tongxin/public/links';
import type { FoundPlace, Page, PlaceLink } from '@tongxin/public/render';
import { answerKept, goTo } from './answer.ts';
import { attempt } from './problems.ts';
import { sessionRow, settledRow } from './rows.ts';
import type { Site } from './site.ts';
import { doorsOf } from './sites.ts';
import { villageMember } from './village-member.ts';
import { choose, visitorOf, type Visitor } from './visitor.ts';

/** A county has hundreds; each stands on its township's page too. */
const sitesShown = 6;

type ByCode = { Params: { code: string } };

export function registerPlaces(app: FastifyInstance, site: Site): void {
  app.get(
    '/find',
    answerKept(site, (visitor, request) => findPage(site, visitor, request)),
  );
  app.get('/find/options', async (request, reply) => options(site, request, reply));
  app.get(
    '/place/:code',
    answerKept(site, (visitor, request) => placePage(site, visitor, request as FastifyRequest<ByCode>)),
  );
  app.post<ByCode>('/place/:code/remember', async (request, reply) => {
    const { code } = request.params;
    const { call } = await visitorOf(site, request);
    await call.divisions.get({ code });
    choose(site, reply, 'place', code);
    return goTo(reply, links.home());
  });
  app.post('/place/forget', async (_request, reply) => {
    choose(site, reply, 'place', null);
    return goTo(reply, links.home());
  });
}

const asked = (request: FastifyRequest, name: string): string => {
  const value = (request.query as Record<string, unknown>)[name];
  return typeof value === 'string' ? value.trim() : '';
};

/** Places whose names hold what was typed, each with what contains it. */
export async function findPlaces({ call }: Pick<Visitor, 'call'>, text: string): Promise<FoundPlace[]> {
  const rows = await call.divisions.find({ text });
  return rows.map(({ code, name, countyName, townshipName }) => ({
    code,
    name,
    within: [countyName, townshipName].filter((part) => part !== null).join(' '),
  }));
}

async function findPage(site: Site, visitor: Visitor, request: FastifyRequest): Promise<Page> {
  const [typed, within] = [asked(request, 'q'), asked(request, 'in')];
  const county = (await site.names.counties()).find(({ code }) => code === within) ?? null;
  const names = county === null ? await site.names.counties() : await site.names.townshipsOf(county.code);
  const found = await attempt(async () => (typed === '' ? [] : findPlaces(visitor, typed)));
  return { page: 'find', content: { typed, found: 'done' in found ? found.done : [], county, names } };
}

/** The first names that fit what is being typed; the small script offers them. */
async function options(site: Site, request: FastifyRequest, reply: FastifyReply) {
  const typed = asked(request, 'q');
  const found = typed === '' ? [] : await findPlaces(await visitorOf(site, request), typed);
  return reply
    .header('cache-control', 'public, max-age=300')
    .send(found.slice(0, 8).map(({ name, within }) => `${within} ${name}`));
}

async function placePage(site: Site, visitor: Visitor, { params }: FastifyRequest<ByCode>): Promise<Page> {
  const { call } = visitor;
  const { code, name, level, townshipCode } = await call.divisions.get({ code: params.code });
  const path = await call.divisions.path({ code });
  // A village has no list and no numbers of its own: they would say who told a matter.
  const shownCode = townshipCode ?? code;
  const [sites, member, sessions, settled, numbers, inside] = await Promise.all([
    level === 'province' ? [] : doorsOf(visitor, code, sitesShown),
    villageMember(visitor, code),
    call.deliberations.sessions.list({ divisionCode: shownCode, when: 'upcoming' }),
    call.issues.listSettled({ divisionCode: shownCode }),
    site.numbers(shownCode),
    level === 'village' ? [] : call.divisions.children({ parentCode: code }),
  ]);
  return {
    page: 'place',
    content: {
      place: { code, name },
      path: path.filter((part) => part.code !== code && part.code.length > 4).map(linkOf),
      remembered: visitor.place === code,
      member,
      sites,
      calendar: townshipCode,
      sessions: await Promise.all(sessions.rows.slice(0, 5).map((row) => sessionRow(site.names, row))),
      settled: await Promise.all(settled.rows.slice(0, 5).map((row) => settledRow(site.names, row))),
      numbers,
      inside: inside.map(linkOf),
      insideAreVillages: level === 'township',
    },
  };
}

const linkOf = ({ code, name }: PlaceLink): PlaceLink => ({ code, name });
