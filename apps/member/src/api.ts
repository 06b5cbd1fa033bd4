import type { AppRouter } from '@tongxin/api/router';
import { makeClient, makeQueryClient } from '@tongxin/web/api';
import { refusedBy } from '@tongxin/web/refusal';
import type { inferRouterOutputs } from '@trpc/server';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';

export type Outputs = inferRouterOutputs<AppRouter>;

export const client = makeClient<AppRouter>();

/** Whose sign-in has ended is read anew; the frame then leads to the sign-in. */
export const queryClient = makeQueryClient({
  onSignedOut: () => void queryClient.invalidateQueries({ queryKey: api.accounts.me.queryKey() }),
});
const defaults = queryClient.getDefaultOptions();
queryClient.setDefaultOptions({
  ...defaults,
  queries: {
    ...defaults.queries,
    // Tried also when the telephone thinks it has no network, so that a page says at once how old it is.
    networkMode: 'always',
    // What was read stays for the whole visit: the next page may be opened in a cellar.
    gcTime: Infinity,
    retry: (failures, error) => failures < 2 && navigator.onLine && refusedBy(error).code === 'web.offline',
  },
  mutations: { networkMode: 'always' },
});

/** Every procedure as query options: `useQuery(api.deliberations.sessions.get.queryOptions({ id }))`. */
export const api = createTRPCOptionsProxy<AppRouter>({ client, queryClient });
