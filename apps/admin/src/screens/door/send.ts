import { refusedBy } from '@tongxin/web/refusal';
import { client } from '../../api.ts';
import { listScans, settleScan } from './queue.ts';
import type { Scan } from './store.ts';

const perCall = 200;

/** Why nothing goes on: no network, the house is busy, no sign-in, somebody else's sign-in, or the event takes no more. */
export type Stopped = 'offline' | 'busy' | 'sign_in' | 'somebody_else' | 'closed';

/**
 * Sends what this account has scanned at any door of this device, some at a time. Sent twice, each is one fact all the
 * same; under somebody else's sign-in the house takes none of it. Answers how many were, and why others wait, by event.
 */
export async function sendWaiting(accountId: string) {
  const own = (await listScans()).filter(
    (scan) => scan.accountId === accountId && scan.outcome === 'waiting',
  );
  const stopped = new Map<string, Stopped>();
  let sent = 0;
  for (const eventId of new Set(own.map((scan) => scan.eventId))) {
    try {
      const scans = own.filter((scan) => scan.eventId === eventId);
      await sendTo(eventId, accountId, scans);
      sent += scans.length;
    } catch (error) {
      stopped.set(eventId, whyOf(error));
    }
  }
  return { sent, stopped };
}

async function sendTo(eventId: string, accountId: string, scans: readonly Scan[]): Promise<void> {
  for (let from = 0; from < scans.length; from += perCall) {
    const batch = scans.slice(from, from + perCall);
    const told = await client.events.recordScans.mutate({
      id: eventId,
      scannedBy: accountId,
      scans: batch.map(({ code, at }) => ({ code: code ?? '', at })),
    });
    for (const [index, scan] of batch.entries()) await settleScan(scan, told[index]!);
  }
}

/** What a failed call means for the door. */
export function whyOf(error: unknown): Stopped {
  const { code } = refusedBy(error);
  if (code === 'web.offline') return 'offline';
  if (code === 'web.signed_out') return 'sign_in';
  if (code === 'events.scanned_by_another') return 'somebody_else';
  // A fault of the house has no code: it is tried again like a busy one.
  return code === null || code === 'web.too_many' ? 'busy' : 'closed';
}
