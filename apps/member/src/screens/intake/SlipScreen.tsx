import { ActionButton } from '@tongxin/web/action-button';
import { useLocale, useText } from '@tongxin/web/locale';
import { momentText } from '@tongxin/web/moments';
import { changedHere, useMine } from '../../offline/here.ts';
import { drop } from '../../offline/store.ts';
import { paths } from '../../paths.ts';
import { intakeText } from '../../text/intake.ts';
import { shellText } from '../../text/shell.ts';
import { Go, useGo } from '../../ui/Go.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Waiting } from '../../ui/Waiting.tsx';

/** What the person takes along: the receipt and the PIN. It stays on the telephone until it has been handed over. */
export function SlipScreen({ id }: { id: string }) {
  const t = useText(intakeText).slip;
  const shell = useText(shellText);
  const { locale } = useLocale();
  const go = useGo();
  const { parcels } = useMine();
  const back = <Go {...paths.writeDown()}>{t.back}</Go>;
  if (parcels === undefined) return <Waiting />;
  const parcel = parcels.find((one) => one.id === id);
  if (!parcel?.slip) {
    return (
      <>
        <PageHead title={t.title} back={back} />
        <p className="empty">{t.gone}</p>
      </>
    );
  }
  async function handOver() {
    await drop('parcels', id);
    changedHere();
    go(paths.writeDown(), { replace: true });
  }
  return (
    <>
      <PageHead title={t.title} back={back} lead={t.lead} />
      <article className="paper">
        <p>
          <strong>{shell.product}</strong> · {momentText(parcel.arrivedAt ?? parcel.packedAt, locale)}
        </p>
        <p>{t.place(parcel.place.label)}</p>
        <h2>{t.receipt}</h2>
        <p className="paper-number">{parcel.slip.receipt}</p>
        <h2>{t.pin}</h2>
        <p className="paper-number">{parcel.slip.pin}</p>
        <p>{t.how}</p>
        <p>{t.keep}</p>
        <p className="quiet">{t.not}</p>
      </article>
      <div className="steps steps-in-reach">
        <ActionButton weight="primary" onClick={() => void handOver()}>
          {t.handedOver}
        </ActionButton>
        <ActionButton onClick={() => window.print()}>{shell.print}</ActionButton>
      </div>
    </>
  );
}
