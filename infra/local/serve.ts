import { loadOperations, type TownEnvironment } from './operations.ts';

// Run under `node --watch` by `pnpm dev`: everything is prepared, this only serves.
const operations = await loadOperations();
const { close } = await operations.serve(process.env as TownEnvironment, { port: Number(process.env.PORT) });
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void close().then(() => process.exit(0)));
