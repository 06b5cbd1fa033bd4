import { anonymous, system } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { testDatabase } from '@tongxin/db/testing';
import { makeDivisions } from '@tongxin/divisions/testing';
import { expect } from 'vitest';
import { openKeys } from '../keys.ts';
import { testKeys, testSecret } from '../testing.ts';

export const keys = openKeys(testSecret);

export const refused = (code: string) => expect.objectContaining({ code });

export type SignInScene = Awaited<ReturnType<typeof openSignInScene>>;

/** A town before anybody has signed in, with a clock that the test moves. */
export async function openSignInScene() {
  const database = await testDatabase();
  const scene = { clock: Temporal.Instant.from('2026-11-21T07:00:00Z') };
  const house: Context = { municipality: database, actor: system, now: () => scene.clock, keys: testKeys };
  await makeDivisions(house);
  return Object.assign(scene, {
    database,
    house,
    visitor: (): Context => ({ ...house, actor: anonymous }),
    close: () => database.close(),
  });
}

let addresses = 0;
/** An address that nobody has tried from. */
export const newAddress = () => `198.51.100.${(addresses += 1)}`;

/** How many of these tries went through (`yes`), and how many were refused with which code. */
export async function outcomes(tries: readonly Promise<unknown>[]) {
  const results = await Promise.allSettled(tries);
  const codes = results.map((result) =>
    result.status === 'fulfilled' ? 'yes' : String((result.reason as { code?: string }).code),
  );
  return Object.fromEntries(
    Map.groupBy(codes, (code) => code)
      .entries()
      .map(([code, all]) => [code, all.length]),
  );
}
