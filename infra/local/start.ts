import { underProjectNode } from './project-node.ts';

const help = `Starts the whole town on this machine.

  npx -y pnpm@12 start [options]

  --small      a smaller demo city
  --no-demo    an empty town
  --volatile   in memory, gone when it stops (for tests)
  --watch      build and serve again whenever a source file changes

  PORT           where to serve, 3000 if not set
  DATABASE_URL   another PostgreSQL 18 than the one that comes along
`;

if (process.argv.includes('--help')) {
  console.log(help);
} else if (await underProjectNode()) {
  const { startTown } = await import('./town.ts');
  await startTown(process.argv.slice(2));
}
