import { anonymous } from '@tongxin/core';
import { closingClasses, closingClassNames } from '@tongxin/issues/rules';
import { links } from '@tongxin/public/links';
import type { OpenNumber } from '@tongxin/public/render';
import { callerOf } from '../router.ts';
import { contextFor, type Town } from '../town.ts';

/**
 * The numbers that everybody sees of the city or of one division; each opens the list that it counts. How matters
 * ended is told by every ending, silence among them.
 */
export type NumberBoard = (divisionCode?: string) => Promise<OpenNumber[]>;

/** Many pages show the same numbers; counting again for each language and size of letters would be for nothing. */
const lifeMs = 3000;
const keptAtMost = 500;

export function openNumberBoard(town: Town): NumberBoard {
  return keepNumbers((divisionCode) => count(town, divisionCode));
}

/** The board that counts with `count`: once in a few seconds for each place, however many ask; never a failure. */
export function keepNumbers(
  count: NumberBoard,
  { life = lifeMs, clock = () => performance.now() } = {},
): NumberBoard {
  const kept = new Map<string, { until: number; numbers: Promise<OpenNumber[]> }>();
  return (divisionCode) => {
    const key = divisionCode ?? '';
    const known = kept.get(key);
    if (known !== undefined && known.until > clock()) return known.numbers;
    if (kept.size > keptAtMost) kept.clear();
    const numbers = count(divisionCode);
    kept.set(key, { until: clock() + life, numbers });
    numbers.catch(() => kept.delete(key));
    return numbers;
  };
}

async function count(town: Town, divisionCode: string | undefined): Promise<OpenNumber[]> {
  const call = callerOf(contextFor(town, anonymous));
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
