import type { Draft } from './draft.ts';

/**
 * What a member has sent: waiting for the network, arrived with its receipt, or refused with the reason. The person's
 * words and contact details are in it only until they have arrived.
 */
export type Parcel = {
  id: string;
  owner: string;
  beganAt: string;
  /** When the member pressed send. */
  packedAt: string;
  place: { code: string; label: string };
  state: 'waiting' | 'arrived' | 'refused';
  /** What is sent; null once it has arrived. */
  draft: Draft | null;
  /** Whether the server may have it already: an attempt whose answer never came. */
  tried: boolean;
  /** Why it waits or was refused, as a code. */
  why: string | null;
  slip: { receipt: string; pin: string } | null;
  arrivedAt: string | null;
};

/** Makes a parcel of a finished draft. */
export function pack(draft: Draft, place: Parcel['place'], now: string): Parcel {
  const { id, owner, beganAt } = draft;
  return {
    id,
    owner,
    beganAt,
    packedAt: now,
    place,
    state: 'waiting',
    draft,
    tried: false,
    why: null,
    slip: null,
    arrivedAt: null,
  };
}

/** It has arrived: the receipt stays for the person, what they said leaves the telephone. */
export function arrived(
  parcel: Parcel,
  { receipt, pin }: { receipt: string; pin: string },
  now: string,
): Parcel {
  return {
    ...parcel,
    state: 'arrived',
    draft: null,
    why: null,
    slip: { receipt, pin },
    arrivedAt: now,
  };
}

/** Answers that say nothing about what was sent: it is sent again later. A fault of the server has no code. */
const passing: readonly (string | null)[] = [null, 'web.offline', 'web.signed_out', 'web.too_many'];

/** It did not arrive: it goes on waiting, or it was refused for good and its writer has to look at it. */
export function notArrived(parcel: Parcel, code: string | null): Parcel {
  if (passing.includes(code)) return { ...parcel, why: code };
  // The server has told that nothing of it was kept.
  return { ...parcel, state: 'refused', tried: false, why: code };
}

/** Whether it may be written anew. What the server may have already is only sent again, never changed. */
export function mayReopen({ state, tried, draft }: Parcel): boolean {
  return draft !== null && (state === 'refused' || (state === 'waiting' && !tried));
}

/** The draft that a parcel becomes again, or nothing when it may not be written anew. What its turn refused is told without the turn. */
export function reopened(parcel: Parcel): Draft | undefined {
  if (parcel.draft === null || !mayReopen(parcel)) return undefined;
  const { turnId: _, ...alone } = parcel.draft;
  return parcel.why?.startsWith('rotas.') ? alone : parcel.draft;
}
