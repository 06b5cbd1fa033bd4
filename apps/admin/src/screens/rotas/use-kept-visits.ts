import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../api.ts';
import { sendVisits } from './send-visits.ts';
import { listVisits, type KeptVisit } from './visit-queue.ts';

const retryMs = 15_000;
const queryKey = ['visits', 'kept'] as const;
const none: readonly KeptVisit[] = [];

/** Who is signed in; nobody as long as that is not known. */
export function useOwner(): string {
  return useQuery(api.accounts.me.queryOptions()).data?.account?.accountId ?? '';
}

/** What the person wrote down here without a network and has not put away; nothing where the browser keeps nothing. */
export function useKeptVisits(): readonly KeptVisit[] {
  const owner = useOwner();
  const { data = none } = useQuery({
    queryKey: [...queryKey, owner],
    queryFn: () => listVisits(owner),
    // It lies in this browser: the network has nothing to do with it.
    networkMode: 'always',
    retry: false,
  });
  return data;
}

/** Sends it by itself whatever screen is open: now, when the network is back, and now and then. */
export function useSendingVisits(): void {
  const owner = useOwner();
  const queries = useQueryClient();
  useEffect(() => {
    if (owner === '') return;
    const again = async () => {
      // A browser that keeps nothing has nothing to send.
      if (!(await sendVisits(owner).catch(() => false))) return;
      await queries.invalidateQueries({ queryKey });
      await queries.invalidateQueries({ queryKey: api.rotas.pathKey() });
    };
    const attempt = () => void again();
    attempt();
    window.addEventListener('online', attempt);
    const timer = setInterval(attempt, retryMs);
    return () => {
      window.removeEventListener('online', attempt);
      clearInterval(timer);
    };
  }, [owner, queries]);
}
