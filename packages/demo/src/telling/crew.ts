import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { system } from '@tongxin/core';
import type { Context, Keys } from '@tongxin/db';
import { openForTelling, type Route } from './connections.ts';
import { cityIsTold, tellCounty, type CountyJob } from './county-job.ts';

/** Those who tell the counties. */
export type Crew = {
  /** Tells all counties beside the city, which calls its people first; `heard` hears of steps as they are done. */
  tell(jobs: readonly CountyJob[], city: Promise<void>, heard: (steps: number) => void): Promise<void>;
  dismiss(): Promise<void>;
};

/** This thread alone, for a small city. */
export function aloneOn(ctx: Context, route: Route): Crew {
  return {
    async tell(jobs, city, heard) {
      const municipality = openForTelling(route, jobs.length);
      try {
        const telling = { ...ctx, municipality, actor: system };
        await Promise.all([city, ...jobs.map((job) => tellCounty(telling, job, { city, heard }))]);
      } finally {
        await municipality.close();
      }
    },
    dismiss: async () => undefined,
  };
}

/** Threads that load while the city is planned: a year's texts and statements are more than one of them can do. */
export function callThreads(route: Route, keys: Keys | undefined): Crew {
  const count = Math.max(2, Math.min(4, availableParallelism()));
  const file = new URL('./county-worker.ts', import.meta.url);
  const threads = Array.from({ length: count }, () => new Worker(file, { workerData: { route, keys } }));
  const ends = threads.map(endOf);
  return {
    async tell(jobs, city, heard) {
      for (const [at, own] of sharedOut(jobs, count).entries()) {
        threads[at]!.on('message', heard);
        threads[at]!.postMessage(own);
      }
      const called = city.then(() => threads.forEach((thread) => thread.postMessage(cityIsTold)));
      await Promise.all([called, ...ends]);
    },
    async dismiss() {
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}

function endOf(thread: Worker): Promise<void> {
  const end = new Promise<void>((settle, fail) => {
    thread.once('error', fail);
    thread.once('exit', () => settle());
  });
  // Heard when the telling waits for it, which may be later.
  end.catch(() => undefined);
  return end;
}

/** The longest year first, each to whoever has least to tell so far. */
function sharedOut(jobs: readonly CountyJob[], count: number): CountyJob[][] {
  const shares = Array.from({ length: count }, (): CountyJob[] => []);
  const load = (share: readonly CountyJob[]) => share.reduce((sum, { plan }) => sum + plan.steps.length, 0);
  for (const job of jobs.toSorted((a, b) => b.plan.steps.length - a.plan.steps.length)) {
    shares.toSorted((a, b) => load(a) - load(b))[0]!.push(job);
  }
  return shares;
}
