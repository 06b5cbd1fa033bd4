import { refusedBy } from '@tongxin/web/refusal';
import type { Draft } from './draft.ts';
import { arrived, notArrived, type Parcel } from './parcel.ts';
import { replace } from './store.ts';

type Slip = NonNullable<Parcel['slip']>;

const now = () => Temporal.Now.instant().toString();

/**
 * Sends a parcel as it lies in the store at this moment, and writes back what became of it; answers that, or nothing
 * when there was nothing to send or nowhere to write. What was discarded, taken back or left to nobody since it was
 * listed is not sent; what went meanwhile, with whoever signed out, is not put back by the answer.
 */
export async function deliver(
  { id, owner }: Pick<Parcel, 'id' | 'owner'>,
  submit: (draft: Draft) => Promise<Slip>,
): Promise<Parcel | undefined> {
  const tried = await replace('parcels', id, (parcel) =>
    parcel.state === 'waiting' && parcel.owner === owner ? { ...parcel, tried: true } : undefined,
  );
  if (tried === undefined || tried.draft === null) return undefined;
  const after = await submit(tried.draft).then(
    (slip) => (parcel: Parcel) => arrived(parcel, slip, now()),
    (error: unknown) => (parcel: Parcel) => notArrived(parcel, refusedBy(error).code),
  );
  return replace('parcels', id, after);
}
