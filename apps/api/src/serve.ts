import type { Config } from './env.ts';
import { buildServer } from './server.ts';
import { openTown } from './town.ts';
import { startWorker } from './worker/start.ts';

/** Time for the proxy to see that this process is leaving before it stops answering. */
const drainMs = 1500;
/** Whoever is in the middle of something then is answered; whoever sends slower than this is cut off. */
const patienceMs = 10_000;

/** Opens the town for people: web, and the jobs unless another process does them. */
export async function startServing(config: Config, { port }: { port: number }) {
  const town = await openTown(config);
  const { app, leave } = await buildServer(town);
  const worker = config.WORKER ? await startWorker(town) : undefined;
  await app.listen({ port, host: config.HOST });
  const address = app.server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: config.PUBLIC_URL ?? `http://${config.HOST}:${actual}`,
    async close() {
      leave();
      if (config.PRODUCTION) await new Promise((done) => setTimeout(done, drainMs));
      await worker?.stop();
      const cut = setTimeout(() => app.server.closeAllConnections(), patienceMs);
      await app.close();
      clearTimeout(cut);
      await town.municipality.close();
    },
  };
}
