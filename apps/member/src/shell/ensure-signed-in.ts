import { redirect } from '@tanstack/react-router';
import { api, queryClient } from '../api.ts';
import { paths } from '../paths.ts';

/** Leads whoever has not signed in to the sign-in and back. Without a network, whoever was signed in last stays so. */
export async function ensureSignedIn(wanted: string): Promise<void> {
  const { account } = await queryClient.ensureQueryData(api.accounts.me.queryOptions());
  if (account === null) throw redirect(paths.signIn(wanted) as never);
}
