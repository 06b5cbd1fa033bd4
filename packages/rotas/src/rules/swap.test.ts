import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterSwap, mayAnswer, mayAsk, swapStates, type Swap, type SwapTurn } from './swap.ts';

const now = Temporal.Instant.from('2026-11-21T07:00:00Z');
const turn = (memberId: string | null, over: Partial<SwapTurn> = {}): SwapTurn => ({
  state: 'staffed',
  platformId: 'site',
  memberId,
  startsAt: now.add({ hours: 48 }),
  ...over,
});
const swap = (over: Partial<Swap> = {}): Swap => ({
  askerId: 'chen',
  askedId: 'li',
  mine: turn('chen'),
  theirs: turn('li'),
  ...over,
});
const rota = ['chen', 'li', 'wang'];
const codeOf = (decision: { allowed: boolean; code?: string }) => decision.code ?? 'yes';

describe('asking for a swap', () => {
  it('is for one’s own turn and somebody of the same rota, with or without a turn in return', () => {
    expect(codeOf(mayAsk(swap(), rota, now))).toBe('yes');
    expect(codeOf(mayAsk(swap({ theirs: null }), rota, now))).toBe('yes');
    expect(codeOf(mayAsk(swap({ mine: turn('wang') }), rota, now))).toBe('rotas.not_your_turn');
    expect(codeOf(mayAsk(swap({ mine: turn('chen', { state: 'missed' }) }), rota, now))).toBe(
      'rotas.not_your_turn',
    );
    expect(codeOf(mayAsk(swap({ askedId: 'zhou' }), rota, now))).toBe('rotas.not_on_rota');
    expect(codeOf(mayAsk(swap({ askedId: 'chen' }), rota, now))).toBe('rotas.same_member');
  });

  it('offers no turn in return that is not the other one’s, or at another site', () => {
    expect(codeOf(mayAsk(swap({ theirs: turn('wang') }), rota, now))).toBe('rotas.not_theirs');
    expect(codeOf(mayAsk(swap({ theirs: turn('li', { platformId: 'elsewhere' }) }), rota, now))).toBe(
      'rotas.not_theirs',
    );
  });

  it('ends when either turn begins', () => {
    expect(codeOf(mayAsk(swap({ mine: turn('chen', { startsAt: now }) }), rota, now))).toBe('rotas.begun');
    expect(codeOf(mayAsk(swap({ theirs: turn('li', { startsAt: now }) }), rota, now))).toBe('rotas.begun');
  });
});

describe('the answer', () => {
  const answer = (over: Partial<Parameters<typeof mayAnswer>[0]> = {}, say: 'accept' | 'refuse' = 'accept') =>
    codeOf(mayAnswer({ swap: swap(), state: 'asked', memberId: 'li', ...over }, say, now));

  it('is given by the one who was asked, once', () => {
    expect(answer()).toBe('yes');
    expect(answer({ memberId: 'chen' })).toBe('rotas.not_found');
    expect(answer({ state: 'refused' })).toBe('rotas.swap_over');
  });

  it('cannot be yes when a turn has changed hands in between, but always no', () => {
    const changed = { swap: swap({ mine: turn('wang') }) };
    expect(answer(changed)).toBe('rotas.changed_hands');
    expect(answer(changed, 'refuse')).toBe('yes');
    expect(answer({ swap: swap({ theirs: turn(null, { state: 'planned' }) }) })).toBe('rotas.changed_hands');
  });

  it('that may be yes always leaves two members on two turns, each on the other’s', () => {
    const holders = fc.constantFrom('chen', 'li', 'wang', null);
    const states = fc.constantFrom('planned', 'staffed', 'logged', 'missed', 'cancelled');
    const turns = fc
      .record({ memberId: holders, state: states, hours: fc.integer({ min: -48, max: 48 }) })
      .map(({ memberId, state, hours }) => turn(memberId, { state, startsAt: now.add({ hours }) }));
    fc.assert(
      fc.property(
        turns,
        fc.option(turns),
        fc.constantFrom(...swapStates),
        holders.filter((id) => id !== null),
        (mine, theirs, state, memberId) => {
          const asked = swap({ mine, theirs });
          if (!mayAnswer({ swap: asked, state, memberId }, 'accept', now).allowed) return;
          const after = afterSwap(asked);
          expect(after.mine).toBe('li');
          expect(after.theirs).toBe(theirs === null ? null : 'chen');
          expect([mine.memberId, theirs?.memberId ?? 'li']).toEqual(['chen', 'li']);
          expect(Temporal.Instant.compare(now, mine.startsAt)).toBe(-1);
        },
      ),
    );
  });
});
