/** How often each value was seen. Histograms of parts add up to the histogram of the whole; medians do not. */
export type Histogram = ReadonlyMap<number, number>;

/** The middle value, or the mean of the middle two; null when nothing was seen. */
export function medianOf(histogram: Histogram): number | null {
  const seen = [...histogram].filter(([, times]) => times > 0).toSorted(([a], [b]) => a - b);
  const count = seen.reduce((total, [, times]) => total + times, 0);
  if (count === 0) return null;
  const low = valueAt(seen, Math.floor((count - 1) / 2));
  const high = valueAt(seen, Math.floor(count / 2));
  return (low + high) / 2;
}

/** The value at this place when all are laid out in order, the smallest at 0. */
function valueAt(seen: readonly (readonly [number, number])[], place: number): number {
  let passed = 0;
  for (const [value, times] of seen) {
    passed += times;
    if (place < passed) return value;
  }
  throw new Error('there are fewer values than places');
}

/** Several histograms as one. */
export function addHistograms(all: readonly Histogram[]): Histogram {
  const sum = new Map<number, number>();
  for (const one of all) for (const [value, times] of one) sum.set(value, (sum.get(value) ?? 0) + times);
  return sum;
}
