import { Link } from '@tanstack/react-router';
import { useText } from '@tongxin/web/locale';
import { Form } from 'antd';
import { client } from '../../api.ts';
import { paths } from '../../paths.ts';
import { deliberationsText } from '../../text/deliberations.ts';
import { TextField } from '../../ui/fields.tsx';
import { isOffered, MoveButton } from '../../ui/MoveButton.tsx';
import { CorrectMinutes } from './CorrectMinutes.tsx';
import { InTheWay } from './InTheWay.tsx';
import type { Session } from './SessionScreen.tsx';
import { clockOf, endOf, startOf, type Time } from './time.ts';
import { TimeFields } from './TimeFields.tsx';

/** What the hall's host does with the session: prints its sheet, moves or cancels it, writes down what came of it. */
export function SessionSteps({ session }: { session: Session }) {
  const t = useText(deliberationsText).session;
  const { id, may } = session;
  const writes = isOffered(may.hold) || isOffered(may.save_minutes) || isOffered(may.publish);
  if (!writes && !isOffered(may.postpone) && !isOffered(may.correct)) return null;
  const hasBegun = Temporal.Instant.compare(Temporal.Now.instant(), session.startsAt) >= 0;
  return (
    <section className="panel">
      <h2>{t.steps}</h2>
      <div className="steps">
        {writes && hasBegun && (
          <Link className="button button-primary" {...paths.afterSession(id)}>
            {t.afterwards}
          </Link>
        )}
        <Link className={hasBegun ? 'button' : 'button button-primary'} {...paths.runSheet(id)}>
          {t.runSheet}
        </Link>
        <Postpone session={session} />
        <CorrectMinutes session={session} />
        <MoveButton<{ reason: string }>
          decision={may.cancel}
          label={t.cancel}
          lead={t.cancelLead}
          weight="danger"
          send={(entry) => client.deliberations.sessions.cancel.mutate({ id, ...entry })}
        >
          <TextField name="reason" label={t.reason} hint={t.reasonHint} rows={3} max={500} />
        </MoveButton>
      </div>
    </section>
  );
}

type Entry = Time & { reason: string };

function Postpone({ session }: { session: Session }) {
  const t = useText(deliberationsText).session;
  const [form] = Form.useForm<Entry>();
  const lasts = Temporal.Instant.from(session.startsAt).until(session.endsAt).total('minutes');
  return (
    <MoveButton<Entry>
      form={form}
      decision={session.may.postpone}
      label={t.postpone}
      lead={t.postponeLead}
      initial={{ start: clockOf(session.startsAt), minutes: lasts }}
      send={({ reason, ...time }) =>
        client.deliberations.sessions.postpone.mutate({
          id: session.id,
          reason,
          startsAt: startOf(time),
          endsAt: endOf(time),
        })
      }
      explain={(error) => <InTheWay error={error} onPick={(start) => form.setFieldValue('start', start)} />}
    >
      <TimeFields />
      <TextField name="reason" label={t.reason} hint={t.reasonHint} rows={3} max={500} />
    </MoveButton>
  );
}
