import { publicTexts } from '@tongxin/deliberations/rules';
import { useText } from '@tongxin/web/locale';
import { Form } from 'antd';
import { client } from '../../api.ts';
import { deliberationsText } from '../../text/deliberations.ts';
import { ConfirmFindings } from '../../ui/ConfirmFindings.tsx';
import { TextField } from '../../ui/fields.tsx';
import { MoveButton } from '../../ui/MoveButton.tsx';
import { entryOf, MinutesFields, minutesOf, type MinutesEntry } from './minutes.tsx';
import type { Session } from './SessionScreen.tsx';

type Entry = MinutesEntry & { reason: string; confirmed?: string[] };

/** Corrects what is published; the page shows what it said before, and why it was changed. */
export function CorrectMinutes({ session }: { session: Session }) {
  const t = useText(deliberationsText);
  return (
    <MoveButton<Entry>
      decision={session.may.correct}
      label={t.session.correct}
      lead={t.session.correctLead}
      initial={entryOf(session.minutes[0] ?? null)}
      send={({ reason, confirmed = [], ...entry }) =>
        client.deliberations.sessions.correctMinutes.mutate({
          id: session.id,
          reason,
          confirmed,
          ...minutesOf(entry),
        })
      }
    >
      <MinutesFields />
      <TextField name="reason" label={t.session.reason} hint={t.line.reasonHint} rows={2} max={500} />
      <Findings />
    </MoveButton>
  );
}

function Findings() {
  const summary = Form.useWatch<string | undefined>('summary') ?? '';
  const agreed = Form.useWatch<string | undefined>('agreed') ?? '';
  const notAgreed = Form.useWatch<string | undefined>('notAgreed') ?? '';
  return <ConfirmFindings texts={publicTexts(minutesOf({ summary, agreed, notAgreed }), [])} />;
}
