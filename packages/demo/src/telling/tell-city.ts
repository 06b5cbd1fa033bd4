import { system } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { importDivisions } from '@tongxin/divisions/commands';
import { knownCalendarDays } from '@tongxin/matters/calendar';
import { importCalendar } from '@tongxin/matters/commands';
import { workCalendar } from '@tongxin/matters/queries';
import { planCity, type CityPlan } from '../plan/city.ts';
import { readCityMap } from './city-map.ts';
import { openForTelling, routeTo } from './connections.ts';
import { play } from './play.ts';
import { settle } from './settle.ts';
import type { Cast } from './stage.ts';

export type Telling = { small: boolean; progress: (line: string) => void };

/** Fills an empty municipality with the demo city. */
export async function tellDemoCity(given: Context, { small, progress }: Telling): Promise<void> {
  const now = given.now();
  const municipality = openForTelling(routeTo(given.municipality), 9);
  const ctx: Context = { ...given, municipality, actor: system };
  try {
    await importDivisions(given, { city: given.municipality.code });
    await importCalendar(given, knownCalendarDays());
    progress('divisions and calendar');
    const map = await readCityMap(ctx);
    const plan = planCity({ map, calendar: await workCalendar(ctx), now, small });
    progress('planned');
    const cast = await settlePeople(ctx, plan, now);
    progress('people');
    const total = plan.counties.reduce((sum, { steps }) => sum + steps.length, 0);
    let done = 0;
    await Promise.all(
      plan.counties.map(({ steps }) =>
        play(ctx, { cast, records: new Map() }, steps, (count) => {
          const before = Math.floor((done * 10) / total);
          done += count;
          if (Math.floor((done * 10) / total) > before) progress(`${done} of ${total} steps`);
        }),
      ),
    );
  } finally {
    await municipality.close();
  }
}

/** Offices and people were there before the year began. */
async function settlePeople(ctx: Context, plan: CityPlan, now: Temporal.Instant): Promise<Cast> {
  const cast: Cast = { accounts: {}, units: {}, halls: {}, members: {} };
  const before = now.subtract({ hours: 24 * 370 });
  const past: Context = { ...ctx, now: () => before };
  await settle(past, plan.city, cast);
  await Promise.all(plan.counties.map(({ people }) => settle(past, people, cast)));
  return cast;
}
