import type { Context } from '@tongxin/db';
import type { CountyPlan } from '../plan/city.ts';
import type { Moment } from '../plan/town-time.ts';
import { play } from './play.ts';
import { tellNetwork } from './tell-network.ts';
import { settle } from './settle.ts';
import type { Cast } from './stage.ts';

/** One county's year, complete in itself but for the city's own people. */
export type CountyJob = { plan: CountyPlan; city: Cast; settledAt: Moment };

/** Settles the county's people and plays its year. Counties share nothing, so they are told side by side. */
export async function tellCounty(
  ctx: Context,
  { plan, city, settledAt }: CountyJob,
  heard: (steps: number) => void,
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
  await play(ctx, stage, plan.steps, heard);
  await tellNetwork(ctx, stage, plan.network);
}
