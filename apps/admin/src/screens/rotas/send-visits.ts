import { refusedBy } from '@tongxin/web/refusal';
import { client } from '../../api.ts';
import { forgetVisit, listVisits, settleVisit, type KeptVisit } from './visit-queue.ts';

let sending = false;

/**
 * Sends what this person wrote down without a network, the first first; sent twice, each is one line all the same. One
 * round at a time. Answers whether there was anything to send.
 */
export async function sendVisits(owner: string): Promise<boolean> {
  if (sending) return false;
  sending = true;
  try {
    const waiting = (await listVisits(owner)).filter(({ state }) => state === 'waiting');
    for (const visit of waiting) if (!(await sendOne(visit))) break;
    return waiting.length > 0;
  } finally {
    sending = false;
  }
}

/** Sends one; answers whether it is worth going on with the next. */
async function sendOne({ key, kind, parcel }: KeptVisit): Promise<boolean> {
  try {
    await client.rotas.receiveParcel.mutate(parcel);
  } catch (error) {
    const { code } = refusedBy(error);
    const { state, goesOn } = afterFailure(code);
    await settleVisit(key, { state, why: code });
    return goesOn;
  }
  // Advice is done with; a matter stays, locked, until its receipt has been handed over.
  await (kind === 'advice' ? forgetVisit({ key }) : settleVisit(key, { state: 'arrived', why: null }));
  return true;
}

const stopping: readonly (string | null)[] = [
  'web.offline',
  'web.signed_out',
  'web.too_many',
  'rotas.parcel_owner',
];

/** What a failed sending means for the visit and for those behind it. */
export function afterFailure(code: string | null): { state: KeptVisit['state']; goesOn: boolean } {
  // No network, no sign-in or somebody else's: the next would fare the same.
  if (stopping.includes(code)) return { state: 'waiting', goesOn: false };
  // A fault of the house has no code: this one is sent again later, and holds up nobody else.
  return { state: code === null ? 'waiting' : 'refused', goesOn: true };
}
