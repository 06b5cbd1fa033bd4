import { useMutation } from '@tanstack/react-query';
import { ActionButton } from '@tongxin/web/action-button';
import { useLocale, useText } from '@tongxin/web/locale';
import { momentText } from '@tongxin/web/moments';
import { sentenceFor } from '@tongxin/web/refusal';
import { client, type Outputs } from '../../api.ts';
import { messages } from '../../messages.ts';
import { rotasText } from '../../text/rotas.ts';
import { MoveButton } from '../../ui/MoveButton.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { useKeptVisits } from './use-kept-visits.ts';
import { forgetVisit, type KeptVisit } from './visit-queue.ts';

type Submitted = Outputs['issues']['submitAssisted'];
type Props = { onReceipt: (receipt: Submitted) => void };

/** Visitors who were written down without a network: what waits, and what has arrived and wants its receipt handed over. */
export function KeptVisits({ onReceipt }: Props) {
  const t = useText(rotasText).receive;
  const kept = useKeptVisits();
  if (kept.length === 0) return null;
  return (
    <section className="panel narrow" aria-live="polite">
      <h2>{t.kept(kept.length)}</h2>
      <p className="quiet small">{t.keptLead}</p>
      <ul className="plain">
        {kept.map((visit) => (
          <Kept key={visit.key} visit={visit} onReceipt={onReceipt} />
        ))}
      </ul>
    </section>
  );
}

/** The receipt of a matter that arrived: the same as the first time, however often it is asked for. */
async function receiptOf({ parcel }: KeptVisit): Promise<Submitted | null> {
  const told = await client.rotas.receiveParcel.mutate(parcel);
  return 'receipt' in told ? told : null;
}

function Kept({ visit, onReceipt }: Props & { visit: KeptVisit }) {
  const t = useText(rotasText).receive;
  const { locale } = useLocale();
  const asking = useMutation({
    mutationFn: () => receiptOf(visit),
    // Without a network it is said at once; asked again later by itself, it would come when nobody looks.
    networkMode: 'always',
    onSuccess: (receipt) => receipt !== null && onReceipt(receipt),
  });
  const { kind, state, why, keptAt } = visit;
  const putAway = () => forgetVisit(visit);
  return (
    <li>
      <span>
        {kind === 'advice' ? t.advice : t.matter} <span className="quiet">{momentText(keptAt, locale)}</span>
        <div className={state === 'refused' ? 'wrong' : 'quiet'}>
          {state === 'refused' ? sentenceFor(messages, why, locale) : t.keptStates[state]}
        </div>
        {asking.isError && <Problem error={asking.error} />}
      </span>
      <span className="steps">
        {state === 'arrived' && (
          <>
            <ActionButton weight="primary" busy={asking.isPending} onClick={() => asking.mutate()}>
              {t.receipt}
            </ActionButton>
            <MoveButton label={t.handedOver} lead={t.handedOverLead} send={putAway} />
          </>
        )}
        {state === 'refused' && (
          <MoveButton label={t.discard} lead={t.discardLead} weight="danger" send={putAway} />
        )}
      </span>
    </li>
  );
}
