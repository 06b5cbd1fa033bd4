import { parentPort, workerData } from 'node:worker_threads';
import { system } from '@tongxin/core';
import type { Keys } from '@tongxin/db';
import { openForTelling, type Route } from './connections.ts';
import { tellCounty, type CountyJob } from './county-job.ts';

/** A thread of its own: tells the counties that it is sent, all at once, and ends. */
const { route, keys } = workerData as { route: Route; keys: Keys };
const port = parentPort!;

port.once('message', (jobs: CountyJob[]) => {
  // A failure ends the thread and reaches whoever started it.
  void tellAll(jobs);
});

async function tellAll(jobs: readonly CountyJob[]): Promise<void> {
  const municipality = openForTelling(route, jobs.length);
  const ctx = { municipality, actor: system, now: () => Temporal.Now.instant(), keys };
  try {
    await Promise.all(jobs.map((job) => tellCounty(ctx, job, (steps) => port.postMessage(steps))));
  } finally {
    await municipality.close();
  }
}
