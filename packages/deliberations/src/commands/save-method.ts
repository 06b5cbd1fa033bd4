import { canonicalJson, holds, type Role } from '@tongxin/core';
import { transact, violated, type Context } from '@tongxin/db';
import { getDivision } from '@tongxin/divisions/queries';
import { currentMethod } from '../queries/methods.ts';
import { inOrder, type MethodStep, type SaveMethod } from '../rules/index.ts';
import { methods } from '../schema/index.ts';
import { refuse } from './refuse.ts';

/** Whose word it is: a committee sits at the city and in its counties, never in a township. */
const officeOf: Readonly<Record<number, readonly Role[]>> = { 4: ['city_office'], 6: ['county_office'] };

/**
 * Writes down how a committee talks things over from now on, as a further version; sessions that are scheduled keep the
 * one they were announced under. The table is its own history: nothing in it is changed or removed. Sent twice it is
 * written once. Refuses: deliberations.method_not_yours (also for a place without a committee);
 * deliberations.method_changed when somebody else was faster; divisions.not_found.
 */
export async function saveMethod(ctx: Context, input: SaveMethod): Promise<{ version: number }> {
  const { divisionCode, after, ...said } = input;
  const method = { ...said, steps: inOrder(said.steps) };
  await getDivision(ctx, divisionCode);
  const { actor } = ctx;
  const grant = holds(actor, officeOf[divisionCode.length] ?? [], { divisionCodes: [divisionCode] });
  if (actor.kind !== 'account' || grant === undefined) return refuse('deliberations.method_not_yours');
  const version = after + 1;
  const row = { divisionCode, version, ...method, savedAt: ctx.now(), savedBy: actor.accountId };
  try {
    await transact(ctx, async (tx, inside) => {
      const current = await currentMethod(inside, divisionCode);
      if (current?.version === version && canonicalJson(sayingOf(current)) === canonicalJson(method)) return;
      if ((current?.version ?? 0) !== after) refuse('deliberations.method_changed');
      await tx.insert(methods).values(row);
    });
  } catch (error) {
    // Two colleagues in the same moment: the version is the other one's.
    if (violated(error) === 'methods_pkey') refuse('deliberations.method_changed');
    throw error;
  }
  return { version };
}

type Saying = Pick<SaveMethod, 'brand' | 'lead' | 'fixedSeats'> & { steps: MethodStep[] };

const sayingOf = ({ brand, lead, fixedSeats, steps }: Saying) => ({
  brand,
  lead,
  fixedSeats,
  steps,
});
