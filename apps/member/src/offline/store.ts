import type { Draft } from './draft.ts';
import type { Parcel } from './parcel.ts';

/** An answer of the server as it was read last; `at` is when, in milliseconds. */
type Read = { key: string; queryKey: readonly unknown[]; data: unknown; at: number };
/** Whose telephone this is at the moment, where they last wrote something down, and what a form holds that is not sent. */
type Fact =
  | { key: 'owner'; accountId: string; name: string }
  | { key: 'places'; recent: { code: string; label: string }[] }
  | Unsent;

/** Words of a form that is not sent yet, and photos that the server has and no matter. */
export type Unsent = { key: `unsent:${string}`; words: string; photoIds: string[] };

/** What this telephone keeps, room by room, each record under its key. */
type Rooms = { reads: Read; drafts: Draft; parcels: Parcel; facts: Fact };
export type Room = keyof Rooms;

const keyPaths: Record<Room, string> = { reads: 'key', drafts: 'id', parcels: 'id', facts: 'key' };

let opening: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opening ??= new Promise((settle, fail) => {
    const request = indexedDB.open('tongxin-member', 1);
    request.addEventListener('upgradeneeded', () => {
      for (const [room, keyPath] of Object.entries(keyPaths))
        request.result.createObjectStore(room, { keyPath });
    });
    request.addEventListener('success', () => settle(request.result));
    request.addEventListener('error', () => fail(request.error ?? new Error('no place to keep things')));
  });
  // A browser that refuses today (private window, full disk) may not tomorrow.
  opening.catch(() => (opening = undefined));
  return opening;
}

let isShut = false;

/** From now on this window writes nothing: whose it was has left. */
export function shut(): void {
  isShut = true;
}

async function within<Answer>(
  rooms: Room | Room[],
  mode: IDBTransactionMode,
  work: (tx: IDBTransaction) => IDBRequest<Answer> | undefined,
): Promise<Answer | undefined> {
  if (isShut && mode === 'readwrite') return undefined;
  const database = await open();
  return new Promise((settle, fail) => {
    // Strict: what is said to be kept lies on the disk, also when the telephone goes out the next moment.
    const tx = database.transaction(rooms, mode, { durability: 'strict' });
    const request = work(tx);
    tx.addEventListener('complete', () => settle(request?.result));
    tx.addEventListener('abort', () => fail(tx.error ?? new Error('it could not be kept')));
  });
}

/** Keeps a record, in place of the one with the same key. It is on the disk when this is done. */
export async function keep<R extends Room>(room: R, record: Rooms[R]): Promise<void> {
  await within(room, 'readwrite', (tx) => tx.objectStore(room).put(record));
}

export async function find<R extends Room>(room: R, key: string): Promise<Rooms[R] | undefined> {
  return within(room, 'readonly', (tx) => tx.objectStore(room).get(key) as IDBRequest<Rooms[R] | undefined>);
}

/** All records of a room, in the order of their keys. */
export async function list<R extends Room>(room: R): Promise<Rooms[R][]> {
  const found = await within(
    room,
    'readonly',
    (tx) => tx.objectStore(room).getAll() as IDBRequest<Rooms[R][]>,
  );
  return found ?? [];
}

/** Takes a record out, if it may go as it stands at this moment; answers what went. */
export async function drop<R extends Room>(
  room: R,
  key: string,
  may: (record: Rooms[R]) => boolean = () => true,
): Promise<Rooms[R] | undefined> {
  return exchange({ room, key }, (record, store) => {
    if (record === undefined || !may(record)) return undefined;
    store(room).delete(key);
    return record;
  });
}

/**
 * Puts what `change` makes of a record in its place; nobody else writes in between. Nothing is written when it is gone or
 * `change` answers nothing. Answers what was put.
 */
export async function replace<R extends Room>(
  room: R,
  key: string,
  change: (record: Rooms[R]) => Rooms[R] | undefined,
): Promise<Rooms[R] | undefined> {
  return exchange({ room, key }, (record, store) => {
    const next = record && change(record);
    if (next !== undefined) store(room).put(next);
    return next;
  });
}

/** Takes a record out of one room and puts what `change` makes of it into another: both, or neither when that is nothing. */
export async function move<From extends Room, To extends Room>(
  from: { room: From; key: string },
  to: To,
  change: (record: Rooms[From] | undefined) => Rooms[To] | undefined,
): Promise<Rooms[To] | undefined> {
  return exchange(
    from,
    (record, store) => {
      const next = change(record);
      if (next === undefined) return undefined;
      store(to).put(next);
      store(from.room).delete(from.key);
      return next;
    },
    to,
  );
}

/** Reads a record and does what follows from it in the same transaction; answers what `work` does. */
async function exchange<R extends Room, Answer>(
  { room, key }: { room: R; key: string },
  work: (record: Rooms[R] | undefined, store: (room: Room) => IDBObjectStore) => Answer,
  ...others: Room[]
): Promise<Answer | undefined> {
  let answer: Answer | undefined;
  await within([room, ...others], 'readwrite', (tx) => {
    const request = tx.objectStore(room).get(key) as IDBRequest<Rooms[R] | undefined>;
    request.addEventListener('success', () => {
      answer = work(request.result, (one) => tx.objectStore(one));
    });
    return request;
  });
  return answer;
}

/** Empties these rooms, all or none. */
export async function empty(...rooms: Room[]): Promise<void> {
  await within(rooms, 'readwrite', (tx) => {
    for (const room of rooms) tx.objectStore(room).clear();
    return undefined;
  });
}
