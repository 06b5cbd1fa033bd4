import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, queryClient } from '../api.ts';
import { find, list, shut } from './store.ts';

/*
 * What lies on this telephone, read like what lies on the server. Other windows of the app hear of changes too.
 */
const others = 'BroadcastChannel' in globalThis ? new BroadcastChannel('tongxin-member') : undefined;
others?.addEventListener('message', ({ data }) => {
  if (data === 'left') {
    // Signed out in another window: what this one still holds is neither shown nor written any more.
    shut();
    location.reload();
  } else void queryClient.invalidateQueries({ queryKey: ['here'] });
});

/** Tells the other windows that everything of this person has been taken away. */
export function tellLeft(): void {
  others?.postMessage('left');
}

/** Tells every screen that drafts or parcels have changed. */
export function changedHere(): void {
  void queryClient.invalidateQueries({ queryKey: ['here'] });
  others?.postMessage('changed');
}

const readHere = { staleTime: Infinity, refetchOnMount: true, retry: false } as const;

export const drafts = queryOptions({
  ...readHere,
  queryKey: ['here', 'drafts'],
  queryFn: async () => (await list('drafts')).toReversed(),
});

export const parcels = queryOptions({
  ...readHere,
  queryKey: ['here', 'parcels'],
  queryFn: async () => (await list('parcels')).toReversed(),
});

export const owner = queryOptions({
  ...readHere,
  queryKey: ['here', 'owner'],
  queryFn: async () => {
    const fact = await find('facts', 'owner');
    return fact?.key === 'owner' ? fact : null;
  },
});

/** The drafts and parcels of whoever is signed in, newest first. */
export function useMine() {
  const me = useQuery(api.accounts.me.queryOptions()).data?.account?.accountId;
  const mine = <One extends { owner: string }>(all: One[] | undefined) =>
    all?.filter((one) => one.owner === me);
  return { drafts: mine(useQuery(drafts).data), parcels: mine(useQuery(parcels).data) };
}
