import { plainCode } from '@tongxin/events/rules';
import { refusedBy } from '@tongxin/web/refusal';
import { useCallback, useEffect, useRef, useState } from 'react';
import { client } from '../../api.ts';
import {
  findList,
  forgetOld,
  keepList,
  keepScan,
  listScans,
  settleScan,
  type Loaded,
  type Scan,
} from './door-queue.ts';

const perCall = 200;
const retryMs = 15_000;

/** What a scan at the door was, for the person who holds the device. */
export type Seen = { kind: 'came' | 'again' | 'not_on_list'; name: string };
/** Why nothing is sent now: no network, no sign-in, or the event takes no more. */
export type Stopped = 'offline' | 'sign_in' | 'closed' | null;

/** One door: its list, what was scanned, and the sending, which goes on by itself whenever there is network. */
export function useDoor(eventId: string) {
  const [loaded, setLoaded] = useState<Loaded>();
  const [scans, setScans] = useState<Scan[]>([]);
  const [stopped, setStopped] = useState<Stopped>(null);
  const sending = useRef(false);
  const reread = useCallback(async () => setScans(await listScans(eventId)), [eventId]);

  const send = useCallback(async () => {
    if (sending.current) return;
    sending.current = true;
    try {
      await sendWaiting(eventId);
      setStopped(null);
    } catch (error) {
      setStopped(whyOf(error));
    } finally {
      sending.current = false;
      await reread();
    }
  }, [eventId, reread]);

  useEffect(() => {
    void forgetOld(Temporal.Now.instant());
    void reread();
    void readList(eventId).then(
      (list) => setLoaded(list),
      (error: unknown) => setStopped(whyOf(error)),
    );
    void send();
    const again = () => void send();
    window.addEventListener('online', again);
    const timer = setInterval(again, retryMs);
    return () => {
      window.removeEventListener('online', again);
      clearInterval(timer);
    };
  }, [eventId, reread, send]);

  const scan = useCallback(
    async (read: string): Promise<Seen | undefined> => {
      const code = plainCode(read);
      if (code === '') return undefined;
      const person = loaded?.list.people.find((one) => one.code === code);
      const at = Temporal.Now.instant().toString({ smallestUnit: 'millisecond' });
      const isNew = await keepScan({ eventId, code, at, name: person?.name ?? null });
      await reread();
      if (isNew) void send();
      const name = person?.name ?? code;
      if (!isNew) return { kind: 'again', name };
      return { kind: person === undefined ? 'not_on_list' : 'came', name };
    },
    [eventId, loaded, reread, send],
  );
  return { loaded, scans, stopped, scan, send, reread };
}

/** The list from the house, kept for when there is no network; else the one that was kept. */
async function readList(eventId: string): Promise<Loaded> {
  try {
    const list = await client.events.doorList.query({ id: eventId });
    const loaded = { eventId, list, loadedAt: Temporal.Now.instant().toString() };
    await keepList(loaded);
    return loaded;
  } catch (error) {
    const kept = await findList(eventId);
    if (kept === undefined) throw error;
    return kept;
  }
}

/** Sends what waits, some at a time; sending twice is harmless. Fails when it cannot go on. */
async function sendWaiting(eventId: string): Promise<void> {
  const waiting = (await listScans(eventId)).filter(({ outcome }) => outcome === 'waiting');
  for (let from = 0; from < waiting.length; from += perCall) {
    const batch = waiting.slice(from, from + perCall);
    const told = await client.events.recordScans.mutate({
      id: eventId,
      scans: batch.map(({ code, at }) => ({ code, at })),
    });
    for (const [index, scan] of batch.entries()) {
      const { outcome, name } = told[index]!;
      await settleScan({ ...scan, outcome, name: name ?? scan.name });
    }
  }
}

function whyOf(error: unknown): Stopped {
  const { code } = refusedBy(error);
  if (code === 'web.signed_out') return 'sign_in';
  return code === null || code === 'web.offline' || code === 'web.too_many' ? 'offline' : 'closed';
}
