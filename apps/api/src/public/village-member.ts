import type { VillageMember } from '@tongxin/public/render';
import type { Visitor } from './visitor.ts';

/** Whom a village's people turn to, for its page. Null where nobody is assigned, and for every other level. */
export async function villageMember(
  { call }: Pick<Visitor, 'call'>,
  divisionCode: string,
): Promise<VillageMember | null> {
  if (divisionCode.length !== 12) return null;
  const found = await call.members.villages.member({ villageCode: divisionCode });
  return found === null ? null : { name: found.name, dutyTitle: found.dutyTitle };
}
