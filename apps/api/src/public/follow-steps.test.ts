import { issueWorkflow } from '@tongxin/issues/rules';
import { publicWords } from '@tongxin/matters/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepsOf } from './follow-steps.ts';

const day = (n: number) => Temporal.Instant.from('2026-11-01T00:00:00Z').add({ hours: 24 * n });
const visits = (...states: string[]) => states.map((toState, n) => ({ at: day(n), toState }));
const told = (history: ReturnType<typeof visits>) => {
  const { steps } = stepsOf(history);
  return publicWords.map((word) => steps[word].state).join(' ');
};

describe('the four words of a matter', () => {
  it('begin with the telling', () => {
    expect(told(visits('received'))).toBe('now ahead ahead ahead');
    expect(stepsOf(visits('received', 'accepted')).since).toBe(day(0).toString());
  });

  it('say which word was passed by when no session was needed', () => {
    expect(told(visits('received', 'accepted', 'routed', 'handling'))).toBe('done passed_by now ahead');
  });

  it('keep the day on which each was reached, and since when it is where it is', () => {
    const { steps, since } = stepsOf(visits('received', 'in_talks', 'in_hand', 'to_rate', 'judged'));
    expect([steps.told.day, steps.talked.day, steps.handled.day, since]).toEqual(
      [0, 1, 2, 3].map((n) => day(n).toString()),
    );
  });

  it('go back when the resident does not accept what was done', () => {
    expect(told(visits('received', 'routed', 'handling', 'replied', 'to_rate', 'handling'))).toBe(
      'done passed_by now ahead',
    );
    expect(stepsOf(visits('received', 'to_rate', 'handling')).since).toBe(day(2).toString());
  });

  it('always show exactly one as now, done ones before it and only what is ahead behind it', () => {
    const states = Object.keys(issueWorkflow.states);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...states), { minLength: 1, maxLength: 30 }), (history) => {
        expect(told(visits(...history))).toMatch(/^((done|passed_by) )*now( ahead)*$/);
      }),
    );
  });
});
