import { useSyncExternalStore } from 'react';
import { api, client, queryClient } from '../api.ts';
import { deliver } from './deliver.ts';
import type { Draft } from './draft.ts';
import { changedHere } from './here.ts';
import type { Parcel } from './parcel.ts';
import { list } from './store.ts';

/** How long a parcel waits before it is tried again by itself while the app is open. */
const again = 30_000;

/**
 * Sends what waits, oldest first, one after the other and in one window only. Each keeps its key, so one that arrived
 * without an answer arrives once all the same.
 */
export async function sendWaiting(): Promise<void> {
  if (!navigator.onLine) return;
  // Locks are there on safe connections only; without them the key alone keeps two windows from making two matters.
  if (!('locks' in navigator)) return sendAll();
  await navigator.locks.request('tongxin-outbox', { ifAvailable: true }, async (lock) => {
    if (lock !== null) await sendAll();
  });
}

async function sendAll(): Promise<void> {
  const waiting = (await list('parcels')).filter(({ state }) => state === 'waiting');
  if (waiting.length === 0) return;
  // Asked, not remembered: somebody else may have signed in elsewhere in this browser, and nothing goes under their name.
  const { account } = await queryClient.fetchQuery({ ...api.accounts.me.queryOptions(), staleTime: 0 });
  await sendOf(waiting.filter(({ owner }) => owner === account?.accountId));
}

async function sendOf(waiting: readonly Parcel[]): Promise<void> {
  for (const parcel of waiting) if (!(await send(parcel))) return;
}

let inFlight: string | null = null;
const watchers = new Set<() => void>();

function nowInFlight(id: string | null): void {
  inFlight = id;
  for (const tell of watchers) tell();
}

/** Whether this parcel is on its way at this moment, sent from this window. */
export function useInFlight(id: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    () => inFlight === id,
  );
}

/** Answers whether it is worth going on with the next. */
async function send(parcel: Parcel): Promise<boolean> {
  const after = await deliver(parcel, async (draft) => {
    nowInFlight(draft.id);
    changedHere();
    return submit(draft).finally(() => nowInFlight(null));
  });
  changedHere();
  if (after?.why === 'web.signed_out')
    void queryClient.invalidateQueries({ queryKey: api.accounts.me.queryKey() });
  return after?.state !== 'waiting';
}

/** Told on duty it also stands in the log of the turn. */
function submit(draft: Draft) {
  const { key, ...issue } = inputOf(draft);
  const { turnId } = draft;
  return turnId === undefined
    ? client.issues.submitThroughMember.mutate({ ...issue, key })
    : client.rotas.receiveThroughMember.mutate({ key, turnId, issue });
}

/** A draft as the server takes it. */
export function inputOf({ id, beganAt, fields }: Draft) {
  const { place, words, placeWords, contact } = fields;
  return {
    key: id,
    divisionCode: place?.code ?? '',
    words,
    placeWords,
    photoIds: [],
    contact,
    toldAt: beganAt,
  };
}

/** Sends by itself: now, when the network is back, when the app is looked at again, and now and then. */
export function keepSending(): void {
  const attempt = () => void sendWaiting().catch(() => undefined);
  attempt();
  addEventListener('online', attempt);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && attempt());
  setInterval(attempt, again);
}
