import { testDatabase } from '@tongxin/db/testing';
import { readRefusal } from '@tongxin/trpc';
import { TRPCError } from '@trpc/server';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { accessTable } from './access-table.ts';
import { seed, some } from './bad-input/chosen.ts';
import { furtherInputs } from './bad-input/further.ts';
import { spoiltFrom, type Spoilt } from './bad-input/poison.ts';
import { changedTables, standOf, type Stand } from './bad-input/half-written.ts';
import { variantsOf } from './bad-input/variants.ts';
import { actorOf, callerKinds } from './callers.ts';
import { call, procedures } from './cell.ts';
import { contextAs, makeFixture, testNow, type Fixture } from './fixture.ts';
import { forgetful, type Forgetful } from './forgetful.ts';
import { samples } from './samples/index.ts';

/** How many inputs each procedure gets beside those that it always gets, with something wrong and without. */
const furtherEach = 30;
const variantsEach = 8;
const slowestMs = 2000;

let fixture: Fixture;
let undoing: Forgetful;
let untouched: Stand;
beforeAll(async () => {
  fixture = await makeFixture(await testDatabase());
  undoing = await forgetful(fixture.database);
  await undoing.begin();
  untouched = await standOf(undoing);
  await undoing.back();
}, 120_000);
afterAll(async () => {
  undoing.close();
  await fixture.database.close();
});

/** The procedures that take something, each with its schema. */
const taking = procedures.flatMap(({ path, inputs }) =>
  inputs[0] === undefined ? [] : [{ path, schema: inputs[0] }],
);
const schemaOf = (path: string): z.ZodType => taking.find((one) => one.path === path)!.schema;

/** Whoever the table lets in, so that an input gets as far as it can. */
function contextFor(path: string) {
  const { about = fixture.issues.received.id, now = testNow } = samples[path]!(fixture);
  const kind = callerKinds.find((one) => accessTable[path]![one] === '+') ?? 'operator';
  const known = { accounts: fixture.callers, about, elsewhere: fixture.issues.elsewhere.id };
  return { ...contextAs(fixture.database, actorOf(kind, known), now), municipality: undoing.municipality };
}

type Asked = {
  code: string;
  refusal: string | null;
  fields: Record<string, string[]>;
  ms: number;
  said: string;
};

async function ask(path: string, input: unknown, work = call): Promise<Asked> {
  const since = performance.now();
  const answer = await work(contextFor(path), path, input).then(
    () => ({ code: 'ok', refusal: null, fields: {}, said: '' }),
    (error: unknown) => {
      const { refusal, facts, fields } = readRefusal(error);
      const code = error instanceof TRPCError ? error.code : String(error);
      const said =
        code === 'INTERNAL_SERVER_ERROR'
          ? String((error as TRPCError).cause ?? error)
          : JSON.stringify({ facts, fields });
      return { code, refusal, fields, said };
    },
  );
  return { ...answer, ms: performance.now() - since };
}

const allowed = new Set([
  'ok',
  'BAD_REQUEST',
  'UNAUTHORIZED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'PRECONDITION_FAILED',
  'TOO_MANY_REQUESTS',
]);
/** What nobody outside may read: where the code stands, what was asked of the database, how it failed. */
const inner =
  /\bat .+:\d+|node_modules|file:\/\/|\/src\/|\b(select|insert into|update|delete from) |\$\d|syntax error|violates/i;

/** What is wrong with an answer, or nothing. */
function faultOf({ how }: Spoilt, { code, refusal, fields, ms, said }: Asked): string | null {
  if (!allowed.has(code)) return `${how} → ${code}: ${said.slice(0, 200)}`;
  if (ms > slowestMs) return `${how} took ${Math.round(ms)} ms`;
  if (code === 'BAD_REQUEST' && refusal === null) return `${how} → refused without a reason`;
  if (refusal === 'input.fields' && Object.keys(fields).length === 0)
    return `${how} → refused without a field`;
  // The last net: what reaches it was let in by the form's own rules, and nobody is told which field it is.
  if (refusal === 'input.unstorable') return `${how} → refused by the database`;
  if (inner.test(said)) return `${how} → tells of the inside: ${said.slice(0, 200)}`;
  return null;
}

/** Wrong tries are counted where somebody guesses: that is what a refusal writes there, and nothing else. */
const counting: Readonly<Record<string, readonly string[]>> = {
  'issues.openReceipt': ['m3307.receipts'],
  'accounts.changePassword': ['m3307.sign_in_throttle'],
};

/** Asks everything in one transaction that keeps what refused calls leave behind; answers what is wrong. */
async function askAll(path: string, inputs: readonly Spoilt[], work = call): Promise<string[]> {
  const faults = [];
  await undoing.begin();
  try {
    for (const one of inputs) {
      await undoing.query('savepoint asked');
      const asked = await ask(path, one.input, work);
      const fault = faultOf(one, asked);
      if (fault !== null) faults.push(fault);
      const keep = asked.code !== 'ok' && asked.code !== 'INTERNAL_SERVER_ERROR';
      await undoing.query(
        keep ? 'release savepoint asked' : 'rollback to savepoint asked; release savepoint asked',
      );
    }
    const changed = changedTables(untouched, await standOf(undoing));
    const half = changed.filter((table) => !counting[path]?.includes(table));
    return half.length === 0 ? faults : [...faults, `refused calls have written to ${half.join(', ')}`];
  } finally {
    await undoing.back();
  }
}

/** As the border sees it: what JSON cannot carry does not arrive. */
const travelled = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));

function spoilt(example: unknown): Spoilt[] {
  const { always, further } = spoiltFrom(example);
  return [...always, ...some(further, furtherEach)];
}

const exampleOf = (path: string) => samples[path]!(fixture).input;

describe(`whatever is sent (seed ${seed})`, () => {
  it.each(taking.map(({ path }) => path))(
    '%s answers with success or a reason',
    async (path) => {
      const faults = await askAll(path, spoilt(travelled(exampleOf(path))));
      expect(faults, faults.join('\n')).toEqual([]);
    },
    120_000,
  );
});

describe(`whatever is sent with the parts that are seldom there (seed ${seed})`, () => {
  it.each(Object.keys(furtherInputs))(
    '%s answers with success or a reason',
    async (path) => {
      expect(schemaOf(path).safeParse(furtherInputs[path]).success).toBe(true);
      const faults = await askAll(path, spoilt(furtherInputs[path]));
      expect(faults, faults.join('\n')).toEqual([]);
    },
    120_000,
  );
});

describe(`inputs like the valid ones (seed ${seed})`, () => {
  it('pass the border at least four times in ten, everywhere, or the generator is blind', async () => {
    const blind = taking.flatMap(({ path, schema }) => {
      const variants = fc.sample(variantsOf(schema, exampleOf(path)), { seed, numRuns: 50 });
      const passed = variants.filter((variant) => schema.safeParse(travelled(variant)).success).length;
      return passed >= 20 ? [] : [`${path}: ${passed} of 50`];
    });
    expect(blind).toEqual([]);
  });

  it.each(taking.map(({ path }) => path))(
    '%s answers with success or a reason',
    async (path) => {
      const variants = fc.sample(variantsOf(schemaOf(path), exampleOf(path)), {
        seed,
        numRuns: variantsEach,
      });
      const inputs = variants.map((input) => ({
        how: JSON.stringify(input).slice(0, 300),
        input: travelled(input),
      }));
      const faults = await askAll(path, inputs);
      expect(faults, faults.join('\n')).toEqual([]);
    },
    120_000,
  );
});

describe('a planted defect is found', () => {
  const path = 'divisions.get';

  it('a procedure that lets the database fail', async () => {
    const failing: typeof call = async () => {
      throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: new Error('Failed query: select 1') });
    };
    expect(await askAll(path, [{ how: 'anything', input: {} }], failing)).toEqual([
      'anything → INTERNAL_SERVER_ERROR: Error: Failed query: select 1',
    ]);
  });

  it('a refusal that tells of the inside', () => {
    const asked = {
      code: 'CONFLICT',
      refusal: 'a.b',
      fields: {},
      ms: 1,
      said: '"Failed query: insert into matters"',
    };
    expect(faultOf({ how: 'x', input: 1 }, asked)).toMatch('tells of the inside');
  });

  it('a procedure that writes before it refuses', async () => {
    const hasty: typeof call = async (ctx) => {
      await ctx.municipality.db.execute(`update members set active = not active`);
      throw new TRPCError({ code: 'CONFLICT' });
    };
    expect(await askAll(path, [{ how: 'anything', input: {} }], hasty)).toEqual([
      'refused calls have written to m3307.members',
    ]);
  });

  it('a procedure that takes its time', () => {
    const asked = { code: 'ok', refusal: null, fields: {}, ms: slowestMs + 1, said: '' };
    expect(faultOf({ how: 'x', input: 1 }, asked)).toMatch('took 2001 ms');
  });
});
