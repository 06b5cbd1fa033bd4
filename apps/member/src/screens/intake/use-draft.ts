import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../../api.ts';
import { isBlank, noFields, type Draft, type IntakeFields } from '../../offline/draft.ts';
import { changedHere } from '../../offline/here.ts';
import { drop, find, keep } from '../../offline/store.ts';
import { useLater } from '../../offline/use-later.ts';

const now = () => Temporal.Now.instant().toString();

type Kept = { at: string } | 'not' | null;

/**
 * The draft of this id: read from the telephone, or begun, and written back shortly after each change and whenever the
 * page is left. `draft` is undefined until it is read, null when what had this id has been sent or belongs to somebody
 * else.
 */
export function useDraft(id: string) {
  const owner = useQuery(api.accounts.me.queryOptions()).data?.account?.accountId;
  const [draft, setDraft] = useState<Draft | null>();
  const [kept, setKept] = useState<Kept>(null);
  const { later, letGo } = useLater(async (next: Draft) => {
    try {
      await (isBlank(next.fields) ? drop('drafts', next.id) : keep('drafts', next));
      setKept({ at: next.savedAt });
      changedHere();
    } catch {
      setKept('not');
    }
  });

  useEffect(() => {
    if (owner === undefined) return;
    void readOrBegin(id, owner).then(setDraft);
    // A draft is not the first thing to go when the telephone is full.
    void navigator.storage?.persist?.().catch(() => false);
  }, [id, owner]);

  function change(part: Partial<IntakeFields>) {
    if (!draft) return;
    const fields = { ...draft.fields, ...part };
    // The person begins to tell it when the first word is written.
    const beganAt = isBlank(draft.fields) ? now() : draft.beganAt;
    const next = { ...draft, fields, beganAt, savedAt: now() };
    setDraft(next);
    later(next);
  }

  return { draft, change, kept, letGo };
}

async function readOrBegin(id: string, owner: string): Promise<Draft | null> {
  const [draft, parcel] = await Promise.all([find('drafts', id), find('parcels', id)]).catch(() => []);
  if (parcel !== undefined || (draft !== undefined && draft.owner !== owner)) return null;
  return draft ?? { id, owner, beganAt: now(), savedAt: now(), fields: noFields };
}
