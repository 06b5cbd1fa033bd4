import { cityZone, newId } from '@tongxin/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  freePeriods,
  inOrder,
  mayBook,
  overlap,
  searchDays,
  type Resource,
  type Stretch,
} from './bookings.ts';

const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(cityZone).toInstant();
const stretch = (start: string, end: string): Stretch => ({ start: at(start), end: at(end) });
const shown = (periods: Stretch[]) =>
  periods.map(({ start, end }) =>
    [start, end]
      .map((instant) => instant.toZonedDateTimeISO(cityZone).toPlainDateTime().toString().slice(5, 16))
      .join('–'),
  );
const hours = (count: number) => Temporal.Duration.from({ minutes: count * 60 });

describe('free periods', () => {
  it('begin at the next half hour and follow one another', () => {
    expect(shown(freePeriods([], hours(1.5), at('2026-12-01T09:10')))).toEqual([
      '12-01T09:30–12-01T11:00',
      '12-01T11:00–12-01T12:30',
      '12-01T12:30–12-01T14:00',
    ]);
  });

  it('lie between 08:00 and 21:00; a session that would end later waits for the next day', () => {
    expect(shown(freePeriods([], hours(2), at('2026-12-01T18:30'), 2))).toEqual([
      '12-01T18:30–12-01T20:30',
      '12-02T08:00–12-02T10:00',
    ]);
    expect(shown(freePeriods([], hours(2), at('2026-12-01T19:00'), 1))).toEqual(['12-01T19:00–12-01T21:00']);
    expect(shown(freePeriods([], hours(2), at('2026-12-01T03:00'), 1))).toEqual(['12-01T08:00–12-01T10:00']);
  });

  it('may touch what is taken, for an end is not part of a period', () => {
    const busy = [stretch('2026-12-01T10:00', '2026-12-01T11:00')];
    expect(shown(freePeriods(busy, hours(2), at('2026-12-01T08:00'), 2))).toEqual([
      '12-01T08:00–12-01T10:00',
      '12-01T11:00–12-01T13:00',
    ]);
  });

  it('are none when nothing is free for two weeks or no day is long enough', () => {
    expect(
      freePeriods([stretch('2026-12-01T00:00', '2026-12-31T00:00')], hours(1), at('2026-12-01T08:00')),
    ).toEqual([]);
    expect(freePeriods([], hours(14), at('2026-12-01T08:00'))).toEqual([]);
    expect(freePeriods([], hours(0), at('2026-12-01T08:00'))).toEqual([]);
  });

  it('are always free, on half hours, inside the day, ahead, and the first is the earliest there is', () => {
    const from = at('2026-12-01T00:00');
    const stretches = fc
      .tuple(fc.integer({ min: 0, max: 16 * 96 }), fc.integer({ min: 1, max: 60 }))
      .map(([start, length]) => ({
        start: from.add({ minutes: start * 15 }),
        end: from.add({ minutes: (start + length) * 15 }),
      }));
    const isFree = (busy: Stretch[], period: Stretch) => !busy.some((other) => overlap(period, other));
    fc.assert(
      fc.property(
        fc.array(stretches, { maxLength: 60 }),
        fc.integer({ min: 1, max: 13 * 60 }),
        (busy, minutes) => {
          const found = freePeriods(busy, Temporal.Duration.from({ minutes }), from);
          const ends = [from, ...found.map(({ end }) => end)];
          for (const [index, period] of found.entries()) {
            const [start, end] = [period.start, period.end].map((instant) =>
              instant.toZonedDateTimeISO(cityZone),
            );
            expect(isFree(busy, period)).toBe(true);
            expect(start!.minute % 30).toBe(0);
            expect(start!.hour).toBeGreaterThanOrEqual(8);
            expect(end!.hour * 60 + end!.minute).toBeLessThanOrEqual(21 * 60);
            expect(start!.toPlainDate().equals(end!.toPlainDate())).toBe(true);
            expect(period.start.until(period.end).total('minutes')).toBe(minutes);
            expect(Temporal.Instant.compare(ends[index]!, period.start)).toBeLessThanOrEqual(0);
          }
          // The same question by brute force: walk every half hour of the fortnight.
          let first: string | undefined;
          for (let step = 0; step < searchDays * 48 && first === undefined; step += 1) {
            const start = from.add({ minutes: step * 30 });
            const period = { start, end: start.add({ minutes }) };
            const minute = (step % 48) * 30;
            if (minute >= 480 && minute + minutes <= 1260 && isFree(busy, period)) first = start.toString();
          }
          expect(found[0]?.start.toString()).toBe(first);
        },
      ),
    );
  });
});

describe('a booking', () => {
  it('ends after it starts and lasts at most a fortnight', () => {
    expect(mayBook(stretch('2026-12-01T09:00', '2026-12-01T09:30')).allowed).toBe(true);
    expect(mayBook(stretch('2026-12-01T09:00', '2026-12-01T09:00')).allowed).toBe(false);
    expect(mayBook(stretch('2026-12-01T09:00', '2026-12-01T08:00')).allowed).toBe(false);
    expect(mayBook(stretch('2026-12-01T08:00', '2026-12-15T08:00')).allowed).toBe(true);
    expect(mayBook(stretch('2026-12-01T08:00', '2026-12-15T08:01')).allowed).toBe(false);
  });

  it('asks for its resources in the same order, however they were named, and for each once', () => {
    const resources = fc.array(
      fc.record({
        kind: fc.constantFrom('platform' as const, 'member' as const, 'account' as const),
        id: fc.uuid(),
      }),
    );
    fc.assert(
      fc.property(resources, (named: Resource[]) => {
        const ordered = inOrder(named);
        expect(inOrder([...named, ...named].toReversed())).toEqual(ordered);
        expect(new Set(ordered.map(({ kind, id }) => kind + id)).size).toBe(ordered.length);
      }),
    );
    const hall = { kind: 'platform' as const, id: newId() };
    expect(inOrder([hall, { ...hall }])).toEqual([hall]);
  });
});
