import { messages as ofMatters } from '@tongxin/issues/messages';
import { messages as ofTurns } from '@tongxin/rotas/messages';
import { useLocale, useText } from '@tongxin/web/locale';
import { momentText } from '@tongxin/web/moments';
import { sentenceFor } from '@tongxin/web/refusal';
import { changedHere } from '../../offline/here.ts';
import { useOnline } from '../../offline/online.ts';
import { sendWaiting, useInFlight } from '../../offline/outbox.ts';
import { mayReopen, reopened, type Parcel } from '../../offline/parcel.ts';
import { move } from '../../offline/store.ts';
import { paths } from '../../paths.ts';
import { intakeText } from '../../text/intake.ts';
import { Go, useGo } from '../../ui/Go.tsx';

const messages = { ...ofMatters, ...ofTurns };

type Props = { parcel: Parcel; onDiscard: () => void };

/** One thing that was sent or waits to be: where it stands and what can be done with it. */
export function ParcelCard({ parcel, onDiscard }: Props) {
  const t = useText(intakeText).list;
  const { locale } = useLocale();
  const go = useGo();
  const online = useOnline();
  const { id, draft, place, state, beganAt, slip } = parcel;
  const isSending = useInFlight(id);
  async function takeBack() {
    const taken = await move({ room: 'parcels', key: id }, 'drafts', (now) => now && reopened(now));
    changedHere();
    if (taken !== undefined) go(paths.draft(id));
  }
  return (
    <li className="card">
      <div>
        <strong className="card-title cut">{slip?.receipt ?? draft?.fields.words}</strong>
        <span className="quiet">
          {place.label} · {t.toldAt(momentText(beganAt, locale))}
        </span>
        {state !== 'arrived' && (
          <p className={state === 'refused' ? 'wrong' : 'state'} role="status">
            <StateOf parcel={parcel} isSending={isSending} />
          </p>
        )}
        <div className="steps">
          {state === 'arrived' && (
            <Go {...paths.slip(id)} className="button button-primary">
              {t.showSlip}
            </Go>
          )}
          {state === 'waiting' && online && (
            <button
              type="button"
              className="button"
              aria-disabled={isSending}
              onClick={() => void sendWaiting().catch(() => undefined)}
            >
              {t.sendNow}
            </button>
          )}
          {mayReopen(parcel) && (
            <button type="button" className="button" onClick={() => void takeBack()}>
              {t.takeBack}
            </button>
          )}
          {state !== 'arrived' && (
            <button type="button" className="button button-danger" onClick={onDiscard}>
              {t.discard}
            </button>
          )}
        </div>
      </div>
    </li>
  );
}

/** Why it is still here, in a sentence. */
function StateOf({ parcel: { state, tried, why }, isSending }: { parcel: Parcel; isSending: boolean }) {
  const t = useText(intakeText).list;
  const { locale } = useLocale();
  if (isSending) return t.sending;
  if (state === 'refused') return sentenceFor(messages, why, locale);
  if (why === 'web.signed_out') return t.signIn;
  if (why === 'web.too_many') return t.busy;
  return tried ? `${t.willSend} ${t.maybeThere}` : t.willSend;
}
