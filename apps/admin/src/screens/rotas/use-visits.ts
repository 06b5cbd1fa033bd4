import { useQuery } from '@tanstack/react-query';
import { mayWriteDown, ReceiveAdvice, ReceiveIssue, sealVisit } from '@tongxin/rotas/rules';
import { refusedBy } from '@tongxin/web/refusal';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import type { Turn } from './TurnScreen.tsx';
import { useOwner } from './use-kept-visits.ts';
import { keepVisit } from './visit-queue.ts';

type Submitted = Outputs['issues']['submitAssisted'];
export type Visit =
  | { kind: 'advice'; visit: Inputs['rotas']['receiveAdvice'] }
  | { kind: 'matter'; visit: Inputs['rotas']['receiveIssue'] };

/** What the form throws when it cannot be kept; the same shape as a refused call. */
class NotReady extends Error {
  readonly data: { refusal: string; facts: object; fields: Record<string, string[]> };
  constructor(refusal: string, fields: Record<string, string[]> = {}) {
    super(refusal);
    this.data = { refusal, facts: {}, fields };
  }
}

/** Looks at a visit with the house's own rules, so that what is locked away is not refused when it is opened. */
function check({ kind, visit }: Visit, { startsAt, endsAt }: Turn): void {
  const read = (kind === 'advice' ? ReceiveAdvice : ReceiveIssue).safeParse(visit);
  if (!read.success) {
    const fields: Record<string, string[]> = {};
    for (const { path, message } of read.error.issues) {
      const name = path[0] === 'issue' ? path.slice(1) : path;
      fields[name.join('.')] = [message];
    }
    throw new NotReady('input.fields', fields);
  }
  const turn = { startsAt: Temporal.Instant.from(startsAt), endsAt: Temporal.Instant.from(endsAt) };
  const decision = mayWriteDown(turn, read.data, Temporal.Now.instant());
  if (!decision.allowed) throw new NotReady(decision.code);
}

function sendNow({ kind, visit }: Visit): Promise<Submitted | { id: string }> {
  return kind === 'advice'
    ? client.rotas.receiveAdvice.mutate(visit)
    : client.rotas.receiveIssue.mutate(visit);
}

type Lock = Outputs['rotas']['deskKey'] & { by: string };

/** Locks a visit for the house and keeps it in this browser. */
async function lockAway(visit: Visit, lock: Lock): Promise<void> {
  const parcel = await sealVisit(visit, lock);
  const { key, turnId, by: owner } = parcel;
  const keptAt = Temporal.Now.instant().toString();
  await keepVisit({ key, turnId, owner, kind: visit.kind, keptAt, parcel, state: 'waiting', why: null });
}

/** Recording visitors at a turn: at once, or locked and kept when there is no network. Answers null for one that was kept. */
export function useRecording(turn: Turn): (visit: Visit) => Promise<Submitted | { id: string } | null> {
  const by = useOwner();
  // Read while there is a network, for when there is none.
  const { data: deskKey } = useQuery({ ...api.rotas.deskKey.queryOptions(), staleTime: Infinity });
  return async (visit) => {
    try {
      return await sendNow(visit);
    } catch (error) {
      if (refusedBy(error).code !== 'web.offline' || deskKey === undefined) throw error;
      check(visit, turn);
      await lockAway(visit, { ...deskKey, by });
      return null;
    }
  };
}
