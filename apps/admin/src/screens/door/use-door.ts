import { isDoorCode, markOf, plainCode } from '@tongxin/events/rules';
import { refusedBy } from '@tongxin/web/refusal';
import { useCallback, useEffect, useRef, useState } from 'react';
import { client } from '../../api.ts';
import {
  dropList,
  findKeeper,
  findList,
  forgetOld,
  keepList,
  keepScan,
  listScans,
  settleKeeper,
} from './queue.ts';
import { sendWaiting, whyOf, type Stopped } from './send.ts';
import type { Keeper, Loaded, Scan } from './store.ts';

const againMs = 15_000;
/** A list younger than this is not asked for again, unless something was sent: several people scan at several doors. */
const freshMs = 60_000;

/** What a scan at the door was, for the person who holds the device. */
export type Seen = { kind: 'came' | 'again' | 'not_on_list' | 'no_code' | 'not_kept'; name: string | null };

type Known = { keeper: Keeper | null; loaded: Loaded | undefined; scans: readonly Scan[] };

/** One door: who stands there, its list, what was scanned, and the sending, which goes on by itself. */
export function useDoor(eventId: string) {
  const [known, setKnown] = useState<Known>();
  const [stopped, setStopped] = useState<Stopped | null>(null);
  const round = useRef<'none' | 'one' | 'and_another'>('none');

  const reread = useCallback(async () => setKnown(await reopen(eventId)), [eventId]);
  const goRound = useCallback(async () => {
    // What is scanned meanwhile goes with the next round, which begins at once.
    if (round.current !== 'none') return void (round.current = 'and_another');
    do {
      round.current = 'one';
      setStopped(await visit(eventId));
      await reread();
    } while ((round.current as string) === 'and_another');
    round.current = 'none';
  }, [eventId, reread]);

  useEffect(() => {
    // What lies here shows at once; the house is asked meanwhile.
    void forgetOld(Temporal.Now.instant()).then(reread, reread).then(goRound);
    const again = () => void goRound();
    window.addEventListener('online', again);
    const timer = setInterval(again, againMs);
    return () => {
      window.removeEventListener('online', again);
      clearInterval(timer);
    };
  }, [goRound, reread]);

  const keeper = known?.keeper ?? null;
  const loaded = known?.loaded;
  const scan = useCallback(
    async (read: string): Promise<Seen | undefined> => {
      if (keeper === null) return undefined;
      const seen = await keepRead(read, keeper.accountId, eventId, loaded);
      await reread();
      if (seen.kind === 'came' || seen.kind === 'not_on_list') void goRound();
      return seen;
    },
    [keeper, eventId, loaded, reread, goRound],
  );
  const isOwn = ({ accountId }: Scan) => accountId === keeper?.accountId;
  return {
    isOpen: known !== undefined,
    keeper,
    loaded,
    scans: known?.scans.filter((one) => isOwn(one) && one.eventId === eventId) ?? [],
    /** How many scans of other people wait on this device. */
    others: known?.scans.filter((one) => !isOwn(one) && one.outcome === 'waiting').length ?? 0,
    stopped,
    scan,
    goRound,
    reread,
  };
}

/** What lies on this device, for whoever was here last. A browser that keeps nothing has nothing. */
async function reopen(eventId: string): Promise<Known> {
  try {
    const keeper = await findKeeper();
    const loaded = keeper === null ? undefined : await findList(keeper.accountId, eventId);
    return { keeper, loaded, scans: await listScans() };
  } catch {
    return { keeper: null, loaded: undefined, scans: [] };
  }
}

/** Asks the house who stands here, sends what they have scanned, and reads the list anew. Answers why it stopped. */
async function visit(eventId: string): Promise<Stopped | null> {
  try {
    const { account } = await client.accounts.me.query();
    if (account === null) return 'sign_in';
    const { accountId, name } = account;
    await settleKeeper({ accountId, name });
    const { sent, stopped } = await sendWaiting(accountId);
    await readList(accountId, eventId, sent > 0);
    return stopped.get(eventId) ?? null;
  } catch (error) {
    return whyOf(error);
  }
}

/** The list from the house, kept for when there is no network. What the house refuses is not kept either. */
async function readList(accountId: string, eventId: string, isOld: boolean): Promise<void> {
  const before = await findList(accountId, eventId);
  const now = Temporal.Now.instant();
  if (before !== undefined && !isOld) {
    const age = now.epochMilliseconds - Temporal.Instant.from(before.loadedAt).epochMilliseconds;
    if (age >= 0 && age < freshMs) return;
  }
  try {
    const list = await client.events.doorList.query({ id: eventId });
    await keepList({ accountId, eventId, list, loadedAt: now.toString() });
  } catch (error) {
    if (refusedBy(error).code?.endsWith('not_found')) await dropList(accountId, eventId);
    throw error;
  }
}

async function keepRead(
  read: string,
  accountId: string,
  eventId: string,
  loaded: Loaded | undefined,
): Promise<Seen> {
  const code = plainCode(read);
  if (!isDoorCode(code)) return { kind: 'no_code', name: null };
  const at = Temporal.Now.instant().toString({ smallestUnit: 'millisecond' });
  const mark = await markOf(eventId, code);
  const name = loaded?.list.people.find((one) => one.mark === mark)?.name ?? null;
  try {
    const before = await keepScan({ accountId, eventId, mark, code, at, outcome: 'waiting', name });
    if (before !== undefined) return { kind: 'again', name: before.name ?? name };
  } catch {
    // A full disk: whoever stands here has to know it while the member does too.
    return { kind: 'not_kept', name };
  }
  return { kind: name === null ? 'not_on_list' : 'came', name };
}
