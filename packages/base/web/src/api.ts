import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink } from '@trpc/client';
import type { AnyTRPCRouter } from '@trpc/server';
import { chosenLocale } from './Locale.tsx';
import { refusedBy } from './refusal.ts';

/** The client of this house's API: same origin, so the session cookie travels by itself. */
export function makeClient<Router extends AnyTRPCRouter>() {
  const link = httpBatchLink({
    url: '/trpc',
    maxItems: 10,
    headers: () => ({ 'accept-language': chosenLocale() }),
  });
  // The link's transformer option depends on the router, which is known only to the app.
  return createTRPCClient<Router>({ links: [link as ReturnType<typeof httpBatchLink<Router>>] });
}

/**
 * What has been read is shown again at once and read anew in the background. Every write makes all of it old, so
 * that no screen shows a state that the person has just changed.
 */
export function makeQueryClient({ onSignedOut }: { onSignedOut: () => void }): QueryClient {
  const watch = (error: unknown) => {
    if (refusedBy(error).code === 'web.signed_out') onSignedOut();
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: watch }),
    mutationCache: new MutationCache({ onError: watch, onSettled: () => client.invalidateQueries() }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // Somebody else may have moved it on since.
        refetchOnMount: 'always',
        // A no stays a no; only a lost connection is worth another try.
        retry: (failures, error) => failures < 2 && refusedBy(error).code === 'web.offline',
      },
    },
  });
  return client;
}
