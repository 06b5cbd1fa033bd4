import type { VillageMember } from '@tongxin/public/render';
import type { Visitor } from './visitor.ts';

/**
 * Whom a village's people turn to, for its page: by name and post. Null while the village has nobody, and for every
 * other level; the page then says nothing.
 */
export async function villageMember(
  { call }: Pick<Visitor, 'call'>,
  divisionCode: string,
): Promise<VillageMember | null> {
  if (divisionCode.length !== 12) return null;
  const member = await call.members.villages.member({ villageCode: divisionCode });
  return member === null ? null : { name: member.name, dutyTitle: member.dutyTitle };
}
