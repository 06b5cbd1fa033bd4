import type { Actor } from '@tongxin/core';
import { civilDay } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { contextOf, makeTown, testNow } from '@tongxin/matters/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldJournal } from '../commands/index.ts';
import {
  boundsOf,
  countedEntries,
  measureRules,
  measures,
  type EntryRule,
  type Measure,
  type Period,
} from '../rules/index.ts';
import { openRecords, type Told } from '../testing.ts';
import { atOneMoment, openNumber, reportTable, type OpenedRow } from './index.ts';

let database: TestDatabase;
let records: Awaited<ReturnType<typeof openRecords>>;
beforeAll(async () => {
  database = await testDatabase();
  records = await openRecords(database, await makeTown(database));
});
afterAll(async () => {
  await records.close();
  await database.close();
});

const city: Actor = {
  kind: 'account',
  accountId: '019a0000-0000-7000-8000-000000000001',
  name: 'A',
  grants: [{ role: 'city_office', divisionCode: '3307', organisationId: null, matterId: null }],
};
const ctx = () => contextOf(database, city);

const townships = ['330702001', '330702002', '330703001'];
const places = ['3307', '330702', '330703', ...townships];
const periods: Period[] = [
  { kind: 'month', from: '2026-11-01' },
  { kind: 'quarter', from: '2026-10-01' },
  { kind: 'year', from: '2026-01-01' },
];

// Instants around the edges of months, quarters and years in the city, and anywhere in a year and a half.
const edges = ['2025-12-31', '2026-09-30', '2026-10-31', '2026-11-30', '2026-12-31'].flatMap((day) =>
  ['T15:59:59.999Z', 'T16:00:00Z'].map((time) => day + time),
);
const instants = fc.oneof(
  fc.constantFrom(...edges),
  fc
    .integer({ min: 0, max: 540 * 24 * 60 })
    .map((minutes) => Temporal.Instant.from('2025-09-01T00:00:00Z').add({ minutes }).toString()),
);
const dueDays = fc
  .integer({ min: 0, max: 540 })
  .map((n) => Temporal.PlainDate.from('2025-09-01').add({ days: n }).toString());
const uncounted = [
  { kind: 'issue', move: 'ask' },
  { kind: 'issue', move: 'uphold', to: 'declined' },
  { kind: 'issue', move: 'judge', solved: 'silent' },
  { kind: 'session', move: 'publish' },
] as const satisfies readonly EntryRule[];
const moves: readonly EntryRule[] = [...countedEntries, ...uncounted];
const entries = (kind: Told['kind']) =>
  fc.array(
    fc
      .record({
        rule: fc.constantFrom(...moves.filter((rule) => rule.kind === kind)),
        at: instants,
        residents: fc.nat(30),
      })
      .map(({ rule, at, residents }) => ({
        move: rule.move,
        to: rule.to,
        at,
        data: { residents, ...(rule.solved ? { solved: rule.solved } : {}) },
      })),
    { maxLength: 4 },
  );
const told = fc.constantFrom('issue' as const, 'session' as const, 'outcome_line' as const).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    townshipCode: fc.constantFrom(...townships),
    openedAt: fc.constantFrom('2025-06-30T15:59:59.999Z', '2025-06-30T16:00:00Z', '2025-08-20T08:00:00Z'),
    closedAt: fc.constantFrom(null, '2026-11-20T00:00:00Z'),
    dueOn: dueDays,
    entries: entries(kind),
  }),
);
const facts = fc.array(told, { minLength: 5, maxLength: 60 });

/** What the numbers have to be, counted with a pencil from what was written. */
function expected(all: readonly Told[], measure: Measure, place: string, period: Period): number[] {
  const { from, to, start, end } = boundsOf(period);
  const here = all.filter(({ townshipCode }) => townshipCode.startsWith(place));
  const { source } = measureRules[measure];
  if ('lines' in source) {
    const lines = here.filter((one) => one.kind === 'outcome_line');
    const due = source.lines === 'due_in_period';
    const isIn = ({ dueOn = '', closedAt }: Told) =>
      due ? dueOn >= from.toString() && dueOn < to.toString() : closedAt === null && dueOn < '2026-11-21';
    return lines.filter(isIn).map(() => 1);
  }
  return here.flatMap((one) =>
    one.entries
      .filter(({ at }) => Temporal.Instant.compare(at, start) >= 0 && Temporal.Instant.compare(at, end) < 0)
      .filter(({ move, to, data }) =>
        source.entries.some(
          (rule) =>
            rule.kind === one.kind &&
            rule.move === move &&
            (rule.to === undefined || rule.to === to) &&
            (rule.solved === undefined || rule.solved === data?.['solved']),
        ),
      )
      .map(
        ({ at, data }) =>
          ({
            one: 1,
            residents: Number(data?.['residents']),
            days: civilDay(Temporal.Instant.from(one.openedAt)).until(civilDay(Temporal.Instant.from(at)))
              .days,
          })[source.adds],
      ),
  );
}

function shown(measure: Measure, amounts: readonly number[]): number | null {
  if (measureRules[measure].shows === 'sum') return amounts.reduce((total, amount) => total + amount, 0);
  const sorted = amounts.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

async function wholeList(
  where: ReturnType<typeof ctx>,
  measure: Measure,
  divisionCode: string,
  period: Period,
) {
  const rows: OpenedRow[] = [];
  let number: number | null = null;
  for (let after: Parameters<typeof openNumber>[1]['after']; ;) {
    const page = await openNumber(where, { measure, divisionCode, period, ...(after ? { after } : {}) });
    rows.push(...page.rows);
    number = page.number;
    if (page.next === null) return { rows, number };
    after = page.next;
  }
}

/** Every number of these tables against the list that it opens and, when given, against what was written. */
async function everyNumberOpens({
  all,
  where = places,
  when = periods,
}: {
  all?: readonly Told[];
  where?: string[];
  when?: Period[];
}) {
  for (const period of when) {
    for (const place of where) {
      await atOneMoment(ctx(), async (_tx, inside) => {
        const table = await reportTable(inside, { divisionCode: place, period });
        for (const measure of measures) {
          const list = await wholeList(inside, measure, place, period);
          const what = `${measure} ${place} ${period.kind}`;
          const amounts = list.rows.map(({ amount }) => amount);
          expect([what, shown(measure, amounts), list.number]).toEqual([
            what,
            table.total[measure],
            table.total[measure],
          ]);
          if (all)
            expect([what, shown(measure, expected(all, measure, place, period))]).toEqual([
              what,
              table.total[measure],
            ]);
        }
      });
    }
  }
}

/** Townships add up to their county, counties to the city. */
async function everyTableAddsUp(): Promise<void> {
  for (const period of periods) {
    await atOneMoment(ctx(), async (_tx, inside) => {
      const table = await reportTable(inside, { divisionCode: '3307', period });
      for (const measure of measures.filter((one) => measureRules[one].shows === 'sum')) {
        const counties = table.rows.reduce((total, { numbers }) => total + numbers[measure]!, 0);
        expect(counties).toBe(table.total[measure]);
        for (const { code, numbers } of table.rows) {
          const county = await reportTable(inside, { divisionCode: code, period });
          expect(county.total[measure]).toBe(numbers[measure]);
          expect(county.rows.reduce((total, row) => total + row.numbers[measure]!, 0)).toBe(numbers[measure]);
        }
      }
    });
  }
}

describe('every number', () => {
  it('equals the list that it opens and what was written, at each level and for each period, folded or not', async () => {
    const all: Told[] = [];
    await fc.assert(
      fc.asyncProperty(facts, fc.boolean(), async (more, fold) => {
        // Half of what is written stays after the mark; the rest is folded sooner or later.
        const half = Math.floor(more.length / 2);
        await records.tell(more.slice(0, half));
        if (fold) while ((await foldJournal(ctx())) > 0);
        await records.tell(more.slice(half), { settled: false });
        all.push(...more);
        await everyNumberOpens({ all });
      }),
      { numRuns: 2, endOnFailure: true },
    );
  });

  it('of the counties adds up to the city, of the townships to their county', everyTableAddsUp);

  it('equals its list while others write and the journal is folded', async () => {
    let writing = true;
    // One writer: entries that count as settled must not overtake others that are still being written.
    const write = async () => {
      for (const [index, more] of fc.sample(facts, { numRuns: 200, seed: 8 }).entries()) {
        if (!writing) return;
        await records.tell(more, { settled: index % 3 > 0 });
      }
    };
    let folded = 0;
    const fold = async () => {
      while (writing) folded += await foldJournal(ctx());
    };
    const others = Promise.all([write(), fold(), fold()]);
    const [november, , year] = periods;
    await everyNumberOpens({ where: ['3307', '330702', '330703001'], when: [november!, year!] });
    writing = false;
    await others;
    expect(folded).toBeGreaterThan(0);
    await everyTableAddsUp();
  });
});

it('the moment of the tests is the twenty-first', () => {
  expect(civilDay(testNow).toString()).toBe('2026-11-21');
});
