import autocannon from 'autocannon';

/** One operation, as the limit does it and as the town does it. */
export type Pair = { name: string; limit: autocannon.Request; town: autocannon.Request };

export type Result = { name: string; limit: number; town: number; ratio: number; p99: number };

export const rounds = 5;
export const secondsPerRound = 1;
export const connections = 16;

/**
 * Measures both in turn, five times each, in one run: what a busy machine does to one it does to the other. The
 * figures are medians of answers per second; an answer that is no 2xx ends the run, for it would be a fast lie.
 */
export async function compare(pair: Pair, limitUrl: string, townUrl: string): Promise<Result> {
  const limit: number[] = [];
  const town: number[] = [];
  const p99: number[] = [];
  await fire(limitUrl, pair.limit, 1);
  await fire(townUrl, pair.town, 1);
  for (let round = 0; round < rounds; round += 1) {
    limit.push((await fire(limitUrl, pair.limit, secondsPerRound)).rate);
    const measured = await fire(townUrl, pair.town, secondsPerRound);
    town.push(measured.rate);
    p99.push(measured.p99);
  }
  const ratios = town.map((rate, round) => rate / limit[round]!);
  return {
    name: pair.name,
    limit: median(limit),
    town: median(town),
    ratio: median(ratios),
    p99: median(p99),
  };
}

async function fire(url: string, request: autocannon.Request, duration: number) {
  const result = await autocannon({ url, connections, duration, requests: [request] });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(
      `${request.method ?? 'GET'} ${request.path}: ${result.non2xx} refusals, ${result.errors} failures`,
    );
  }
  return { rate: result.requests.total / result.duration, p99: result.latency.p99 };
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
