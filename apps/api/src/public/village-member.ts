import type { VillageMember } from '@tongxin/public/render';
import type { Visitor } from './visitor.ts';

/**
 * Whom a village's people turn to, for its page. Null while the city has assigned nobody to the village, and for
 * every other level; the page then says nothing. Assignments are not kept yet, so nobody has one.
 */
export async function villageMember(
  _visitor: Pick<Visitor, 'call'>,
  _divisionCode: string,
): Promise<VillageMember | null> {
  return null;
}
