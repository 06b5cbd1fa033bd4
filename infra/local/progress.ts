/** Tells about the work inside a step. */
export type Say = (line: string) => void;

/** Runs one step of a longer work and prints its name while it runs, then the seconds it took. */
export async function step<T>(title: string, work: (say: Say) => Promise<T>): Promise<T> {
  const began = performance.now();
  const onScreen = process.stdout.isTTY;
  const start = onScreen ? `  … ${title}` : `  … ${title}\n`;
  const clear = onScreen ? '\r\u001b[2K' : '';
  process.stdout.write(start);
  const say: Say = (line) => process.stdout.write(`${clear}      ${line}\n${onScreen ? start : ''}`);
  try {
    const result = await work(say);
    process.stdout.write(`${clear}  ✓ ${title} (${seconds(began)})\n`);
    return result;
  } catch (reason) {
    process.stdout.write(`${clear}  ✗ ${title} (${seconds(began)})\n`);
    throw reason;
  }
}

/** The time since `began` (of `performance.now()`), for people. */
export function seconds(began: number): string {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`;
}
