import type { Inputs } from '../../api.ts';

/**
 * A visitor who was written down without a network. What they said and who they are is locked to the house's key: this
 * browser, which others use too, keeps it and cannot read it.
 */
export type KeptVisit = {
  key: string;
  turnId: string;
  /** Who wrote it down; only they send it, so that the journal names them. */
  owner: string;
  kind: 'advice' | 'matter';
  keptAt: string;
  parcel: Inputs['rotas']['receiveParcel'];
  state: 'waiting' | 'arrived' | 'refused';
  /** Why it waits or was refused, as a code. */
  why: string | null;
};

let opening: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('tongxin-visits', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('visits', { keyPath: 'key' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the browser keeps nothing'));
  });
  // A browser that refuses today (private window, full disk) may not tomorrow.
  opening.catch(() => (opening = undefined));
  return opening;
}

async function run<T>(mode: IDBTransactionMode, ask: (visits: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  // On the disk before it counts as kept: the browser may be killed at any moment.
  const transaction = database.transaction('visits', mode, { durability: 'strict' });
  return new Promise((resolve, reject) => {
    const request = ask(transaction.objectStore('visits'));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? new Error('the browser kept nothing'));
  });
}

export async function keepVisit(visit: KeptVisit): Promise<void> {
  await run('readwrite', (visits) => visits.put(visit));
}

/** Writes down what became of a visit, in one step; one that was put away meanwhile, in another window, stays away. */
export async function settleVisit(key: string, change: Pick<KeptVisit, 'state' | 'why'>): Promise<void> {
  await run('readwrite', (visits) => {
    const asked = visits.get(key) as IDBRequest<KeptVisit | undefined>;
    asked.onsuccess = () => asked.result !== undefined && visits.put({ ...asked.result, ...change });
    return asked;
  });
}

export async function forgetVisit({ key }: Pick<KeptVisit, 'key'>): Promise<void> {
  await run('readwrite', (visits) => visits.delete(key));
}

/** What this person wrote down here and has not put away, the first first. */
export async function listVisits(owner: string): Promise<KeptVisit[]> {
  const all = await run('readonly', (visits) => visits.getAll() as IDBRequest<KeptVisit[]>);
  return all
    .filter((visit) => visit.owner === owner)
    .toSorted((one, other) => (one.keptAt < other.keptAt ? -1 : 1));
}
