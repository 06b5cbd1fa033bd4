import { newId } from '@tongxin/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { links } from '@tongxin/public/links';
import type { Act, Faults, Page } from '@tongxin/public/render';
import { answer, goTo } from './answer.ts';
import { actsOf, type Follow } from './follow-matter.ts';
import { fieldsOf, toolOf, type Fields } from './form.ts';
import { attempt, faultsOf } from './problems.ts';
import { asResident } from './resident.ts';
import type { Site } from './site.ts';
import type { Visitor } from './visitor.ts';

type Call = Visitor['call'];
type Lines = Awaited<ReturnType<Call['deliberations']['lines']['ofMine']>>;

/** What a form holds besides its faults: what was typed, or nothing yet. */
type Typed = { fields: Fields; formKey: string; faults: Faults };

/** One thing that a resident can do: how its page looks and what it does when the form is sent. */
type Doing = {
  act: Act;
  page: (follow: Follow, typed: Typed) => Page;
  does: (call: Call, input: { key: string; fields: Fields }) => Promise<unknown>;
};

const words = (
  act: 'answer' | 'reopen' | 'bounce',
  question: (follow: Follow) => string | null = () => null,
) => {
  return (follow: Follow, { fields, formKey, faults }: Typed): Page => ({
    page: 'words',
    content: { act, question: question(follow), words: fields.text('text'), formKey, faults },
  });
};

const confirm = (act: 'withdraw' | 'askReview' | 'erase') => {
  return (_follow: Follow, { formKey, faults }: Typed): Page => ({
    page: 'confirm',
    content: { act, formKey, faults },
  });
};

const lastQuestion = ({ messages }: Follow) =>
  messages.findLast(({ author }) => author === 'office')?.text ?? null;

const judgePage = (lineId: string | null, about: string, { fields, formKey, faults }: Typed): Page => ({
  page: 'judge',
  content: {
    lineId,
    about,
    solved: fields.text('solved'),
    stars: fields.text('stars'),
    words: fields.text('words'),
    formKey,
    faults,
  },
});

/** What came with a judgement; the domain says what cannot be meant. */
const judgementOf = (fields: Fields) => ({
  solved: fields.text('solved') as 'yes',
  stars: Number(fields.text('stars') || Number.NaN),
  words: fields.text('words'),
});

const doings: readonly Doing[] = [
  {
    act: 'answer',
    page: words('answer', lastQuestion),
    does: (call, { key, fields }) => call.issues.answer({ key, text: fields.text('text') }),
  },
  {
    act: 'reopen',
    page: words('reopen'),
    does: (call, { key, fields }) => reopen(call, { key, text: fields.text('text') }),
  },
  {
    act: 'bounce',
    page: words('bounce'),
    does: (call, { key, fields }) => call.issues.bounce({ key, text: fields.text('text') }),
  },
  { act: 'withdraw', page: confirm('withdraw'), does: (call, { key }) => call.issues.withdraw({ key }) },
  { act: 'askReview', page: confirm('askReview'), does: (call, { key }) => call.issues.askReview({ key }) },
  { act: 'erase', page: confirm('erase'), does: (call, { key }) => call.issues.eraseIdentity({ key }) },
  {
    act: 'judge',
    page: (follow, typed) => judgePage(null, (follow.mergedInto ?? follow).replyText ?? '', typed),
    does: (call, { key, fields }) => call.issues.judge({ key, ...judgementOf(fields) }),
  },
];

/** Through the agreed lines when they were done for this matter, else the matter itself. */
async function reopen(call: Call, input: { key: string; text: string }): Promise<unknown> {
  const lines = await call.deliberations.lines.ofMine();
  return lines.length > 0 ? call.deliberations.lines.reopen(input) : call.issues.reopen(input);
}

export function registerActs(app: FastifyInstance, site: Site): void {
  for (const doing of doings) {
    const open = async (request: FastifyRequest, reply: FastifyReply, { call }: Visitor) => {
      const follow = await call.issues.follow();
      return actsOf(follow).includes(doing.act)
        ? (typed: Typed) => doing.page(follow, typed)
        : goTo(reply, links.matter());
    };
    registerForm(app, site, { path: links[doing.act](), act: doing.act, open, does: doing.does });
  }
  registerLineForm(app, site);
}

/** The same for an agreed line that was done for this matter. */
function registerLineForm(app: FastifyInstance, site: Site): void {
  const lineOf = (request: FastifyRequest) => (request.params as { lineId: string }).lineId;
  const open = async (request: FastifyRequest, reply: FastifyReply, { call }: Visitor) => {
    const lines: Lines = await call.deliberations.lines.ofMine();
    const line = lines.find(({ id, mayJudge }) => id === lineOf(request) && mayJudge);
    if (line === undefined) return goTo(reply, links.matter());
    const about = [line.suggestion, line.reportText].filter((part) => part !== null).join('\n');
    return (typed: Typed) => judgePage(line.id, about, typed);
  };
  registerForm(app, site, {
    path: links.judgeLine(':lineId').replace('%3A', ':'),
    act: 'judge',
    open,
    does: (call, { key, fields }, request) =>
      call.deliberations.lines.judge({ lineId: lineOf(request), key, ...judgementOf(fields) }),
  });
}

type Opened = (typed: Typed) => Page;
type Form = {
  path: string;
  act: Act;
  /** The page, or where to go when this cannot be done any more. */
  open: (request: FastifyRequest, reply: FastifyReply, visitor: Visitor) => Promise<Opened | FastifyReply>;
  does: (call: Call, input: { key: string; fields: Fields }, request: FastifyRequest) => Promise<unknown>;
};

const nothingTyped = fieldsOf(undefined);

function registerForm(app: FastifyInstance, site: Site, { path, act, open, does }: Form): void {
  app.get(path, async (request, reply) =>
    asResident(site, request, reply, async (visitor) => {
      const opened = await open(request, reply, visitor);
      if (typeof opened !== 'function') return opened;
      return answer(site, reply, visitor, opened({ fields: nothingTyped, formKey: newId(), faults: {} }));
    }),
  );
  app.post(path, async (request, reply) =>
    asResident(site, request, reply, async (visitor) => {
      const fields = fieldsOf(request.body);
      const key = fields.text('key');
      const done = `${links.matter()}?done=${act}`;
      const tool = toolOf(site, request, reply, { visitor, fields });
      const tried =
        tool === undefined ? await attempt(() => does(visitor.call, { key, fields }, request)) : undefined;
      if (tried !== undefined && 'done' in tried) return goTo(reply, done);
      const opened = await open(request, reply, visitor);
      // What was sent twice under two keys is done already; the matter's page shows it.
      if (typeof opened !== 'function') return opened;
      const faults = tried === undefined ? {} : faultsOf(tried.refused, 'form', { key: 'form' });
      const page = opened({ fields, formKey: key, faults });
      return answer(site, reply, tool ?? visitor, page, { status: tried?.refused.status ?? 200 });
    }),
  );
}
