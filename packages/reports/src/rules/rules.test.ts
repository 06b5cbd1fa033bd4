import { lineWorkflow, sessionWorkflow } from '@tongxin/deliberations/rules';
import { issueWorkflow } from '@tongxin/issues/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addHistograms,
  boundsOf,
  countedEntries,
  measureRules,
  measures,
  medianOf,
  OpenNumber,
  Period,
  periodBeside,
  periodKinds,
  periodName,
  periodOf,
  sheetOf,
} from './index.ts';

const histogramOf = (values: readonly number[]) => {
  const seen = new Map<number, number>();
  for (const value of values) seen.set(value, (seen.get(value) ?? 0) + 1);
  return seen;
};

/** The median as one finds it with a pencil. */
function middleOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  if (sorted.length === 0) return null;
  return sorted.length % 2 === 1 ? sorted[Math.floor(half)]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

const values = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 60 });
const days = fc
  .integer({ min: 0, max: 36_000 })
  .map((n) => Temporal.PlainDate.from('2000-01-01').add({ days: n }));
const kinds = fc.constantFrom(...periodKinds);

describe('a median kept as a histogram', () => {
  it('is the median of the list', () => {
    fc.assert(
      fc.property(values, (list) => {
        expect(medianOf(histogramOf(list))).toBe(middleOf(list));
      }),
    );
  });

  it('of a county comes from the histograms of its townships, added up', () => {
    fc.assert(
      fc.property(fc.array(values, { maxLength: 6 }), (townships) => {
        expect(medianOf(addHistograms(townships.map(histogramOf)))).toBe(middleOf(townships.flat()));
      }),
    );
  });

  it('of nothing is nothing', () => expect(medianOf(new Map([[3, 0]]))).toBeNull());
});

describe('a period', () => {
  it('holds its first day, not the day after its last, and is followed by the next without a gap', () => {
    fc.assert(
      fc.property(kinds, days, (kind, day) => {
        const period = periodOf(kind, day);
        const { from, to } = boundsOf(period);
        expect(Period.safeParse(period).success).toBe(true);
        expect(Temporal.PlainDate.compare(from, day)).toBeLessThanOrEqual(0);
        expect(Temporal.PlainDate.compare(day, to)).toBe(-1);
        expect(boundsOf(periodBeside(period, 1)).from.equals(to)).toBe(true);
        expect(periodBeside(periodBeside(period, -1), 1)).toEqual(period);
      }),
    );
  });

  it('begins and ends at midnight of the city, whatever the machine thinks', () => {
    const { start, end } = boundsOf({ kind: 'month', from: '2026-11-01' });
    expect([start.toString(), end.toString()]).toEqual(['2026-10-31T16:00:00Z', '2026-11-30T16:00:00Z']);
  });

  it('that begins elsewhere than its kind does is refused', () => {
    const refused = [
      ['month', '2026-11-02'],
      ['quarter', '2026-11-01'],
      ['year', '2026-02-01'],
      ['month', '1999-12-01'],
      ['month', '2100-01-01'],
      ['month', '2026-02-30'],
      ['week', '2026-11-02'],
    ];
    for (const [kind, from] of refused) expect(Period.safeParse({ kind, from }).success).toBe(false);
  });

  it('has a name in both languages', () => {
    const names = (['month', 'quarter', 'year'] as const).map((kind) =>
      periodName(periodOf(kind, Temporal.PlainDate.from('2026-11-21')), 'zh-CN'),
    );
    expect(names).toEqual(['2026年11月', '2026年第四季度', '2026年']);
    expect(periodName({ kind: 'quarter', from: '2026-10-01' }, 'en')).toBe('Q4 2026');
  });
});

describe('the measures', () => {
  it('count moves that the workflows know', () => {
    const workflows = {
      issue: issueWorkflow,
      session: sessionWorkflow,
      outcome_line: lineWorkflow,
      topic: null,
      event: null,
      turn: null,
      expert_request: null,
      member_visit: null,
      record_objection: null,
      lead: null,
      village_order: null,
    };
    const unknown = countedEntries.filter(
      ({ kind, move }) => move !== 'open' && !Object.keys(workflows[kind]?.moves ?? {}).includes(move),
    );
    expect(unknown).toEqual([]);
  });

  it('each have a definition of their own, a label and a sentence in both languages', () => {
    const rules = measures.map((measure) => measureRules[measure]);
    expect(new Set(rules.map(({ definition }) => definition)).size).toBe(measures.length);
    for (const { label, sentence } of rules) {
      for (const text of [label['zh-CN'], label.en, sentence['zh-CN'], sentence.en])
        expect(text).not.toBe('');
    }
  });

  it('count no silence as a yes and no entry for two answers', () => {
    const answers = countedEntries.filter(({ measure }) => measure.startsWith('answers_'));
    const keys = answers.map(({ kind, move, solved }) => `${kind} ${move} ${solved}`);
    expect(new Set(keys).size).toBe(answers.length);
    const silent = answers.filter(({ move, solved }) => move === 'count_silence' || solved === 'silent');
    expect(new Set(silent.map(({ measure }) => measure))).toEqual(new Set(['answers_silent']));
  });
});

describe('the strike-off list', () => {
  const instants = fc
    .integer({ min: 0, max: 400 })
    .map((n) => Temporal.Instant.from('2026-01-01T00:00:00Z').add({ hours: n * 24 }));

  it('has a line that is open at the end of the period on exactly one of its first two sheets', () => {
    fc.assert(
      fc.property(instants, fc.option(instants), kinds, days, (openedAt, closing, kind, day) => {
        const closedAt =
          closing !== null && Temporal.Instant.compare(closing, openedAt) >= 0 ? closing : null;
        const { start, end } = boundsOf(periodOf(kind, day));
        const sheet = sheetOf({ openedAt, closedAt }, { start, end });
        const isIn = (at: Temporal.Instant | null) =>
          at !== null && Temporal.Instant.compare(at, start) >= 0 && Temporal.Instant.compare(at, end) < 0;
        expect(sheet === 'struck_off').toBe(isIn(closedAt));
        expect(sheet === 'new').toBe(isIn(openedAt) && !isIn(closedAt));
      }),
    );
  });
});

describe('what is asked of a list', () => {
  const asked = {
    measure: 'received',
    divisionCode: '330702',
    period: { kind: 'month', from: '2026-11-01' },
  };
  const after = { at: '2026-11-21T07:00:00.123Z', matterId: '019a0000-0000-7000-8000-000000000000', seq: 1 };

  it('may go on after a row', () => expect(OpenNumber.safeParse({ ...asked, after }).success).toBe(true));

  it('is refused when it names what cannot be', () => {
    const wrong = [
      { ...asked, measure: '__proto__' },
      { ...asked, measure: "received' or true" },
      { ...asked, divisionCode: '33070' },
      { ...asked, period: { kind: 'month', from: "2026-11-01'; drop table journal; --" } },
      { ...asked, after: { ...after, at: '0000-01-01T00:00:00Z' } },
      { ...asked, after: { ...after, seq: 1e12 } },
      { ...asked, after: { ...after, matterId: 'x' } },
      { ...asked, extra: 1 },
      null,
    ];
    for (const input of wrong) expect(OpenNumber.safeParse(input).success).toBe(false);
  });
});
