import type { Outputs } from '../../api.ts';

type DoorList = Outputs['events']['doorList'];
type Outcome = Outputs['events']['recordScans'][number]['outcome'];

/** Who stands at the door with this device, as the house last said. */
export type Keeper = { accountId: string; name: string };
/** The list of one door as one account may see it. */
export type Loaded = { accountId: string; eventId: string; loadedAt: string; list: DoorList };

/** One member's code at one door, scanned by one account. */
export type Scan = {
  accountId: string;
  eventId: string;
  /** By what the list of this door knows the code. */
  mark: string;
  /** The code itself, until the house has answered. */
  code: string | null;
  at: string;
  /** `waiting` until the house has answered what became of it. */
  outcome: 'waiting' | Outcome;
  /** Of whom, when the list of this account tells. */
  name: string | null;
};

/** What the device keeps for its doors, room by room. */
type Rooms = { lists: Loaded; scans: Scan; facts: { key: 'keeper' } & Keeper };
type Room = keyof Rooms;

const keyPaths: Record<Room, string | string[]> = {
  lists: ['accountId', 'eventId'],
  scans: ['accountId', 'eventId', 'mark'],
  facts: 'key',
};

let opening: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('tongxin-door', 2);
    request.onupgradeneeded = () => {
      const { result } = request;
      for (const old of result.objectStoreNames) result.deleteObjectStore(old);
      for (const [room, keyPath] of Object.entries(keyPaths)) result.createObjectStore(room, { keyPath });
    };
    request.onsuccess = () => {
      // A newer version in another window is not held up by this one.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error ?? new Error('the browser keeps nothing'));
  });
  // A browser that refuses today (private window, full disk) may not tomorrow.
  opening.catch(() => (opening = undefined));
  return opening;
}

async function within<Answer>(
  rooms: Room | Room[],
  mode: IDBTransactionMode,
  work: (tx: IDBTransaction) => IDBRequest<Answer> | undefined,
): Promise<Answer | undefined> {
  const database = await open();
  // On the disk before it counts as kept: the browser may be killed at any moment.
  const tx = database.transaction(rooms, mode, { durability: 'strict' });
  return new Promise((resolve, reject) => {
    const request = work(tx);
    tx.oncomplete = () => resolve(request?.result);
    tx.onabort = () => reject(tx.error ?? new Error('the browser kept nothing'));
  });
}

export async function keep<R extends Room>(room: R, record: Rooms[R]): Promise<void> {
  await within(room, 'readwrite', (tx) => tx.objectStore(room).put(record));
}

export async function find<R extends Room>(room: R, key: string | string[]): Promise<Rooms[R] | undefined> {
  return within(room, 'readonly', (tx) => tx.objectStore(room).get(key) as IDBRequest<Rooms[R] | undefined>);
}

/** All records of a room, in the order of their keys. */
export async function all<R extends Room>(room: R): Promise<Rooms[R][]> {
  const found = await within(
    room,
    'readonly',
    (tx) => tx.objectStore(room).getAll() as IDBRequest<Rooms[R][]>,
  );
  return found ?? [];
}

export async function drop(room: Room, key: string | string[]): Promise<void> {
  await within(room, 'readwrite', (tx) => tx.objectStore(room).delete(key));
}

/** Writes what `decide` makes of what lies under this key, in one step; answers what lay there before. */
export async function decideOn<R extends Room>(
  room: R,
  key: string[],
  decide: (before: Rooms[R] | undefined) => Rooms[R] | null,
): Promise<Rooms[R] | undefined> {
  let before: Rooms[R] | undefined;
  await within(room, 'readwrite', (tx) => {
    const objects = tx.objectStore(room);
    const asked = objects.get(key) as IDBRequest<Rooms[R] | undefined>;
    asked.onsuccess = () => {
      before = asked.result;
      const after = decide(before);
      if (after !== null) objects.put(after);
    };
    return undefined;
  });
  return before;
}
