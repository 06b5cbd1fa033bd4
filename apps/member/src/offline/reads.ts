import type { Query } from '@tanstack/react-query';
import { api, queryClient } from '../api.ts';
import { tellLeft } from './here.ts';
import { drop, empty, find, keep, list } from './store.ts';

/** What nobody has opened for so long is not worth its place. */
const daysKept = 30;

const meKey = () => api.accounts.me.queryKey();
const pathOf = (queryKey: readonly unknown[]) =>
  Array.isArray(queryKey[0]) ? (queryKey[0] as string[]).join('.') : '';

const mePath = () => pathOf(api.accounts.me.pathKey());

/** The answers that stay on the telephone: the member's own and what is public. Nothing of a resident is among them. */
const kept = [
  ...[api.accounts.me, api.members.me, api.deliberations.sessions.mine, api.deliberations.sessions.get],
  ...[api.events.asked, api.events.get, api.rotas.mine, api.rotas.mySwaps],
  ...[api.record.summary, api.record.lines, api.record.myGroups],
  ...[api.experts.mine, api.visits.mine, api.notices.list],
  ...[api.organisations.list, api.platforms.list, api.divisions.countiesAndTownships],
];
const keptPaths: ReadonlySet<string> = new Set(kept.map((one) => pathOf(one.pathKey())));

/** Puts back what was read before, each with its time, and from now on keeps what is read. */
export async function bringReads(): Promise<void> {
  const now = Temporal.Now.instant().epochMilliseconds;
  // A browser that keeps nothing still shows everything, as long as there is a network.
  const reads = await list('reads').catch(() => []);
  for (const { key, queryKey, data, at } of reads) {
    if (now - at > daysKept * 86_400_000) void drop('reads', key);
    else queryClient.setQueryData(queryKey, data, { updatedAt: at });
  }
  // It is shown at once, and asked anew however young it is: that is what a page is opened anew for.
  await queryClient.invalidateQueries({ refetchType: 'none' });
  queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual === true) return;
    void keepRead(event.query).catch(() => undefined);
  });
}

async function keepRead({ queryKey, queryHash, state }: Query): Promise<void> {
  const path = pathOf(queryKey);
  if (path === mePath()) await settleOwner();
  // What was taken out of memory, by whoever signed out meanwhile, is not kept either.
  if (!keptPaths.has(path) || queryClient.getQueryCache().get(queryHash) === undefined) return;
  await keep('reads', { key: queryHash, queryKey, data: state.data, at: state.dataUpdatedAt });
}

/**
 * Whoever the server says is signed in owns what is here. When nobody is, or somebody else, what was read is wiped;
 * somebody else also finds nothing of what was written. Unsent writing stays for its writer, who only has to sign in
 * again.
 */
async function settleOwner(): Promise<void> {
  const account = queryClient.getQueryData(meKey())?.account;
  if (account === undefined) return;
  const found = await find('facts', 'owner');
  const owner = found?.key === 'owner' ? found : undefined;
  if (owner?.accountId === account?.accountId) return;
  if (owner !== undefined) {
    await empty('reads');
    await forgetReads();
  }
  if (account !== null) {
    await dropOthers(account.accountId);
    await empty('facts');
    await keep('facts', { key: 'owner', accountId: account.accountId, name: account.name });
  }
  void queryClient.invalidateQueries({ queryKey: ['here'] });
}

/** What anybody else has written is not for this telephone's new owner to carry about. */
async function dropOthers(accountId: string): Promise<void> {
  for (const room of ['drafts', 'parcels'] as const)
    for (const { id, owner } of await list(room)) if (owner !== accountId) await drop(room, id);
}

/** Takes out of memory what was read, but for who asks; what is being looked at is read anew. */
function forgetReads(): Promise<void> {
  return queryClient.resetQueries({
    predicate: ({ queryKey }) => queryKey[0] !== 'here' && pathOf(queryKey) !== mePath(),
  });
}

/** Leaves nothing of this person behind, in no window. Fails when the telephone does not let go of it. */
export async function forgetEverything(): Promise<void> {
  queryClient.clear();
  await empty('reads', 'drafts', 'parcels', 'facts');
  tellLeft();
}
