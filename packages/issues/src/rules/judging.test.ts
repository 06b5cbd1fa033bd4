import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterJudgement,
  closingClassOf,
  disagrees,
  replyClasses,
  solvedAnswers,
  type Solved,
} from './index.ts';

const answer = fc.record({
  solved: fc.constantFrom('yes', 'partly', 'no'),
  stars: fc.integer({ min: 1, max: 5 }),
}) as fc.Arbitrary<{
  solved: 'yes' | 'partly' | 'no';
  stars: number;
}>;
const answers = fc.array(fc.constantFrom(...solvedAnswers), { maxLength: 12 });
const reply = fc.option(fc.constantFrom(...replyClasses), { nil: null });

describe('the resident’s word', () => {
  it('yes, or partly with three stars and more, lets the matter be struck off', () => {
    expect(afterJudgement({ solved: 'yes', stars: 5 }, 0)).toBe('judged');
    expect(afterJudgement({ solved: 'partly', stars: 3 }, 0)).toBe('judged');
  });

  it('no, or two stars and fewer, sends it back the first time and to the county the second', () => {
    for (const judgement of [
      { solved: 'no', stars: 5 },
      { solved: 'partly', stars: 2 },
      { solved: 'yes', stars: 1 },
    ] as const) {
      expect(afterJudgement(judgement, 0)).toBe('handling');
      expect(afterJudgement(judgement, 1)).toBe('in_review');
      expect(afterJudgement(judgement, 5)).toBe('in_review');
    }
  });

  it('decides alone: what was said before changes only where a disagreement goes', () => {
    fc.assert(
      fc.property(answer, fc.nat(5), (judgement, earlier) => {
        expect(afterJudgement(judgement, earlier) === 'judged').toBe(!disagrees(judgement));
      }),
    );
  });
});

describe('how a matter ended', () => {
  it('follows from who spoke', () => {
    expect(closingClassOf(['yes'], 'solved')).toBe('solved');
    expect(closingClassOf(['partly'], 'being_solved')).toBe('partly');
    expect(closingClassOf(['yes', 'no'], 'solved')).toBe('partly');
    expect(closingClassOf(['no'], 'solved')).toBe('disagreed');
    expect(closingClassOf(['silent'], 'solved')).toBe('unrated');
    expect(closingClassOf(['silent'], 'cannot')).toBe('explained');
    expect(closingClassOf(['partly'], 'cannot')).toBe('explained');
    expect(closingClassOf([], null)).toBe('unrated');
  });

  it('is "solved" only when somebody said yes and nobody anything else; silence is never a yes', () => {
    fc.assert(
      fc.property(answers, reply, (given, replyClass) => {
        const spoken = given.filter((one) => one !== 'silent');
        const isSolved = spoken.length > 0 && spoken.every((one) => one === 'yes');
        expect(closingClassOf(given, replyClass) === 'solved').toBe(isSolved);
      }),
    );
  });

  it('does not depend on the order of the answers, nor on how many were silent beside those who spoke', () => {
    fc.assert(
      fc.property(answers, reply, fc.nat(5), (given, replyClass, silent) => {
        const same = closingClassOf(given, replyClass);
        expect(closingClassOf(given.toReversed(), replyClass)).toBe(same);
        if (given.some((one) => one !== 'silent')) {
          const more: Solved[] = [...given, ...Array.from({ length: silent }, () => 'silent' as const)];
          expect(closingClassOf(more, replyClass)).toBe(same);
        }
      }),
    );
  });
});
