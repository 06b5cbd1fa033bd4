import type { Pair, Result } from './rounds.ts';
import type { Server } from './servers.ts';

/** Measures one pair after the other and says each ratio as it comes. */
export async function each(pairs: readonly Pair[], run: (pair: Pair) => Promise<Result>): Promise<Result[]> {
  const done: Result[] = [];
  for (const pair of pairs) {
    const result = await run(pair);
    console.log(`  ${result.name.padEnd(62)} ${result.ratio.toFixed(2)}`);
    done.push(result);
  }
  return done;
}

export async function stopServers(towns: readonly Record<'bare' | 'program', Server>[]): Promise<void> {
  for (const { bare, program } of towns) {
    await program.stop();
    await bare.stop();
  }
}
