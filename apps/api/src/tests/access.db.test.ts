import { testDatabase } from '@tongxin/db/testing';
import { readRefusal } from '@tongxin/trpc';
import type { TRPCError } from '@trpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessTable, onPublicGround } from './access-table.ts';
import { answers } from './access/answers.ts';
import { callerKinds, foreigners, type CallerKind } from './callers.ts';
import { askAs, namesRecord, procedures, type Outcome } from './cell.ts';
import { makeFixture, type Fixture } from './fixture.ts';
import { forgetful, type Forgetful } from './forgetful.ts';
import { pathOf, samples } from './samples/index.ts';

let fixture: Fixture;
let undoing: Forgetful;
beforeAll(async () => {
  fixture = await makeFixture(await testDatabase());
  undoing = await forgetful(fixture.database);
}, 120_000);
afterAll(async () => {
  undoing.close();
  await fixture.database.close();
});

const world = () => ({ fixture, forgetful: undoing });

const asked = new Map<string, Promise<Map<CallerKind, Outcome>>>();

/** What each kind of caller is answered; asked once. */
function outcomesOf(name: string): Promise<Map<CallerKind, Outcome>> {
  const outcomes = asked.get(name) ?? askAll(name);
  asked.set(name, outcomes);
  return outcomes;
}

async function askAll(name: string) {
  const outcomes = new Map<CallerKind, Outcome>();
  for (const kind of callerKinds) outcomes.set(kind, await askAs(kind, name, world()));
  return outcomes;
}

const why = (error?: Error) => (error === undefined ? '' : `: ${error.message.slice(0, 200)}`);

/** The cells whose answer is not the table's, each with what came instead. */
async function differences(name: string, row: Readonly<Record<CallerKind, string>>) {
  return [...(await outcomesOf(name))].flatMap(([caller, { answer, error }]) =>
    answer === row[caller] ? [] : [`${caller} is answered ${answer}, not ${row[caller]}${why(error)}`],
  );
}

/** Procedures without a row and rows without a procedure. */
function uncovered(paths: readonly string[], names: readonly string[]) {
  const listed = names.map(pathOf);
  return {
    withoutRow: paths.filter((path) => !names.includes(path)),
    withoutProcedure: listed.filter((path) => !paths.includes(path)),
  };
}

const paths = procedures.map(({ path }) => path);

describe('the table', () => {
  it('has a row for every procedure and none for anything else', () => {
    expect(uncovered(paths, Object.keys(accessTable))).toEqual({ withoutRow: [], withoutProcedure: [] });
    expect(paths.length).toBeGreaterThan(90);
  });

  it('has a call behind every row', () => {
    expect(Object.keys(samples).toSorted()).toEqual(Object.keys(accessTable).toSorted());
  });

  it('tells foreigners that a record is not there, never that it is forbidden', () => {
    const telling = Object.entries(accessTable).flatMap(([path, row]) =>
      foreigners
        .filter((kind) => ['f', 'b', 'p'].includes(row[kind]) && !onPublicGround.includes(path))
        .map((kind) => `${path} to ${kind}: ${answers[row[kind]]}`),
    );
    expect(telling).toEqual([]);
  });

  it('lets somebody in everywhere but where the installation has no such room', () => {
    const closed = paths.filter((path) => !Object.values(accessTable[path] ?? {}).includes('+'));
    expect(closed).toEqual(['accounts.outbox']);
  });
});

describe('each kind of caller gets what the table says', () => {
  it.each(Object.keys(accessTable))('%s', async (name) => {
    const found = await differences(name, accessTable[name]!);
    expect(found, found.join('\n')).toEqual([]);
  });
});

describe('nobody reads in any answer what is not theirs', () => {
  it.each(Object.keys(accessTable))('%s', async (name) => {
    const leaks = [...(await outcomesOf(name))].flatMap(([kind, { leaks: secrets }]) =>
      secrets.map((secret) => `${secret} to ${kind}`),
    );
    expect(leaks, leaks.join('\n')).toEqual([]);
  });
});

/** What a refused caller gets to see: the code, the sentence and its facts. */
const bodyOf = ({ error }: Outcome) => JSON.stringify([(error as TRPCError).code, readRefusal(error)]);

/** Foreigners who are answered otherwise about a record that is theirs not to know than about one that is not there. */
async function tellingApart(name: string, row: Readonly<Record<CallerKind, string>>) {
  const found = [];
  for (const kind of foreigners.filter((one) => row[one] === 'n')) {
    const [here, nowhere] = [
      (await outcomesOf(name)).get(kind)!,
      await askAs(kind, name, { ...world(), nothing: true }),
    ];
    if (nowhere.answer !== 'n') found.push(`${kind} is answered ${nowhere.answer} about nothing`);
    else if (bodyOf(here) !== bodyOf(nowhere))
      found.push(`${kind}: ${bodyOf(here)}, and ${bodyOf(nowhere)} about nothing`);
  }
  return found;
}

describe('nobody can tell what is not theirs from what is not there', () => {
  const names = Object.keys(accessTable).filter((name) =>
    foreigners.some((kind) => accessTable[name]![kind] === 'n'),
  );
  it.each(names)('%s', async (name) => {
    const found = namesRecord(name, fixture) ? await tellingApart(name, accessTable[name]!) : [];
    expect(found, found.join('\n')).toEqual([]);
  });
});

describe('a planted defect is found', () => {
  it('a procedure that nobody entered into the table, and a row that outlived its procedure', () => {
    expect(uncovered([...paths, 'issues.exportAll'], [...Object.keys(accessTable), 'issues.gone'])).toEqual({
      withoutRow: ['issues.exportAll'],
      withoutProcedure: ['issues.gone'],
    });
  });

  it('a clerk of another department who is let in as if the matter were theirs', async () => {
    const actor = fixture.callers.clerk;
    const outcome = await askAs('otherClerk', 'issues.get', { ...world(), actor });
    expect(outcome.answer).not.toBe(accessTable['issues.get']!.otherClerk);
    expect(outcome.leaks).toEqual(['copyHanded', 'titleHanded']);
  });

  it('a door that is narrower than the table says', async () => {
    const row = { ...accessTable['issues.reveal']!, city: '+' };
    expect(await differences('issues.reveal', row)).toEqual([
      expect.stringContaining('city is answered n, not +'),
    ]);
  });
});
