import type { Actor } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { TRPCError } from '@trpc/server';
import type { z } from 'zod';
import { appRouter, callerOf } from '../router.ts';
import { answers, type Answer } from './access-table.ts';
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

export type Outcome = { answer: Answer | string; leaks: Secret[]; error?: unknown };

/** What a caller of this kind is answered to a sample, with everything that was done undone afterwards. */
export async function askAs(
  kind: CallerKind,
  name: string,
  { fixture, forgetful, actor }: { fixture: Fixture; forgetful: Forgetful; actor?: Actor },
): Promise<Outcome> {
  const { input, about = fixture.issues.received.id, sees, now = testNow } = samples[name]!(fixture);
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
    } catch (error) {
      return { answer: signOf(error), leaks: leaksIn(messageOf(error), kind), error };
    }
  });
}

/** The sign of a refusal; the error's own code when the table knows none. */
function signOf(error: unknown): string {
  const code = error instanceof TRPCError ? error.code : String(error);
  return Object.entries(answers).find(([, name]) => name === code)?.[0] ?? code;
}

function messageOf(error: unknown): unknown {
  const { cause, message } = error as TRPCError & { cause?: { facts?: unknown } };
  return { message, facts: cause?.facts };
}
