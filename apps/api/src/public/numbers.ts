import { closingClasses, closingClassNames } from '@tongxin/issues/rules';
import { links } from '@tongxin/public/links';
import type { OpenNumber } from '@tongxin/public/render';
import type { Visitor } from './visitor.ts';

/**
 * The numbers that everybody sees of the city or of one division; each opens the list that it counts. How matters
 * ended is told by every ending, silence among them.
 */
export async function openNumbers({ call }: Visitor, divisionCode?: string): Promise<OpenNumber[]> {
  const where = divisionCode === undefined ? {} : { divisionCode };
  const [upcoming, past, settled] = await Promise.all([
    call.deliberations.sessions.count({ ...where, when: 'upcoming' }),
    call.deliberations.sessions.count({ ...where, when: 'past' }),
    call.issues.countSettled(where),
  ]);
  const total = closingClasses.reduce((sum, ending) => sum + settled[ending], 0);
  return [
    { name: 'upcoming', value: upcoming, href: links.sessions({ in: divisionCode }) },
    { name: 'past', value: past, href: links.sessions({ in: divisionCode, past: '1' }) },
    { name: 'settled', value: total, href: links.settled({ in: divisionCode }) },
    ...closingClasses.map((ending) => ({
      name: closingClassNames[ending],
      value: settled[ending],
      href: links.settled({ in: divisionCode, as: ending }),
    })),
  ];
}
