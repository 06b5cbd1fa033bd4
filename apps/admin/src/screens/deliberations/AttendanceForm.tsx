import { useText } from '@tongxin/web/locale';
import { client } from '../../api.ts';
import { deliberationsText } from '../../text/deliberations.ts';
import { ChoiceField, CountField } from '../../ui/fields.tsx';
import { Alert, Checkbox, Form } from 'antd';
import { emptySeats } from '@tongxin/deliberations/rules';
import { SendForm } from '../../ui/SendForm.tsx';
import type { Session } from './SessionScreen.tsx';

const answers = ['yes', 'no', 'leave'] as const;
type Entry = {
  came: Record<string, (typeof answers)[number]>;
  residentsPresent: number;
  fixedSeatsFilled?: string[];
};

/** Who came: a fact that the host writes down, everybody present until said otherwise. */
export function AttendanceForm({ session }: { session: Session }) {
  const t = useText(deliberationsText).after;
  const allCame = Object.fromEntries(session.invited.map(({ id }) => [id, 'yes' as const]));
  return (
    <section className="panel">
      <h2>{t.one}</h2>
      <SendForm<Entry>
        initial={{
          came: allCame,
          residentsPresent: session.residentSeats - session.seatsLeft,
          fixedSeatsFilled: [],
        }}
        send={({ came, residentsPresent, fixedSeatsFilled = [] }) =>
          client.deliberations.sessions.hold.mutate({
            id: session.id,
            residentsPresent,
            fixedSeatsFilled,
            attendance: Object.entries(came).map(([inviteeId, attended]) => ({ inviteeId, attended })),
          })
        }
        label={t.hold}
      >
        <div className="attendance">
          {session.invited.map(({ id, name, sector }) => (
            <ChoiceField
              key={id}
              name={['came', id]}
              label={sector === null ? name : `${name} · ${sector}`}
              options={answers.map((value) => ({ value, label: t.attended[value] }))}
            />
          ))}
        </div>
        {session.fixedSeats.length > 0 && <FixedSeats seats={session.fixedSeats} />}
        <CountField name="residentsPresent" label={t.residents} hint={t.residentsHint} max={5000} />
      </SendForm>
    </section>
  );
}

/** Who always has a seat: ticked by the host; what stays empty is said at once, before it is saved. */
function FixedSeats({ seats }: { seats: readonly string[] }) {
  const t = useText(deliberationsText).after;
  const filled = Form.useWatch<string[] | undefined>('fixedSeatsFilled') ?? [];
  const empty = emptySeats(seats, filled);
  return (
    <>
      <Form.Item name="fixedSeatsFilled" label={t.fixedSeats} extra={t.fixedSeatsHint}>
        <Checkbox.Group options={[...seats]} />
      </Form.Item>
      {empty.length > 0 && (
        <Alert className="gap-below" type="warning" showIcon title={t.emptySeats(empty.join('、'))} />
      )}
    </>
  );
}
