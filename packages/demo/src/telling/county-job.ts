import type { Context } from '@tongxin/db';
import type { CountyPlan } from '../plan/city.ts';
import type { Moment } from '../plan/town-time.ts';
import { play } from './play.ts';
import { tellNetwork } from './tell-network.ts';
import { settle } from './settle.ts';
import type { Cast } from './stage.ts';

/** One county's year, complete in itself but for the city's own people. */
export type CountyJob = { plan: CountyPlan; city: Cast; settledAt: Moment };

/** What a thread that tells counties hears once the city has called its people. */
export const cityIsTold = 'the city is told';

/** `city` ends when the city has called its people; `heard` hears of steps as they are done. */
type Beside = { city: Promise<void>; heard: (steps: number) => void };

/**
 * Settles the county's people and plays its year. Counties share nothing, so they are told side by side. Their own
 * events wait for the city's: whoever is on both committees is asked by the city first.
 */
export async function tellCounty(
  ctx: Context,
  { plan, city, settledAt }: CountyJob,
  beside: Beside,
): Promise<void> {
  const cast: Cast = {
    accounts: { ...city.accounts },
    units: { ...city.units },
    halls: {},
    sites: {},
    kinds: city.kinds,
    members: { ...city.members },
  };
  const before = Temporal.Instant.fromEpochMilliseconds(settledAt);
  await settle({ ...ctx, now: () => before }, plan.people, cast);
  const stage = { cast, records: new Map<string, string>() };
  await play(ctx, stage, plan.steps, beside.heard);
  await beside.city;
  await tellNetwork(ctx, stage, plan);
}
