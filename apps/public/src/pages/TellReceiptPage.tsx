import { Layout } from '../frame/Layout.tsx';
import type { Drawn } from '../frame/visit.ts';
import { links } from '../links.ts';

export type TellReceiptContent = {
  receipt: string;
  pin: string;
  toldAt: string;
  placeName: string;
  townshipName: string;
  /** Where to follow it, as a person types it. */
  followAddress: string;
};

/** The slip: receipt and PIN in large letters, how to follow, what happens next. Made to be printed. */
export function TellReceiptPage({
  t,
  visit,
  receipt,
  pin,
  toldAt,
  placeName,
  townshipName,
  followAddress,
}: Drawn & TellReceiptContent) {
  const text = t.tell.receipt;
  return (
    <Layout t={t} visit={visit} title={text.title} section="tell" hidden>
      <h1>{text.title}</h1>
      <div className="slip">
        <h2>{text.slipTitle(visit.city)}</h2>
        <dl className="keys">
          <dt>{text.receipt}</dt>
          <dd>{receipt}</dd>
          <dt>{text.pin}</dt>
          <dd>{pin}</dd>
        </dl>
        <p>
          <span className="line">{text.told(t.dates.moment(toldAt))}</span>
          <span className="line">{text.about(placeName)}</span>
        </p>
        <p>{text.how(followAddress)}</p>
        <p className="small">{text.slipFoot}</p>
      </div>
      <p>
        <strong>{text.keep}</strong>
      </p>
      <p className="no-print" data-print={text.print}>
        {text.printHint}
      </p>
      <h2>{text.nextTitle}</h2>
      <p>{text.next(townshipName)}</p>
      <form method="post" action={links.follow()} className="no-print">
        <input type="hidden" name="receipt" value={receipt} />
        <input type="hidden" name="pin" value={pin} />
        <button type="submit" className="plain">
          {text.see}
        </button>
      </form>
    </Layout>
  );
}
