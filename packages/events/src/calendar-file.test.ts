import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarFile, type CalendarSession } from './calendar-file.ts';

const session: CalendarSession = {
  uid: '019ac0de-0000-7000-8000-000000000001@tongxin',
  start: Temporal.Instant.from('2026-12-01T01:00:00Z'),
  end: Temporal.Instant.from('2026-12-01T03:00:00Z'),
  summary: '城东街道·民生议事：路灯、下水道;停车',
  location: '婺城区城东街道民生议事堂（桥头社区党群服务中心二楼，过了桥左转，门口有无障碍坡道和停车位若干）',
  url: 'https://example.org/sessions/019ac0de-0000-7000-8000-000000000001',
  cancelled: false,
  sequence: 2,
  updatedAt: Temporal.Instant.from('2026-11-21T07:00:00Z'),
};

/** A reader of its own, from RFC 5545 §3.1 and §3.3.11: unfolds, splits, takes the backslashes out. */
function read(file: string): [string, string][] {
  return file
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => {
      const colon = line.indexOf(':');
      const value = line
        .slice(colon + 1)
        .replaceAll(/\\([\\;,nN])/g, (_, mark: string) => (/n/i.test(mark) ? '\n' : mark));
      return [line.slice(0, colon).split(';')[0]!, value];
    });
}

const valueOf = (file: string, name: string) => read(file).find(([key]) => key === name)?.[1];

describe('a calendar file', () => {
  const file = calendarFile('城东街道议事堂', [session]);

  it('begins and ends as a calendar with one event', () => {
    const names = read(file).map(([name, value]) =>
      name === 'BEGIN' || name === 'END' ? `${name}:${value}` : name,
    );
    expect(names.slice(0, 3)).toEqual(['BEGIN:VCALENDAR', 'VERSION', 'PRODID']);
    expect(names.filter((name) => name.startsWith('BEGIN'))).toEqual(['BEGIN:VCALENDAR', 'BEGIN:VEVENT']);
    expect(names.slice(-2)).toEqual(['END:VEVENT', 'END:VCALENDAR']);
    expect(valueOf(file, 'X-WR-CALNAME')).toBe('城东街道议事堂');
  });

  it('says when in UTC', () => {
    expect(valueOf(file, 'DTSTART')).toBe('20261201T010000Z');
    expect(valueOf(file, 'DTEND')).toBe('20261201T030000Z');
    expect(valueOf(file, 'DTSTAMP')).toBe('20261121T070000Z');
  });

  it('keeps its identity over changes and counts them', () => {
    const later = calendarFile('x', [{ ...session, sequence: 3, cancelled: true }]);
    expect(valueOf(later, 'UID')).toBe(session.uid);
    expect([valueOf(file, 'SEQUENCE'), valueOf(later, 'SEQUENCE')]).toEqual(['2', '3']);
    expect([valueOf(file, 'STATUS'), valueOf(later, 'STATUS')]).toEqual(['CONFIRMED', 'CANCELLED']);
  });

  it('gives Chinese text, commas and semicolons back as they were', () => {
    expect(valueOf(file, 'SUMMARY')).toBe(session.summary);
    expect(valueOf(file, 'LOCATION')).toBe(session.location);
    expect(valueOf(file, 'URL')).toBe(session.url);
  });

  it('is the same text for the same sessions, and a calendar without any', () => {
    expect(calendarFile('城东街道议事堂', [session])).toBe(file);
    expect(read(calendarFile('空', [])).map(([name]) => name)).not.toContain('DTSTART');
  });

  it('ends every line with CRLF, keeps it within 75 octets, and never loses or adds text', () => {
    const words = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(
      fc.property(words, words, (summary, location) => {
        const text = calendarFile('名', [{ ...session, summary, location }]);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(text.isWellFormed()).toBe(true);
        const begins = read(text).filter(([name]) => name === 'BEGIN');
        expect(begins).toHaveLength(2);
      }),
    );
  });

  it('does not let a title write lines of its own', () => {
    const text = calendarFile('名', [
      { ...session, summary: '议事\r\nEND:VEVENT\r\nBEGIN:VEVENT\rSUMMARY:别的' },
    ]);
    expect(read(text).filter(([name]) => name === 'SUMMARY')).toHaveLength(1);
    expect(valueOf(text, 'SUMMARY')).toContain('END:VEVENT');
  });
});
