import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockText, dayText, instantAt, isoDayOf, momentText, spanText, standingOf } from './moments.ts';

const now = Temporal.Instant.from('2026-11-21T07:00:00Z');

describe('a moment in words', () => {
  it('names day, weekday and the 24-hour clock of the city', () => {
    expect(momentText('2026-11-21T06:30:00Z', 'zh-CN', now)).toBe('11月21日 周六 14:30');
    expect(momentText('2026-11-21T06:30:00Z', 'en', now)).toBe('Sat, Nov 21 14:30');
  });

  it('names the year only when it is another', () => {
    expect(dayText('2027-01-04', 'zh-CN', now)).toBe('2027年1月4日 周一');
    expect(dayText('2026-12-31', 'zh-CN', now)).toBe('12月31日 周四');
  });

  it('belongs to the city’s day, not to the server’s', () => {
    expect(isoDayOf('2026-11-20T16:30:00Z')).toBe('2026-11-21');
    expect(clockText('2026-11-20T16:30:00Z')).toBe('00:30');
  });

  it('names the second day of a span only when it is another', () => {
    expect(spanText('2026-11-21T06:30:00Z', '2026-11-21T08:00:00Z', 'zh-CN', now)).toBe(
      '11月21日 周六 14:30–16:00',
    );
    expect(spanText('2026-11-21T15:00:00Z', '2026-11-21T17:00:00Z', 'zh-CN', now)).toBe(
      '11月21日 周六 23:00–11月22日 周日 01:00',
    );
  });

  it('is the instant that its clock says in the city', () => {
    const days = fc
      .integer({ min: 0, max: 3000 })
      .map((n) => Temporal.PlainDate.from('2024-01-01').add({ days: n }).toString());
    const clocks = fc
      .integer({ min: 0, max: 1439 })
      .map((n) => Temporal.PlainTime.from('00:00').add({ minutes: n }));
    fc.assert(
      fc.property(days, clocks, (day, clock) => {
        const instant = instantAt(day, clock.toString());
        expect([isoDayOf(instant), clockText(instant)]).toEqual([
          day,
          clock.toString({ smallestUnit: 'minute' }),
        ]);
      }),
    );
  });
});

describe('where a due date stands', () => {
  it('is late from the due instant itself on, at least by one day', () => {
    expect(standingOf('2026-11-21T07:00:00Z', now)).toEqual({ kind: 'late', days: 1, lastDay: '2026-11-21' });
    expect(standingOf('2026-11-18T16:00:00Z', now)).toEqual({ kind: 'late', days: 3, lastDay: '2026-11-18' });
  });

  it('is today until the end of the last day', () => {
    expect(standingOf('2026-11-21T16:00:00Z', now)).toEqual({
      kind: 'today',
      days: 0,
      lastDay: '2026-11-21',
    });
  });

  it('is soon within three days, later after', () => {
    expect(standingOf('2026-11-24T16:00:00Z', now).kind).toBe('soon');
    expect(standingOf('2026-11-25T16:00:00Z', now)).toEqual({
      kind: 'later',
      days: 4,
      lastDay: '2026-11-25',
    });
  });

  it('is late exactly when the instant has come, whatever the hour', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: 10_000 }), (minutes) => {
        const due = now.add({ minutes });
        expect(standingOf(due.toString(), now).kind === 'late').toBe(minutes <= 0);
      }),
    );
  });
});
