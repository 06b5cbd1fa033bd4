import { redirect } from '@tanstack/react-router';
import { api, queryClient } from '../api.ts';

/** Leads whoever has not signed in to the sign-in and back, and staff without an authenticator to its set-up. */
export async function ensureSignedIn(wanted: string): Promise<void> {
  const { account } = await queryClient.ensureQueryData(api.accounts.me.queryOptions());
  if (account === null) throw redirect({ to: '/sign-in', search: { then: wanted } });
  if (account.needsTotp) throw redirect({ to: '/authenticator' });
}
