import { redirect } from '@tanstack/react-router';
import { api, queryClient } from '../api.ts';
import { paths } from '../paths.ts';

/** Leads whoever has not signed in to the sign-in and back. Without a network, whoever was signed in last stays so. */
export async function ensureSignedIn(wanted: string): Promise<void> {
  const me = api.accounts.me.queryOptions();
  const kept = queryClient.getQueryData(me.queryKey);
  if (kept?.account) return;
  // That nobody is signed in is asked, not remembered: somebody may have signed in the moment before the page was opened
  // anew, and that not lie on the telephone yet.
  const asked = queryClient.fetchQuery({ ...me, staleTime: 0 });
  const { account } = await (kept === undefined ? asked : asked.catch(() => kept));
  if (account === null) throw redirect(paths.signIn(wanted) as never);
}
