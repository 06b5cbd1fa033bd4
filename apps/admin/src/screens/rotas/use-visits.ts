import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ReceiveAdvice, ReceiveIssue, sealVisit } from '@tongxin/rotas/rules';
import { refusedBy } from '@tongxin/web/refusal';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { forgetVisit, keepVisit, listVisits, type KeptVisit } from './visit-queue.ts';

const retryMs = 15_000;
/** Answers that say nothing about what was sent: it is sent again later. A fault of the house has no code. */
const passing: readonly (string | null)[] = [null, 'web.offline', 'web.signed_out', 'web.too_many'];

type Submitted = Outputs['issues']['submitAssisted'];
export type Visit =
  | { kind: 'advice'; visit: Inputs['rotas']['receiveAdvice'] }
  | { kind: 'matter'; visit: Inputs['rotas']['receiveIssue'] };

/** What the form throws when it cannot be kept; the same shape as a refused call. */
class NotReady extends Error {
  readonly data: { refusal: string; facts: object; fields: Record<string, string[]> };
  constructor(fields: Record<string, string[]>) {
    super('input.fields');
    this.data = { refusal: 'input.fields', facts: {}, fields };
  }
}

/** Looks at a visit with the house's own rules, so that what is locked away is not refused when it is opened. */
function check({ kind, visit }: Visit): void {
  const read = (kind === 'advice' ? ReceiveAdvice : ReceiveIssue).safeParse(visit);
  const fields: Record<string, string[]> = {};
  for (const { path, message } of read.error?.issues ?? []) {
    const name = path[0] === 'issue' ? path.slice(1) : path;
    fields[name.join('.')] = [message];
  }
  if (Object.keys(fields).length > 0) throw new NotReady(fields);
}

function sendNow({ kind, visit }: Visit): Promise<Submitted | { id: string }> {
  return kind === 'advice'
    ? client.rotas.receiveAdvice.mutate(visit)
    : client.rotas.receiveIssue.mutate(visit);
}

/** Checks a visit, locks it for the house and keeps it in this browser. */
async function lockAway(visit: Visit, deskKey: Outputs['rotas']['deskKey'], owner: string): Promise<void> {
  check(visit);
  const parcel = await sealVisit(visit, deskKey);
  const { key, turnId } = parcel;
  const keptAt = Temporal.Now.instant().toString();
  await keepVisit({ key, turnId, owner, kind: visit.kind, keptAt, parcel, state: 'waiting', why: null });
}

/** Visitors at the desk: recorded at once, or locked and kept when there is no network and sent when it is back. */
export function useVisits() {
  const owner = useQuery(api.accounts.me.queryOptions()).data?.account?.accountId ?? '';
  // Read while there is a network, for when there is none.
  const { data: deskKey } = useQuery({ ...api.rotas.deskKey.queryOptions(), staleTime: Infinity });
  const queries = useQueryClient();
  const [kept, setKept] = useState<KeptVisit[]>([]);
  const sending = useRef(false);
  const reread = useCallback(async () => setKept(owner === '' ? [] : await listVisits(owner)), [owner]);

  const send = useCallback(async () => {
    if (sending.current || owner === '') return;
    sending.current = true;
    try {
      const waiting = (await listVisits(owner)).filter(({ state }) => state === 'waiting');
      if (waiting.length === 0) return;
      for (const visit of waiting) if (!(await sendOne(visit))) break;
      await queries.invalidateQueries({ queryKey: api.rotas.get.pathKey() });
    } finally {
      sending.current = false;
      await reread();
    }
  }, [owner, queries, reread]);

  useEffect(() => {
    const again = () => void send().catch(() => undefined);
    void reread().then(again, () => undefined);
    window.addEventListener('online', again);
    const timer = setInterval(again, retryMs);
    return () => {
      window.removeEventListener('online', again);
      clearInterval(timer);
    };
  }, [reread, send]);

  /** Records a visit; null when it was kept for later. */
  const record = async (visit: Visit): Promise<Submitted | { id: string } | null> => {
    try {
      return await sendNow(visit);
    } catch (error) {
      if (refusedBy(error).code !== 'web.offline' || deskKey === undefined) throw error;
      await lockAway(visit, deskKey, owner);
      await reread();
      return null;
    }
  };

  /** The receipt of a matter that arrived: the same as the first time, however often it is asked for. */
  const receiptOf = async (visit: KeptVisit): Promise<Submitted | null> => {
    const told = await client.rotas.receiveParcel.mutate(visit.parcel);
    return 'receipt' in told ? told : null;
  };
  const putAway = async (visit: KeptVisit) => {
    await forgetVisit(visit);
    await reread();
  };
  return { kept, record, receiptOf, putAway };
}

/** Sends one; answers whether it is worth going on with the next. */
async function sendOne(visit: KeptVisit): Promise<boolean> {
  try {
    await client.rotas.receiveParcel.mutate(visit.parcel);
  } catch (error) {
    const { code } = refusedBy(error);
    const waits = passing.includes(code);
    await keepVisit({ ...visit, state: waits ? 'waiting' : 'refused', why: code });
    return !waits;
  }
  // Advice is done with; a matter stays, locked, until its receipt has been handed over.
  await (visit.kind === 'advice' ? forgetVisit(visit) : keepVisit({ ...visit, state: 'arrived', why: null }));
  return true;
}
