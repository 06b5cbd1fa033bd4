import { faultsOf, type Workflow } from '@tongxin/matters/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messages } from '../messages.ts';
import {
  againOn,
  fieldCodes,
  findingsIn,
  JudgeLine,
  lineNumber,
  lineWorkflow,
  publishBy,
  recordBy,
  refusals,
  ScheduleSession,
  sessionNumber,
  sessionWorkflow,
  Ticket,
  topicNumber,
  topicWorkflow,
  unconfirmed,
  workingDaysAhead,
} from './index.ts';

const plainWeek = { holidays: new Set<string>(), workingDays: new Set<string>() };
const moment = (iso: string) => Temporal.Instant.from(`${iso}+08:00`);

describe('the workflows of a deliberation', () => {
  it.each([topicWorkflow, sessionWorkflow, lineWorkflow] as unknown as Workflow[])(
    'have no dead end ($kind)',
    (workflow) => {
      expect(faultsOf(workflow)).toEqual([]);
    },
  );

  it('keep publisher, handler, verifier and closer of a line apart', () => {
    const { moves } = lineWorkflow;
    expect(moves.accept.apart).toEqual(expect.arrayContaining(['open', 'reassign']));
    expect(moves.report_done.apart).toEqual(expect.arrayContaining(['open', 'reassign']));
    expect(moves.verify.apart).toEqual(expect.arrayContaining(['open', 'reassign', 'accept', 'report_done']));
    expect(moves.close.apart).toEqual(
      expect.arrayContaining(['open', 'reassign', 'accept', 'report_done', 'verify']),
    );
  });

  it('let nobody but the residents’ word or the clock move a line out of asking', () => {
    const leaving = Object.values(lineWorkflow.moves).filter(({ from }) =>
      (from as readonly string[]).includes('asking'),
    );
    expect(leaving.flatMap(({ by }) => [...by]).toSorted()).toEqual(['clock', 'follows']);
  });
});

describe('the days of a session', () => {
  it('leave people the working days between, neither end counted', () => {
    // Saturday 21 November to Monday 30 November: Monday to Friday between.
    expect(workingDaysAhead(moment('2026-11-21T15:00'), moment('2026-11-30T09:00'), plainWeek)).toBe(5);
    expect(workingDaysAhead(moment('2026-11-23T08:00'), moment('2026-11-23T15:00'), plainWeek)).toBe(0);
  });

  it('give the host one working day for the attendance and ten for the publication', () => {
    expect(recordBy(moment('2026-11-27T17:00'), plainWeek).toString()).toBe('2026-11-30T16:00:00Z');
    expect(publishBy(moment('2026-11-30T11:00'), plainWeek).toString()).toBe('2026-12-14T16:00:00Z');
  });

  it('give work that is done again ten working days, or the agreed day when that is later', () => {
    const now = moment('2026-11-30T10:00');
    const day = (iso: string) => Temporal.PlainDate.from(iso);
    expect(againOn(day('2026-12-01'), now, plainWeek).toString()).toBe('2026-12-14');
    expect(againOn(day('2027-03-01'), now, plainWeek).toString()).toBe('2027-03-01');
  });
});

describe('numbers', () => {
  it('name county, year and place in the series', () => {
    expect(sessionNumber('330702', 2026, 7)).toBe('330702-2026-0007');
    expect(topicNumber('330702', 2026, 7)).toBe('T330702-2026-0007');
    expect(lineNumber('330702-2026-0007', 3)).toBe('330702-2026-0007-03');
  });
});

describe('words before they are public', () => {
  const texts = { summary: '联系老王 13900000001，住桥头路 12 号。', 'agreed.0': '换三盏灯。' };

  it('are searched text by text, and each piece has a key', () => {
    const found = findingsIn(texts);
    expect(found.map(({ where, kind }) => [where, kind])).toEqual([
      ['summary', 'mobile'],
      ['summary', 'house_number'],
    ]);
    expect(new Set(found.map(({ key }) => key)).size).toBe(2);
  });

  it('pass only when every piece was confirmed as it stands', () => {
    const keys = findingsIn(texts).map(({ key }) => key);
    expect(unconfirmed(texts, keys)).toEqual([]);
    expect(unconfirmed(texts, keys.slice(0, 1))).toHaveLength(1);
    expect(unconfirmed({ ...texts, summary: texts.summary.replace('0001', '0002') }, keys)).toHaveLength(1);
  });
});

describe('what the forms send', () => {
  const valid = {
    platformId: crypto.randomUUID(),
    topicIds: [crypto.randomUUID()],
    startsAt: '2026-11-30T09:00:00+08:00',
    endsAt: '2026-11-30T11:00:00+08:00',
    mode: 'onsite',
    convenorId: crypto.randomUUID(),
    residentSeats: 10,
    key: crypto.randomUUID(),
  };

  it('is at most ten fields for a session, and the key', () => {
    expect(Object.keys(ScheduleSession.shape).filter((name) => name !== 'key')).toHaveLength(10);
    expect(ScheduleSession.safeParse(valid).success).toBe(true);
  });

  it.each([
    ['a session that ends before it begins', { endsAt: '2026-11-30T08:00:00+08:00' }],
    ['a session longer than half a day', { endsAt: '2026-11-30T23:00:00+08:00' }],
    ['a day that no calendar has', { startsAt: '2026-02-30T09:00:00+08:00' }],
    ['a time without its zone', { startsAt: '2026-11-30T09:00:00' }],
    ['an online session without an address', { mode: 'online' }],
    ['an address that is no web page', { mode: 'online', onlineUrl: 'javascript:alert(1)' }],
    ['the same topic twice', { topicIds: [valid.topicIds[0], valid.topicIds[0]] }],
    ['half a seat', { residentSeats: 1.5 }],
    ['a field that nobody asked for', { points: 100 }],
  ])('is refused: %s', (_name, change) => {
    expect(ScheduleSession.safeParse({ ...valid, ...change }).success).toBe(false);
  });

  it('never lets a resident send a silence', () => {
    const word = { lineId: crypto.randomUUID(), key: crypto.randomUUID(), solved: 'silent', stars: 5 };
    expect(JudgeLine.safeParse(word).success).toBe(false);
    expect(JudgeLine.safeParse({ ...word, solved: 'yes', words: '  ' }).data?.words).toBeUndefined();
  });

  it('understands a ticket however it is typed', () => {
    expect(Ticket.parse(' 7k2m-qf9x ')).toBe('7K2MQF9X');
    expect(Ticket.safeParse('7K2M').success).toBe(false);
  });

  it('takes any text without breaking', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const parsed = JudgeLine.safeParse({ lineId: text, key: text, solved: text, stars: 5, words: text });
        expect(parsed.success).toBe(false);
      }),
      { numRuns: 30 },
    );
  });
});

describe('sentences', () => {
  it('exist in both languages for every refusal and every field', () => {
    const missing = [...Object.keys(refusals), ...fieldCodes].filter((code) => {
      const message = messages[code as keyof typeof messages];
      return message['zh-CN'] === '' || message.en === '';
    });
    expect(missing).toEqual([]);
  });
});
