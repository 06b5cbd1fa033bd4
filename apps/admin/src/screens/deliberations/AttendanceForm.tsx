import { useText } from '@tongxin/web/locale';
import { client } from '../../api.ts';
import { deliberationsText } from '../../text/deliberations.ts';
import { ChoiceField, CountField } from '../../ui/fields.tsx';
import { SendForm } from '../../ui/SendForm.tsx';
import type { Session } from './SessionScreen.tsx';

const answers = ['yes', 'no', 'leave'] as const;
type Entry = { came: Record<string, (typeof answers)[number]>; residentsPresent: number };

/** Who came: a fact that the host writes down, everybody present until said otherwise. */
export function AttendanceForm({ session }: { session: Session }) {
  const t = useText(deliberationsText).after;
  const allCame = Object.fromEntries(session.invited.map(({ id }) => [id, 'yes' as const]));
  return (
    <section className="panel">
      <h2>{t.one}</h2>
      <SendForm<Entry>
        initial={{ came: allCame, residentsPresent: session.residentSeats - session.seatsLeft }}
        send={({ came, residentsPresent }) =>
          client.deliberations.sessions.hold.mutate({
            id: session.id,
            residentsPresent,
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
        <CountField name="residentsPresent" label={t.residents} hint={t.residentsHint} max={5000} />
      </SendForm>
    </section>
  );
}
