import { useText } from '@tongxin/web/locale';
import { Alert, Form } from 'antd';
import { useState } from 'react';
import { client, type Outputs } from '../../api.ts';
import { deliberationsText } from '../../text/deliberations.ts';
import { Marked } from '../../ui/PersonalParts.tsx';
import { SendForm } from '../../ui/SendForm.tsx';
import { entryOf, MinutesFields, minutesOf, type MinutesEntry } from './minutes.tsx';

type Props = {
  sessionId: string;
  draft: Outputs['deliberations']['sessions']['draft'];
  onUnsaved: (unsaved: boolean) => void;
};

/** The minutes while they are written; only the hall's host and the county office read them until they are published. */
export function MinutesForm({ sessionId, draft, onUnsaved }: Props) {
  const t = useText(deliberationsText).after;
  const [saved, setSaved] = useState(false);
  return (
    <section className="panel">
      <h2>{t.two}</h2>
      <SendForm<MinutesEntry>
        initial={entryOf(draft)}
        send={(entry) =>
          client.deliberations.sessions.saveMinutes.mutate({ id: sessionId, ...minutesOf(entry) })
        }
        onChange={() => {
          setSaved(false);
          onUnsaved(true);
        }}
        onSent={() => {
          setSaved(true);
          onUnsaved(false);
        }}
        label={t.save}
      >
        <MinutesFields />
        <Suspect />
      </SendForm>
      {saved && <Alert type="success" showIcon title={t.saved} role="status" />}
    </section>
  );
}

/** What may point to a person, marked while it is written; publishing asks about each piece. */
function Suspect() {
  const all = [
    Form.useWatch<string | undefined>('summary'),
    Form.useWatch<string | undefined>('agreed'),
    Form.useWatch<string | undefined>('notAgreed'),
  ];
  return <Marked texts={all} />;
}
