import { all, decideOn, drop, find, keep, type Keeper, type Loaded, type Scan } from './store.ts';

/*
 * What a device keeps for its doors, and for whom. Lists and names are for whoever read them and go when they sign out
 * or somebody else signs in. Scans that the house has not answered yet stay, without names, under the account of whoever
 * scanned them, and only that account ever sends them.
 */
const listDays = 3;
const scanDays = 30;

const day = (count: number) => ({ hours: 24 * count });
const keyOf = ({ accountId, eventId, mark }: Scan) => [accountId, eventId, mark];

/** Whether a scan stands for somebody who is here. */
export const isHere = ({ outcome }: Pick<Scan, 'outcome'>) =>
  outcome === 'waiting' || outcome === 'recorded' || outcome === 'known';

export async function findKeeper(): Promise<Keeper | null> {
  return (await find('facts', 'keeper')) ?? null;
}

/** Remembers who is signed in. Nothing that anybody else has read stays; what they scanned waits for them. */
export async function settleKeeper({ accountId, name }: Keeper): Promise<void> {
  await forgetOthers(accountId);
  await keep('facts', { key: 'keeper', accountId, name });
}

/** After the sign-out: nobody stands at the door, and nothing that was read is left. */
export async function forgetKeeper(): Promise<void> {
  await drop('facts', 'keeper');
  await forgetOthers(null);
}

async function forgetOthers(accountId: string | null): Promise<void> {
  for (const list of await all('lists'))
    if (list.accountId !== accountId) await drop('lists', [list.accountId, list.eventId]);
  for (const scan of await all('scans')) {
    if (scan.accountId === accountId) continue;
    if (scan.outcome === 'waiting') await keep('scans', { ...scan, name: null });
    else await drop('scans', keyOf(scan));
  }
}

export async function keepList(loaded: Loaded): Promise<void> {
  await keep('lists', loaded);
}

export async function findList(accountId: string, eventId: string): Promise<Loaded | undefined> {
  return find('lists', [accountId, eventId]);
}

/** The house says that there is no such door for this account. */
export async function dropList(accountId: string, eventId: string): Promise<void> {
  await drop('lists', [accountId, eventId]);
}

export async function listScans(): Promise<Scan[]> {
  return all('scans');
}

/**
 * Keeps a scan with its moment. Whoever is here already stays with the first moment; a scan that became no fact (another
 * day, a code that was nobody's) makes room for the new one. Answers what lay there before, if it stays.
 */
export async function keepScan(scan: Scan): Promise<Scan | undefined> {
  const before = await decideOn('scans', keyOf(scan), (known) =>
    known !== undefined && isHere(known) ? null : scan,
  );
  return before !== undefined && isHere(before) ? before : undefined;
}

/** Writes down what became of a scan; its code is needed no longer. A newer scan in its place is left alone. */
export async function settleScan(scan: Scan, told: Pick<Scan, 'outcome' | 'name'>): Promise<void> {
  await decideOn('scans', keyOf(scan), (now) =>
    now?.at === scan.at ? { ...scan, code: null, outcome: told.outcome, name: told.name ?? scan.name } : null,
  );
}

export async function forgetScan(scan: Scan): Promise<void> {
  await drop('scans', keyOf(scan));
}

/** How many scans of whoever stands at this device's doors wait; none where the browser keeps nothing. */
export async function countOwnWaiting(): Promise<number> {
  try {
    const keeper = await findKeeper();
    const scans = await all('scans');
    return scans.filter((scan) => scan.accountId === keeper?.accountId && scan.outcome === 'waiting').length;
  } catch {
    return 0;
  }
}

/**
 * A device is lent and lost: lists of events that are over for days go, with what has arrived; and scans that nobody has
 * sent for so long that no list takes them any more.
 */
export async function forgetOld(now: Temporal.Instant): Promise<void> {
  const isOver = (since: string, days: number) =>
    Temporal.Instant.compare(now, Temporal.Instant.from(since).add(day(days))) > 0;
  for (const { accountId, eventId, list } of await all('lists'))
    if (isOver(list.event.endsAt, listDays)) await dropList(accountId, eventId);
  for (const scan of await all('scans'))
    if (isOver(scan.at, scan.outcome === 'waiting' ? scanDays : listDays)) await forgetScan(scan);
}
