import type { ClosingClass, ReplyClass, Solved } from './answers.ts';

export type Judgement = { solved: Exclude<Solved, 'silent'>; stars: number };

/** Whether the resident does not accept what was done. Source: domain §4.1, "no or ≤2 stars". */
export function disagrees({ solved, stars }: Judgement): boolean {
  return solved === 'no' || stars <= 2;
}

/**
 * Where a matter goes on the resident's word: accepted work is struck off, the first disagreement sends it back to
 * the department with a new clock, the second to the county. Source: domain §4.1.
 */
export function afterJudgement(
  judgement: Judgement,
  earlierDisagreements: number,
): 'judged' | 'handling' | 'in_review' {
  if (!disagrees(judgement)) return 'judged';
  return earlierDisagreements === 0 ? 'handling' : 'in_review';
}

/**
 * How a matter ended, from the last word of each resident who raised it and from what the department said it did.
 * Silence is never a yes: it counts only when nobody spoke. What cannot be done stays "explained" unless somebody
 * calls it solved or disagrees.
 */
export function closingClassOf(answers: readonly Solved[], replyClass: ReplyClass | null): ClosingClass {
  const spoken = answers.filter((answer) => answer !== 'silent');
  if (spoken.length > 0 && spoken.every((answer) => answer === 'yes')) return 'solved';
  if (spoken.length > 0 && spoken.every((answer) => answer === 'no')) return 'disagreed';
  if (replyClass === 'cannot') return 'explained';
  return spoken.length > 0 ? 'partly' : 'unrated';
}
