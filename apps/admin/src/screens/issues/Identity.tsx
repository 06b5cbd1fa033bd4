import { lengths } from '@tongxin/issues/rules';
import { ActionButton } from '@tongxin/web/action-button';
import { useText } from '@tongxin/web/locale';
import { useState } from 'react';
import { client, type Outputs } from '../../api.ts';
import { issuesText } from '../../text/issues.ts';
import { Facts } from '../../ui/Facts.tsx';
import { TextField } from '../../ui/fields.tsx';
import { MoveButton } from '../../ui/MoveButton.tsx';
import type { Issue } from './IssueScreen.tsx';

type Contact = Outputs['issues']['reveal'];

/** Who the resident is, opened for a reason that the resident reads; gone again with one click or the page. */
export function Identity({ issue }: { issue: Issue }) {
  const t = useText(issuesText).identity;
  const [contact, setContact] = useState<Contact>();
  return (
    <section className="panel">
      <h2>{t.title}</h2>
      {!issue.contactKept && <p className="quiet">{t.none}</p>}
      {issue.contactKept && contact === undefined && (
        <>
          <p className="gap-below">{t.kept}</p>
          <MoveButton<{ reason: string }>
            decision={issue.may.reveal}
            label={t.open}
            lead={t.kept}
            send={async ({ reason }) =>
              setContact(await client.issues.reveal.mutate({ id: issue.id, reason }))
            }
          >
            <TextField name="reason" label={t.reason} hint={t.reasonHint} rows={2} max={lengths.reason} />
          </MoveButton>
        </>
      )}
      {contact !== undefined && (
        <>
          <Facts
            facts={[
              [t.name, contact.name],
              [t.phone, contact.phone],
              [t.address, contact.address],
            ]}
          />
          <ActionButton onClick={() => setContact(undefined)}>{t.hide}</ActionButton>
        </>
      )}
    </section>
  );
}
