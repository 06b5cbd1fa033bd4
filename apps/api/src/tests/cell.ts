import type { Actor } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { TRPCError } from '@trpc/server';
import type { z } from 'zod';
import { appRouter, callerOf } from '../router.ts';
import { answers } from './access/answers.ts';
import { actorOf, type CallerKind } from './callers.ts';
import { contextAs, testNow, type Fixture } from './fixture.ts';
import { leaksIn, type Secret } from './fixture/secrets.ts';
import type { Forgetful } from './forgetful.ts';
import { pathOf, samples } from './samples/index.ts';

type Definition = { type: 'query' | 'mutation'; inputs: readonly z.ZodType[] };
type Procedure = (input: unknown) => Promise<unknown>;

/** Every procedure of the house by its path, as the program itself lists them. */
export const procedures = Object.entries(
  appRouter._def.procedures as unknown as Record<string, { _def: Definition }>,
).map(([path, { _def }]) => ({ path, type: _def.type, inputs: _def.inputs }));

/** Calls one procedure by its path. */
export function call(ctx: Context, path: string, input: unknown): Promise<unknown> {
  const caller = callerOf(ctx) as unknown;
  const procedure = path.split('.').reduce((at, name) => (at as Record<string, unknown>)[name], caller);
  return (procedure as Procedure)(input);
}

export type Outcome = {
  /** An `Answer`, or the code of an error that the table has no sign for. */
  answer: string;
  leaks: Secret[];
  error?: Error;
};

type World = {
  fixture: Fixture;
  forgetful: Forgetful;
  /** Who asks instead of the caller of that kind. */
  actor?: Actor;
  /** Asks about something that is not there instead of the record. */
  nothing?: boolean;
};

/** What a caller of this kind is answered to a sample, with everything that was done undone afterwards. */
export async function askAs(kind: CallerKind, name: string, world: World): Promise<Outcome> {
  const { fixture, forgetful, actor, nothing = false } = world;
  const sample = samples[name]!(fixture);
  const { about = fixture.issues.received.id, sees, now = testNow } = sample;
  const input = nothing ? withoutRecord(sample.input) : sample.input;
  const known = { accounts: fixture.callers, about, elsewhere: fixture.issues.elsewhere.id };
  const ctx = {
    ...contextAs(fixture.database, actor ?? actorOf(kind, known), now),
    municipality: forgetful.municipality,
  };
  return forgetful.undone(async () => {
    try {
      const found = await call(ctx, pathOf(name), input);
      const seen = sees === undefined || (JSON.stringify(found) ?? '').includes(sees);
      return { answer: seen ? '+' : '0', leaks: leaksIn(found, kind) };
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error('something else was thrown');
      return { answer: signOf(error), leaks: leaksIn(messageOf(error), kind), error };
    }
  });
}

const recordKeys = [
  ...(['id', 'topicId', 'lineId', 'turnId', 'swapId', 'accountId', 'grantId'] as const),
  ...(['placementId', 'demonstrationId', 'teamId', 'personId', 'askId'] as const),
];

/** The same question about a record that nobody has. */
function withoutRecord(input: unknown): unknown {
  const asked = input as Record<string, unknown>;
  const named = recordKeys.find((key) => asked[key] !== undefined);
  return named === undefined ? input : { ...asked, [named]: crypto.randomUUID() };
}

/** Whether a question names a record that could be another one. */
export const namesRecord = (name: string, fixture: Fixture) => {
  const { input } = samples[name]!(fixture);
  return typeof input === 'object' && input !== null && recordKeys.some((key) => key in input);
};

/** The sign of a refusal; the error's own code when the table knows none. */
function signOf(error: Error): string {
  const code = error instanceof TRPCError ? error.code : error.message;
  return Object.entries(answers).find(([, name]) => name === code)?.[0] ?? code;
}

function messageOf({ message, cause }: Error): unknown {
  return { message, facts: (cause as { facts?: unknown } | undefined)?.facts };
}
