import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alarmDays, alarmsDue, isOfficeTime, isVisitOf, logBy } from './limits.ts';

const at = (text: string) => Temporal.Instant.from(`${text}:00+08:00`);
const turn = { startsAt: at('2026-11-25T09:00'), endsAt: at('2026-11-25T11:30') };

describe('a turn', () => {
  it('is written up until the end of the day after, also when it ends at midnight', () => {
    expect(logBy(turn.endsAt).toString()).toBe('2026-11-26T16:00:00Z');
    expect(logBy(at('2026-11-26T00:00')).toString()).toBe('2026-11-26T16:00:00Z');
  });

  it('without anybody raises an alarm a week ahead and three days ahead, and none once it has begun', () => {
    expect(alarmsDue(turn.startsAt, at('2026-11-18T08:59'))).toBe(0);
    expect(alarmsDue(turn.startsAt, at('2026-11-18T09:00'))).toBe(1);
    expect(alarmsDue(turn.startsAt, at('2026-11-22T09:00'))).toBe(2);
    expect(alarmsDue(turn.startsAt, turn.startsAt)).toBe(0);
  });

  it('raises its alarm while the offices work', () => {
    const calendar = { holidays: new Set(['2026-10-01']), workingDays: new Set(['2026-10-10']) };
    const told = (text: string) => isOfficeTime(at(text), calendar);
    expect([told('2026-11-20T07:59'), told('2026-11-20T08:00'), told('2026-11-20T17:59')]).toEqual([
      false,
      true,
      true,
    ]);
    expect([told('2026-11-20T18:00'), told('2026-11-21T10:00'), told('2026-10-01T10:00')]).toEqual([
      false,
      false,
      false,
    ]);
    // A Saturday that is worked instead.
    expect(told('2026-10-10T10:00')).toBe(true);
  });

  it('never raises fewer alarms as it comes nearer', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20_000 }),
        fc.integer({ min: 0, max: 20_000 }),
        (left, passed) => {
          const later = turn.startsAt.subtract({ minutes: left });
          const alarms = alarmsDue(turn.startsAt, later);
          expect(alarms).toBeLessThanOrEqual(alarmDays.length);
          expect(alarmsDue(turn.startsAt, later.subtract({ minutes: passed }))).toBeLessThanOrEqual(alarms);
        },
      ),
    );
  });

  it('receives visitors on its own day, by the clock of the desk, and nobody from the future', () => {
    const evening = at('2026-11-25T20:00');
    expect(isVisitOf(turn, at('2026-11-25T08:40'), evening)).toBe(true);
    expect(isVisitOf(turn, at('2026-11-24T23:59'), evening)).toBe(false);
    expect(isVisitOf(turn, at('2026-11-26T00:00'), at('2026-11-27T09:00'))).toBe(false);
    expect(isVisitOf(turn, at('2026-11-25T10:11'), at('2026-11-25T10:00'))).toBe(false);
    expect(isVisitOf(turn, at('2026-11-25T10:10'), at('2026-11-25T10:00'))).toBe(true);
  });
});
