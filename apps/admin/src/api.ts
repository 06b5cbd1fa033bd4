import type { AppRouter } from '@tongxin/api/router';
import { makeClient, makeQueryClient } from '@tongxin/web/api';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';

/** What the procedures take and give, for the props of the parts of a screen. */
export type Inputs = inferRouterInputs<AppRouter>;
export type Outputs = inferRouterOutputs<AppRouter>;

export const client = makeClient<AppRouter>();

/** Whose sign-in has ended is read anew; the frame then leads to the sign-in. */
export const queryClient = makeQueryClient({
  onSignedOut: () => void queryClient.invalidateQueries({ queryKey: api.accounts.me.queryKey() }),
});

/** Every procedure as query or mutation options: `useQuery(api.issues.get.queryOptions({ id }))`. */
export const api = createTRPCOptionsProxy<AppRouter>({ client, queryClient });
