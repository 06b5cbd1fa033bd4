import { useMutation } from '@tanstack/react-query';
import { ActionButton } from '@tongxin/web/action-button';
import { useLocale, useText } from '@tongxin/web/locale';
import { momentText } from '@tongxin/web/moments';
import { sentenceFor } from '@tongxin/web/refusal';
import type { Outputs } from '../../api.ts';
import { messages } from '../../messages.ts';
import { rotasText } from '../../text/rotas.ts';
import { Problem } from '../../ui/Problem.tsx';
import type { useVisits } from './use-visits.ts';
import type { KeptVisit } from './visit-queue.ts';

type Props = Pick<ReturnType<typeof useVisits>, 'kept' | 'receiptOf' | 'putAway'> & {
  onReceipt: (receipt: Outputs['issues']['submitAssisted']) => void;
};

/** Visitors who were written down without a network: what waits, and what has arrived and wants its receipt handed over. */
export function KeptVisits({ kept, ...rest }: Props) {
  const t = useText(rotasText).receive;
  if (kept.length === 0) return null;
  return (
    <section className="panel narrow" aria-live="polite">
      <h2>{t.kept(kept.length)}</h2>
      <p className="quiet small">{t.keptLead}</p>
      <ul className="plain">
        {kept.map((visit) => (
          <Kept key={visit.key} visit={visit} {...rest} />
        ))}
      </ul>
    </section>
  );
}

function Kept({ visit, receiptOf, putAway, onReceipt }: Omit<Props, 'kept'> & { visit: KeptVisit }) {
  const t = useText(rotasText).receive;
  const { locale } = useLocale();
  const asking = useMutation({
    mutationFn: () => receiptOf(visit),
    onSuccess: (receipt) => receipt !== null && onReceipt(receipt),
  });
  const { kind, state, why, keptAt } = visit;
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
          <ActionButton weight="primary" busy={asking.isPending} onClick={() => asking.mutate()}>
            {t.receipt}
          </ActionButton>
        )}
        {state !== 'waiting' && (
          <ActionButton onClick={() => void putAway(visit)}>
            {state === 'arrived' ? t.handedOver : t.discard}
          </ActionButton>
        )}
      </span>
    </li>
  );
}
