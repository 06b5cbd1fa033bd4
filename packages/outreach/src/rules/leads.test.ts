import { describe, expect, it } from 'vitest';
import { messages } from '../messages.ts';
import { dueOf, fieldCodes, isQuiet, OpenLead, refusals } from './index.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

describe('a lead waits', () => {
  it('until the day that was set, and never longer than 90 days after the last follow-up', () => {
    expect(dueOf(day('2026-11-21'), day('2026-12-01')).toString()).toBe('2026-12-01T16:00:00Z');
    for (const next of [null, day('2027-06-01')])
      expect(dueOf(day('2026-11-21'), next).toString()).toBe('2027-02-19T16:00:00Z');
  });

  it('and is quiet from the 91st day on', () => {
    expect(isQuiet(day('2026-11-21'), Temporal.Instant.from('2027-02-19T15:59:59Z'))).toBe(false);
    expect(isQuiet(day('2026-11-21'), Temporal.Instant.from('2027-02-19T16:00:00Z'))).toBe(true);
  });
});

describe('what is entered of a lead', () => {
  const lead = {
    key: crypto.randomUUID(),
    eventId: crypto.randomUUID(),
    subject: 'talent',
    organisation: '演示大学',
    what: '愿意派两位老师，2027 年春天来。',
    contactPost: '科研处处长',
  };

  it('names organisation and matter, and a post if one likes', () => {
    expect(OpenLead.safeParse(lead).success).toBe(true);
    expect(OpenLead.safeParse({ ...lead, contactPost: undefined }).success).toBe(true);
    for (const field of ['organisation', 'what', 'contactPost'])
      expect(OpenLead.safeParse({ ...lead, [field]: ' ' }).success).toBe(false);
  });

  it('every refusal has its sentence', () => {
    for (const code of [...Object.keys(refusals), ...fieldCodes]) expect(messages).toHaveProperty([code]);
  });
});
