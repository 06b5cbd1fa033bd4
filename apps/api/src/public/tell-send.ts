import { newId } from '@tongxin/core';
import type { FastifyInstance } from 'fastify';
import { links } from '@tongxin/public/links';
import type { Faults } from '@tongxin/public/render';
import { z } from 'zod';
import { callerOf } from '../router.ts';
import { contextFor } from '../town.ts';
import { answer, goTo } from './answer.ts';
import { attempt, faultsOf } from './problems.ts';
import type { Site } from './site.ts';
import { formNames, submissionOf, type Telling } from './tell-answers.ts';
import type { Step } from './tell.ts';
import { baseOf, cookieOptions, visitorOf } from './visitor.ts';

/** What the receipt page shows, sealed in a cookie for half an hour: no address carries a PIN. */
const Sent = z.object({ id: z.string(), receipt: z.string(), pin: z.string(), placeName: z.string() });
const sentCookie = 'sent';
const sentSeconds = 30 * 60;

/** Hands the matter in. What comes back has to be changed, and stays with the answers. */
export async function sendTelling({
  site,
  reply,
  visitor,
  telling,
}: Step): Promise<{ sent: true } | { faults: Faults; telling: Telling; status: number }> {
  const submitted = await attempt(() => visitor.call.issues.submit(submissionOf(telling)));
  if ('done' in submitted) {
    const { place } = telling;
    const sent = {
      ...submitted.done,
      placeName: place === null ? '' : `${place.within} ${place.name}`.trim(),
    };
    const options = { ...cookieOptions(site), path: '/tell', maxAge: sentSeconds };
    void reply.setCookie(sentCookie, site.seal.seal(sentCookie, sent), options);
    return { sent: true };
  }
  const { refused } = submitted;
  if (refused.code === 'idempotency.other_content') {
    // Sent before and changed since: pressing again makes it a matter of its own.
    return { faults: { send: 'sentBefore' }, telling: { ...telling, key: newId() }, status: 409 };
  }
  if (refused.code.startsWith('files.')) {
    return {
      faults: { photos: refused.code },
      telling: { ...telling, photoIds: [] },
      status: refused.status,
    };
  }
  const whole = refused.code === 'issues.place' || refused.code.startsWith('divisions.') ? 'place' : 'send';
  return { faults: faultsOf(refused, whole, formNames), telling, status: refused.status };
}

/** The receipt, to be written down or printed; it can be reloaded for half an hour in the same browser. */
export function registerReceipt(app: FastifyInstance, site: Site): void {
  app.get(links.tellReceipt(), async (request, reply) => {
    const sent = Sent.safeParse(site.seal.open(sentCookie, request.cookies[sentCookie] ?? ''));
    if (!sent.success) return goTo(reply, links.follow());
    const visitor = await visitorOf(site, request);
    const { id, receipt, pin, placeName } = sent.data;
    const { openedAt, townshipCode } = await callerOf(
      contextFor(site.town, { kind: 'resident', matterId: id }, { requestId: request.id }),
    ).issues.follow();
    const township = await visitor.call.divisions.get({ code: townshipCode });
    return answer(site, reply, visitor, {
      page: 'tellReceipt',
      content: {
        receipt,
        pin,
        toldAt: openedAt.toString(),
        placeName,
        townshipName: township.name,
        followAddress: `${baseOf(site, request)}${links.follow()}`.replace(/^https?:\/\//, ''),
      },
    });
  });
}
