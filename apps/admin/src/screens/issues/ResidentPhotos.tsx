import { ActionButton } from '@tongxin/web/action-button';
import { useText } from '@tongxin/web/locale';
import { useState } from 'react';
import { issuesText } from '../../text/issues.ts';
import { Photos } from '../../ui/PhotoField.tsx';

/** What the resident sent along, opened on purpose: each opening is in the resident's list of readings. */
export function ResidentPhotos({ ids }: { ids: readonly string[] }) {
  const t = useText(issuesText).photos;
  const [open, setOpen] = useState(false);
  if (ids.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t.title(ids.length)}</h2>
      {open ? (
        <Photos ids={ids} />
      ) : (
        <>
          <p className="gap-below">{t.lead}</p>
          <ActionButton onClick={() => setOpen(true)}>{t.open}</ActionButton>
        </>
      )}
    </section>
  );
}
