import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Problem } from './Problem.tsx';
import { Waiting } from './Waiting.tsx';

/** Shows what a query has read; until then that it is coming, or why it did not come. */
export function Shown<Read>({
  query,
  children,
}: {
  query: UseQueryResult<Read, unknown>;
  children: (read: NonNullable<Read>) => ReactNode;
}) {
  if (query.data !== undefined && query.data !== null) return children(query.data);
  if (query.isError) return <Problem error={query.error} onRetry={() => void query.refetch()} />;
  return <Waiting />;
}
