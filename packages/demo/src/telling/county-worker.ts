import { parentPort, workerData } from 'node:worker_threads';
import { system } from '@tongxin/core';
import type { Keys } from '@tongxin/db';
import { openForTelling, type Route } from './connections.ts';
import { cityIsTold, tellCounty, type CountyJob } from './county-job.ts';

/** A thread of its own: tells the counties that it is sent, all at once, and ends. */
const { route, keys } = workerData as { route: Route; keys: Keys };
const port = parentPort!;

const city = Promise.withResolvers<void>();
port.on('message', (said: CountyJob[] | typeof cityIsTold) => {
  if (said === cityIsTold) city.resolve();
  // A failure ends the thread and reaches whoever started it.
  else void tellAll(said).finally(() => port.close());
});

async function tellAll(jobs: readonly CountyJob[]): Promise<void> {
  const municipality = openForTelling(route, jobs.length);
  const ctx = { municipality, actor: system, now: () => Temporal.Now.instant(), keys };
  try {
    const beside = { city: city.promise, heard: (steps: number) => port.postMessage(steps) };
    await Promise.all(jobs.map((job) => tellCounty(ctx, job, beside)));
  } finally {
    await municipality.close();
  }
}
