import { system } from '@tongxin/core';
import { indexedAfterwards } from '@tongxin/db';
import { tellDemoCity } from '@tongxin/demo';
import { contextFor, type Town } from '../town.ts';

export { demoSignIns } from '@tongxin/demo';

/** Every step of the year writes here, and nobody looks anything up by these tables' indexes before it is told. */
const tables = ['matters', 'journal'];

/** Tells the demo city's year into an empty town; the worker seals and counts it once the town is served. */
export async function seedDemo(
  town: Town,
  how: { small: boolean; progress: (line: string) => void },
): Promise<void> {
  const { DATABASE_URL: ownerUrl, MUNICIPALITY: municipality } = town.config;
  await indexedAfterwards({ ownerUrl, municipality, tables }, () =>
    tellDemoCity(contextFor(town, system), how),
  );
}
