import { DomainError } from '@tongxin/core';
import type { Page } from '@tongxin/public/render';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answerKept } from './answer.ts';
import type { Site } from './site.ts';
import type { Visitor } from './visitor.ts';

type ByCode = { Params: { code: string } };

/** The members behind the public QR codes. */
export function registerMembers(app: FastifyInstance, site: Site): void {
  app.get(
    '/m/:code',
    answerKept(site, (visitor, request) => memberPage(visitor, request as FastifyRequest<ByCode>)),
  );
}

async function memberPage({ call }: Visitor, { params }: FastifyRequest<ByCode>): Promise<Page> {
  // A code that was renewed, or whose member has left, leads nowhere.
  const code = params.code.toUpperCase();
  const found = /^[0-9A-Z]{10}$/.test(code) ? await call.members.byIntakeCode({ code }) : null;
  if (found === null) throw new DomainError('members.not_found', 'NOT_FOUND');
  const { name, dutyTitle, sector, villages } = found;
  return {
    page: 'member',
    content: {
      member: { name, dutyTitle, sector },
      villages: villages.map(({ villageCode, villageName, townshipName }) => ({
        code: villageCode,
        name: `${townshipName}${villageName}`,
      })),
    },
  };
}
