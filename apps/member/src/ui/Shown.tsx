import { useLocale, useText } from '@tongxin/web/locale';
import { momentText } from '@tongxin/web/moments';
import { refusedBy } from '@tongxin/web/refusal';
import type { ReactNode } from 'react';
import { useOnline } from '../offline/online.ts';
import { shellText } from '../text/shell.ts';
import { Problem } from './Problem.tsx';
import { Waiting } from './Waiting.tsx';

type Reading<Read> = {
  data: Read | undefined;
  error: unknown;
  isError: boolean;
  isFetching: boolean;
  dataUpdatedAt: number;
  refetch: () => Promise<unknown>;
};

/** Shows what a query has read and, when it is not of now, of when; until then that it is coming or why not. */
export function Shown<Read>({
  query,
  children,
}: {
  query: Reading<Read>;
  children: (read: NonNullable<Read>) => ReactNode;
}) {
  if (query.data !== undefined && query.data !== null)
    return (
      <>
        <AsOf query={query} />
        {children(query.data)}
      </>
    );
  if (query.isError) return <Problem error={query.error} onRetry={() => void query.refetch()} />;
  return <Waiting />;
}

/** Younger than this, in milliseconds, is as good as now while the network is there. */
const fresh = 120_000;

/** When what stands below was read, wherever that is not just now. */
function AsOf({ query }: { query: Omit<Reading<unknown>, 'data' | 'refetch'> }) {
  const t = useText(shellText);
  const { locale } = useLocale();
  const online = useOnline();
  const at = Temporal.Instant.fromEpochMilliseconds(query.dataUpdatedAt).toString();
  const isOld = Temporal.Now.instant().epochMilliseconds - query.dataUpdatedAt > fresh;
  const isCutOff = !online || (query.isError && refusedBy(query.error).code === 'web.offline');
  if (!isCutOff && !(isOld && query.isFetching)) return null;
  const say = isCutOff ? t.asOf : t.asOfReading;
  return (
    <p className="as-of" role="status">
      {say(momentText(at, locale))}
    </p>
  );
}
