import type { Outputs } from '../../api.ts';

type DoorList = Outputs['events']['doorList'];
export type Loaded = { eventId: string; loadedAt: string; list: DoorList };
type Outcome = Outputs['events']['recordScans'][number]['outcome'];

/** One member's code at one door. A second scan finds it there, so the first moment stays. */
export type Scan = {
  eventId: string;
  code: string;
  at: string;
  /** `waiting` until the house has answered what became of it. */
  outcome: 'waiting' | Outcome;
  name: string | null;
};

const keptDays = 3;
let opening: Promise<IDBDatabase> | undefined;

/** What this device keeps for its doors: the lists with their codes, and every scan until it is known to be written. */
function open(): Promise<IDBDatabase> {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('tongxin-door', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('lists', { keyPath: 'eventId' });
      request.result.createObjectStore('scans', { keyPath: ['eventId', 'code'] });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the browser keeps nothing'));
  });
  return opening;
}

async function run<T>(
  store: 'lists' | 'scans',
  mode: IDBTransactionMode,
  ask: (objects: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  // On the disk before it counts as kept: the browser may be killed at any moment.
  const transaction = database.transaction(store, mode, { durability: 'strict' });
  return new Promise((resolve, reject) => {
    const request = ask(transaction.objectStore(store));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? new Error('the browser kept nothing'));
  });
}

export async function keepList(loaded: Loaded): Promise<void> {
  await run('lists', 'readwrite', (lists) => lists.put(loaded));
}

export async function findList(eventId: string): Promise<Loaded | undefined> {
  return run('lists', 'readonly', (lists) => lists.get(eventId) as IDBRequest<Loaded | undefined>);
}

/** Everything scanned at this door, in the order of the codes. */
export async function listScans(eventId: string): Promise<Scan[]> {
  const all = await run('scans', 'readonly', (scans) => scans.getAll() as IDBRequest<Scan[]>);
  return all.filter((scan) => scan.eventId === eventId);
}

/** Keeps a scan with its moment; false when this code was scanned here before, and then nothing changes. */
export async function keepScan(scan: Pick<Scan, 'eventId' | 'code' | 'at' | 'name'>): Promise<boolean> {
  try {
    await run('scans', 'readwrite', (scans) => scans.add({ ...scan, outcome: 'waiting' }));
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'ConstraintError') return false;
    throw error;
  }
}

/** Writes down what became of a scan. */
export async function settleScan(scan: Scan): Promise<void> {
  await run('scans', 'readwrite', (scans) => scans.put(scan));
}

export async function forgetScan({ eventId, code }: Pick<Scan, 'eventId' | 'code'>): Promise<void> {
  await run('scans', 'readwrite', (scans) => scans.delete([eventId, code]));
}

/** Forgets lists of events that are over for days, and their scans that have arrived; a device is lent and lost. */
export async function forgetOld(now: Temporal.Instant): Promise<void> {
  const lists = await run('lists', 'readonly', (all) => all.getAll() as IDBRequest<Loaded[]>);
  const scans = await run('scans', 'readonly', (all) => all.getAll() as IDBRequest<Scan[]>);
  for (const { eventId, list } of lists) {
    const until = Temporal.Instant.from(list.event.endsAt).add({ hours: 24 * keptDays });
    const waits = scans.some((scan) => scan.eventId === eventId && scan.outcome === 'waiting');
    if (waits || Temporal.Instant.compare(now, until) < 0) continue;
    for (const scan of scans) if (scan.eventId === eventId) await forgetScan(scan);
    await run('lists', 'readwrite', (all) => all.delete(eventId));
  }
}
