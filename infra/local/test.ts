import { underProjectNode } from './project-node.ts';

const help = `Runs the tests: rules, database, journeys.

  npx -y pnpm@12 test                 everything
  npx -y pnpm@12 test rules           no input, no output: seconds
  npx -y pnpm@12 test database        on a real PostgreSQL that comes along
  npx -y pnpm@12 test journeys        in a real browser
  npx -y pnpm@12 test database book   only files whose path has "book" in it
`;

if (process.argv.includes('--help')) {
  console.log(help);
} else if (await underProjectNode()) {
  const { runTests } = await import('../tests/run.ts');
  process.exitCode = await runTests(process.argv.slice(2));
}
