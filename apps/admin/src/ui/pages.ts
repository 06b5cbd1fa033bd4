import { useInfiniteQuery, type QueryKey } from '@tanstack/react-query';

/** A list that is read page by page, joined together. */
export type Pages<Row> = {
  rows: Row[] | undefined;
  error: unknown;
  more: (() => void) | undefined;
  isFetchingMore: boolean;
  retry: () => void;
};

type Page<Row, After> = { rows: Row[]; next: After | null };

/** Reads a list page by page; `read` gets what the page before said comes next. */
export function usePages<Row, After>(
  key: QueryKey,
  read: (after: After | undefined) => Promise<Page<Row, After>>,
): Pages<Row> {
  const query = useInfiniteQuery({
    queryKey: [...key, 'pages'],
    queryFn: ({ pageParam }) => read(pageParam as After | undefined),
    initialPageParam: undefined as unknown,
    getNextPageParam: (page: Page<Row, After>) => page.next ?? undefined,
  });
  return {
    rows: query.data?.pages.flatMap((page) => page.rows),
    error: query.error,
    more: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    isFetchingMore: query.isFetchingNextPage,
    retry: () => void query.refetch(),
  };
}

/** Every row of a list that is needed whole: of a picker at most ten pages, since nobody picks from more; of a paper all. */
export async function readAll<Row, After>(
  read: (after: After | undefined) => Promise<Page<Row, After>>,
  mostPages = 10,
): Promise<Row[]> {
  const rows: Row[] = [];
  let after: After | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const found = await read(after);
    rows.push(...found.rows);
    if (found.next === null) break;
    after = found.next;
  }
  return rows;
}
