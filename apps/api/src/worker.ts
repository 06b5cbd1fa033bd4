import { readConfig } from './env.ts';
import { openTown } from './town.ts';
import { startWorker } from './worker/start.ts';

/** The town's second process: jobs, clocks, seals and roll-ups, without a web server. */
const town = await openTown(readConfig(process.env), { connections: 4 });
const worker = await startWorker(town);
console.log('the worker is running');
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void worker
      .stop()
      .then(() => town.municipality.close())
      .then(() => process.exit(0));
  });
}
