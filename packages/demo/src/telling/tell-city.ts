import { system } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { importDivisions } from '@tongxin/divisions/commands';
import { knownCalendarDays } from '@tongxin/matters/calendar';
import { importCalendar } from '@tongxin/matters/commands';
import { workCalendar } from '@tongxin/matters/queries';
import { planCity, type CityPlan } from '../plan/city.ts';
import { readCityMap } from './city-map.ts';
import { openForTelling, routeTo } from './connections.ts';
import { aloneOn, callThreads, type Crew } from './crew.ts';
import { settle } from './settle.ts';
import type { Cast } from './stage.ts';
import { tellNetwork } from './tell-network.ts';

export type Telling = { small: boolean; progress: (line: string) => void };

/** Offices and people were there before the year began. */
const hoursBefore = 24 * 370;

/**
 * Fills an empty municipality with the demo city: the real divisions, invented people, and a year of matters that
 * ends now, told through the commands that people use. Nobody is notified of what happened in the past.
 */
export async function tellDemoCity(given: Context, { small, progress }: Telling): Promise<void> {
  const route = routeTo(given.municipality);
  const municipality = openForTelling(route, 2);
  const ctx: Context = { ...given, municipality, actor: system };
  const crew = small ? aloneOn(ctx, route) : callThreads(route, given.keys);
  try {
    const plan = await planOn(ctx, small);
    progress('divisions, calendar, and a plan of the year');
    await tellYear(ctx, { plan, crew, progress });
  } finally {
    await crew.dismiss();
    await municipality.close();
  }
}

async function planOn(ctx: Context, small: boolean): Promise<CityPlan> {
  await importDivisions(ctx, { city: ctx.municipality.code });
  await importCalendar(ctx, knownCalendarDays());
  const [map, calendar] = [await readCityMap(ctx), await workCalendar(ctx)];
  return planCity({ map, calendar, now: ctx.now(), small });
}

type Year = { plan: CityPlan; crew: Crew; progress: (line: string) => void };

async function tellYear(ctx: Context, { plan, crew, progress }: Year): Promise<void> {
  const before = ctx.now().subtract({ hours: hoursBefore });
  const city: Cast = { accounts: {}, units: {}, halls: {}, sites: {}, kinds: {}, members: {} };
  await settle({ ...ctx, now: () => before }, plan.city.people, city);
  const jobs = plan.counties.map((county) => ({ plan: county, city, settledAt: before.epochMilliseconds }));
  const total = plan.counties.reduce((sum, { steps }) => sum + steps.length, 0);
  let done = 0;
  const calling = tellNetwork(ctx, { cast: city, records: new Map() }, plan.city);
  await crew.tell(jobs, calling, (steps) => {
    const tenths = Math.floor((done * 10) / total);
    done += steps;
    if (Math.floor((done * 10) / total) > tenths) progress(`${done} of ${total} steps of the year`);
  });
}
