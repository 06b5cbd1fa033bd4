import { photosAtMost } from '@tongxin/issues/rules';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { links } from '@tongxin/public/links';
import type { Faults, Page } from '@tongxin/public/render';
import { answer, goTo } from './answer.ts';
import { fieldsOf, toolOf, type Fields } from './form.ts';
import type { Site } from './site.ts';
import { carried, emptyTelling, faultsOn, openTelling, urgentLines, type Telling } from './tell-answers.ts';
import { readTellBody, type TellBody } from './tell-body.ts';
import { choosePlace, placePage, resolvePlace } from './tell-place.ts';
import { registerReceipt, sendTelling } from './tell-send.ts';
import { visitorOf, type Visitor } from './visitor.ts';

/** One step of telling a matter: who is asking, what they have said so far, and what this form brought. */
export type Step = {
  site: Site;
  reply: FastifyReply;
  request: FastifyRequest;
  visitor: Visitor;
  telling: Telling;
  fields: Fields;
};

/** Telling a matter in three screens. Nothing of it is kept here before it is sent, but for photos. */
export function registerTell(app: FastifyInstance, site: Site): void {
  app.get('/tell', async (request, reply) => {
    const visitor = await visitorOf(site, request);
    return showWhat({ site, reply, visitor, telling: await beginning(visitor, request) });
  });
  for (const path of [
    links.tellWhat(),
    links.tellPlace(),
    links.tellEmergency(),
    links.tellContact(),
    links.tellSend(),
  ]) {
    // Whoever reloads an address that only takes forms begins at the first one.
    app.get(path, async (_request, reply) => goTo(reply, links.tell()));
  }
  app.post(links.tellWhat(), async (request, reply) => {
    const visitor = await visitorOf(site, request);
    const room = (fields: Fields) => photosAtMost - keptPhotos(site, fields).length;
    const body = await readTellBody(site, request, { visitor, room });
    return onWhat(stepOf({ site, reply, request, visitor, fields: body.fields }), body);
  });
  post(app, site, links.tellPlace(), onPlace);
  post(app, site, links.tellEmergency(), async (step) => showNext(step));
  post(app, site, links.tellContact(), onContact);
  post(app, site, links.tellSend(), onSend);
  registerReceipt(app, site);
}

function post(
  app: FastifyInstance,
  site: Site,
  path: string,
  work: (step: Step) => Promise<FastifyReply>,
): void {
  app.post(path, async (request, reply) => {
    const visitor = await visitorOf(site, request);
    return work(stepOf({ site, reply, request, visitor, fields: fieldsOf(request.body) }));
  });
}

/** The place in the address, else the one that this browser remembers, when it is small enough to tell about. */
async function beginning(visitor: Visitor, request: FastifyRequest): Promise<Telling> {
  const telling = emptyTelling();
  const asked = (request.query as Record<string, unknown>)['place'];
  const code = typeof asked === 'string' ? asked : visitor.place;
  return code === undefined ? telling : { ...telling, place: await choosePlace(visitor, code) };
}

function stepOf(step: Omit<Step, 'telling'>): Step {
  const telling = openTelling(step.site.seal, step.fields.text('sealed'));
  return { ...step, telling: telling ?? emptyTelling() };
}

const sealIsBroken = ({ site, fields }: Pick<Step, 'site' | 'fields'>) =>
  openTelling(site.seal, fields.text('sealed')) === undefined;

function keptPhotos(site: Site, fields: Fields): readonly string[] {
  const dropped = fields.list('drop');
  const kept = openTelling(site.seal, fields.text('sealed'))?.photoIds ?? [];
  return kept.filter((id) => !dropped.includes(id));
}

async function onWhat(step: Step, { photoIds, photoFault }: TellBody): Promise<FastifyReply> {
  const { site, fields } = step;
  const telling: Telling = {
    ...step.telling,
    words: fields.text('words'),
    placeTyped: step.telling.place === null ? fields.text('place') : step.telling.placeTyped,
    placeWords: fields.text('placeWords'),
    photoIds: [...keptPhotos(site, fields), ...photoIds],
  };
  const next = { ...step, telling };
  const tool = toolOf(site, step.request, step.reply, step);
  if (tool !== undefined) return showWhat({ ...next, visitor: tool });
  if (fields.text('go') === 'other-place')
    return showWhat({ ...next, telling: { ...telling, place: null, placeTyped: '' } });
  if (fields.text('go') === 'list') return showPlace(next, {});
  return checkWhat(next, {
    ...(photoFault === null ? {} : { photos: photoFault }),
    ...(sealIsBroken(step) ? { words: 'state' } : {}),
  });
}

/** Goes on from the first screen when everything on it is right, else back to it with what has to be changed. */
async function checkWhat(step: Step, found: Faults): Promise<FastifyReply> {
  const { telling } = step;
  const place = await resolvePlace(step.visitor, telling);
  const faults = {
    ...faultsOn('what', telling),
    ...('fault' in place ? { place: place.fault } : {}),
    ...found,
  };
  if (Object.keys(faults).length > 0) return showWhat(step, faults);
  if ('found' in place) return showPlace(step, {});
  const next = { ...step, telling: { ...telling, ...('place' in place ? { place: place.place } : {}) } };
  const lines = urgentLines(next.telling);
  if (lines.length === 0) return showNext(next);
  const warned = { ...next.telling, warned: [...lines] };
  return show(next, {
    page: 'tellEmergency',
    content: { ...carried(step.site.seal, warned), hotlines: lines },
  });
}

async function onPlace(step: Step): Promise<FastifyReply> {
  const { site, visitor, fields, telling } = step;
  const tool = toolOf(site, step.request, step.reply, step);
  const typed = fields.text('place');
  const next = { ...step, telling: { ...telling, placeTyped: typed } };
  if (tool !== undefined) return showPlace({ ...next, visitor: tool }, {});
  if (fields.text('go') === 'what') return showWhat(next);
  if (fields.text('in') !== '') return showPlace(next, { inside: fields.text('in') });
  if (fields.text('choose') === '')
    return showPlace(next, typed.trim() === '' ? { faults: { place: 'place' } } : {});
  const place = await choosePlace(visitor, fields.text('choose'));
  if (place === null) return showPlace(next, { faults: { place: 'issues.place' } });
  return checkWhat({ ...next, telling: { ...next.telling, place } }, {});
}

async function onContact(step: Step): Promise<FastifyReply> {
  const { site, fields } = step;
  const telling = {
    ...step.telling,
    name: fields.text('name'),
    phone: fields.text('phone'),
    address: fields.text('address'),
  };
  const next = { ...step, telling };
  const tool = toolOf(site, step.request, step.reply, step);
  if (tool !== undefined) return showContact({ ...next, visitor: tool });
  if (fields.text('go') === 'what') return showWhat(next);
  if (sealIsBroken(step)) return showWhat(next, { words: 'state' });
  const faults = faultsOn('contact', telling);
  return Object.keys(faults).length > 0 ? showContact(next, faults) : showCheck(next);
}

const onWhatScreen = new Set(['words', 'place', 'placeWords', 'photos']);
const onContactScreen = new Set(['name', 'phone', 'address']);

async function onSend(step: Step): Promise<FastifyReply> {
  const tool = toolOf(step.site, step.request, step.reply, step);
  if (tool !== undefined) return showCheck({ ...step, visitor: tool });
  const go = step.fields.text('go');
  if (onWhatScreen.has(go)) return showWhat(step);
  if (onContactScreen.has(go)) return showContact(step);
  if (sealIsBroken(step)) return showWhat(step, { words: 'state' });
  const sent = await sendTelling(step);
  if (!('faults' in sent)) return goTo(step.reply, links.tellReceipt());
  const names = Object.keys(sent.faults);
  const next = { ...step, telling: sent.telling };
  if (names.some((name) => onWhatScreen.has(name))) return showWhat(next, sent.faults);
  if (names.some((name) => onContactScreen.has(name))) return showContact(next, sent.faults);
  return showCheck(next, sent.faults, sent.status);
}

type Showing = Pick<Step, 'site' | 'reply' | 'visitor' | 'telling'>;

function show({ site, reply, visitor }: Showing, page: Page, status = 200): FastifyReply {
  return answer(site, reply, visitor, page, { status, keep: 'form' });
}

const statusFor = (faults: Faults) => (Object.keys(faults).length > 0 ? 422 : 200);

function showWhat(step: Showing, faults: Faults = {}): FastifyReply {
  const page: Page = { page: 'tellWhat', content: { ...carried(step.site.seal, step.telling), faults } };
  return show(step, page, statusFor(faults));
}

async function showPlace(
  step: Showing,
  { inside, faults = {} }: { inside?: string; faults?: Faults },
): Promise<FastifyReply> {
  const { site, visitor, telling } = step;
  const content = await placePage(site, visitor, { telling, inside });
  return show(
    step,
    { page: 'tellPlace', content: { ...carried(site.seal, telling), ...content, faults } },
    statusFor(faults),
  );
}

function showContact(step: Showing, faults: Faults = {}): FastifyReply {
  const page: Page = { page: 'tellContact', content: { ...carried(step.site.seal, step.telling), faults } };
  return show(step, page, statusFor(faults));
}

/** The second screen the first time, afterwards straight back to the last one. */
function showNext(step: Showing): FastifyReply {
  return step.telling.checked ? showCheck(step) : showContact(step);
}

function showCheck(step: Showing, faults: Faults = {}, status = statusFor(faults)): FastifyReply {
  const telling = { ...step.telling, checked: true };
  return show(step, { page: 'tellCheck', content: { ...carried(step.site.seal, telling), faults } }, status);
}
