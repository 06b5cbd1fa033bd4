import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { links } from '@tongxin/public/links';
import type { Faults, Page } from '@tongxin/public/render';
import { followCookie } from '../follow-cookie.ts';
import { answer, goTo } from './answer.ts';
import { chainContent } from './chain.ts';
import { registerActs } from './follow-acts.ts';
import { matterPage } from './follow-matter.ts';
import { fieldsOf, toolOf } from './form.ts';
import { attempt, faultsOf } from './problems.ts';
import { asResident, stayOpen } from './resident.ts';
import type { Site } from './site.ts';
import { cookieOptions, visitorOf } from './visitor.ts';

/** Following one's own matter: with receipt and PIN, then for half an hour after the last step. */
export function registerFollow(app: FastifyInstance, site: Site): void {
  app.get('/follow', async (request, reply) => {
    const because = (request.query as Record<string, unknown>)['because'];
    const visitor = await visitorOf(site, request);
    return answer(
      site,
      reply,
      visitor,
      followPage({ because: because === 'timeout' || because === 'left' ? because : null }),
    );
  });
  app.post('/follow', async (request, reply) => openMatter(site, request, reply));
  app.post('/follow/leave', async (_request, reply) => {
    void reply.clearCookie(followCookie, cookieOptions(site));
    return goTo(reply, `${links.follow()}?because=left`);
  });
  app.get('/follow/matter', async (request, reply) =>
    asResident(site, request, reply, async (visitor) => {
      const done = (request.query as Record<string, unknown>)['done'];
      return answer(site, reply, visitor, await matterPage(site, visitor, done));
    }),
  );
  app.get('/follow/chain', async (request, reply) =>
    asResident(site, request, reply, async (visitor) => {
      const chain = await visitor.call.deliberations.chain.mine();
      const content = chainContent(chain, { issueLink: links.matter });
      return answer(site, reply, visitor, {
        page: 'chain',
        content: { ...content, back: links.matter(), mine: true },
      });
    }),
  );
  registerActs(app, site);
}

function followPage({
  receipt = '',
  faults = {} as Faults,
  because = null as 'timeout' | 'left' | null,
}): Page {
  return { page: 'follow', content: { receipt, faults, because } };
}

async function openMatter(site: Site, request: FastifyRequest, reply: FastifyReply) {
  const visitor = await visitorOf(site, request);
  const fields = fieldsOf(request.body);
  const receipt = fields.text('receipt');
  const tool = toolOf(site, request, reply, { visitor, fields });
  if (tool !== undefined) return answer(site, reply, tool, followPage({ receipt }));
  const opened = await attempt(() => visitor.call.issues.openReceipt({ receipt, pin: fields.text('pin') }));
  if ('done' in opened) {
    stayOpen(site, reply, opened.done.matterId);
    return goTo(reply, links.matter());
  }
  const page = followPage({ receipt, faults: faultsOf(opened.refused, 'receipt') });
  // Whether there is such a receipt is not to be told from the answer's number.
  const status = opened.refused.status === 429 ? 429 : 422;
  return answer(site, reply, visitor, page, { status });
}
