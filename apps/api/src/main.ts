import { readConfig } from './env.ts';
import { startServing } from './serve.ts';

/** Serves the town until it is told to stop. Production's first process; `worker.ts` is the second. */
const town = await startServing(readConfig(process.env), { port: Number(process.env.PORT ?? 3000) });
console.log(`listening on ${town.url}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void town.close().then(() => process.exit(0)));
}
