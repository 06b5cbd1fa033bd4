import type { Page, VillageMember } from '@tongxin/public/render';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answerKept } from './answer.ts';
import { doorRow } from './rows.ts';
import type { Site } from './site.ts';
import type { Visitor } from './visitor.ts';

type ByCode = { Params: { code: string } };

/** Behind the code of a member's public QR. */
export function registerMembers(app: FastifyInstance, site: Site): void {
  app.get(
    '/m/:code',
    answerKept(site, (visitor, request) => memberPage(visitor, request as FastifyRequest<ByCode>)),
  );
}

async function memberPage({ call }: Visitor, { params }: FastifyRequest<ByCode>): Promise<Page> {
  // Typed from a poster as people type.
  const { id, name, dutyTitle, sector, villages } = await call.members.behindCode({
    code: params.code.trim().toUpperCase(),
  });
  const site = await call.platforms.ofMember({ id });
  return {
    page: 'member',
    content: {
      ...{ name, dutyTitle, sector },
      villages: villages.map(({ villageCode, villageName, townshipName }) => ({
        code: villageCode,
        name: villageName,
        within: townshipName,
      })),
      door: site === null ? null : doorRow(await call.platforms.get({ id: site.id })),
    },
  };
}

/**
 * Whom a village's people turn to, for its page: by name, post and public code, never by telephone. Null while nobody
 * is assigned to the village, and for every other level; the page then says nothing.
 */
export async function villageMember(
  { call }: Pick<Visitor, 'call'>,
  divisionCode: string,
): Promise<VillageMember | null> {
  if (divisionCode.length !== 12) return null;
  const found = await call.members.villages.member({ villageCode: divisionCode });
  if (found === null) return null;
  const { name, dutyTitle, intakeCode } = found;
  return { name, dutyTitle, code: intakeCode };
}
