import { system } from '@tongxin/core';
import { tellDemoCity } from '@tongxin/demo';
import { contextFor, type Town } from '../town.ts';

export { demoSignIns } from '@tongxin/demo';

/** Tells the demo city's year into an empty town; the worker seals and counts it once the town is served. */
export async function seedDemo(
  town: Town,
  how: { small: boolean; progress: (line: string) => void },
): Promise<void> {
  await tellDemoCity(contextFor(town, system), how);
}
