import { useEffect, useState } from 'react';
import type { Pages } from '../../ui/pages.ts';

/** Reads a list to its end before it is printed, so that the paper holds all of it. */
export function usePrintAll({ rows, more, isFetchingMore, error }: Pages<unknown>) {
  const [isReading, setReading] = useState(false);
  useEffect(() => {
    if (!isReading || rows === undefined || isFetchingMore) return;
    if (more !== undefined && !error) {
      more();
      return;
    }
    setReading(false);
    if (!error) window.print();
  }, [isReading, rows, more, isFetchingMore, error]);
  return { isReading, start: () => setReading(true) };
}
