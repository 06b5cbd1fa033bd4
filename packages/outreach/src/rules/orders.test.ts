import { describe, expect, it } from 'vitest';
import { canHaveServed, countBy, isComingDay, orderWorkflow, PlaceOrder } from './index.ts';

const now = Temporal.Instant.from('2026-11-21T07:00:00Z');
const today = Temporal.PlainDate.from('2026-11-21');

describe('a team', () => {
  it('comes today at the earliest and within a year', () => {
    expect([-1, 0, 1].map((days) => isComingDay(today.add({ days }), now))).toEqual([false, true, true]);
    expect(isComingDay(today.add({ years: 1 }), now)).toBe(true);
    expect(isComingDay(today.add({ years: 1, days: 1 }), now)).toBe(false);
  });

  it('was there between the day of the order and today', () => {
    const askedAt = now.subtract({ hours: 48 });
    expect([-3, -2, 0, 1].map((days) => canHaveServed(today.add({ days }), { askedAt, now }))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('is counted for by the end of the seventh day after', () => {
    expect(countBy(today).toString()).toBe('2026-11-28T16:00:00Z');
  });
});

it('an order leaves the first state with a date, a reason, or because the village no longer wants it', () => {
  const leaving = Object.entries(orderWorkflow.moves).filter(([, { from }]) =>
    from.some((state) => state === 'asked'),
  );
  expect(leaving.map(([move]) => move)).toEqual(['date', 'decline', 'call_off']);
  for (const [move, rule] of leaving)
    expect(move === 'date' || ('reason' in rule && rule.reason === 'required')).toBe(true);
});

it('an order is for a village, and asks for at most five things beside its key', () => {
  const order = {
    key: crypto.randomUUID(),
    offerId: crypto.randomUUID(),
    divisionCode: '330702001001',
    wishedOn: '2026-12-01',
    expected: 80,
  };
  expect(PlaceOrder.safeParse(order).success).toBe(true);
  for (const wrong of [{ divisionCode: '330702001' }, { expected: -1 }, { expected: 1.5 }])
    expect(PlaceOrder.safeParse({ ...order, ...wrong }).success).toBe(false);
  expect(Object.keys(PlaceOrder.shape)).toHaveLength(6);
});
