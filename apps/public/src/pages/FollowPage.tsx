import { Layout } from '../frame/Layout.tsx';
import { TextField } from '../frame/TextField.tsx';
import type { Drawn, Faults } from '../frame/visit.ts';
import { links } from '../links.ts';

export type FollowContent = {
  receipt: string;
  faults: Faults;
  /** Why this page and not the matter: the half hour is over, or the person has left. */
  because: 'timeout' | 'left' | null;
};

/** Receipt and PIN; the PIN is never shown again once it was typed. */
export function FollowPage({ t, visit, receipt, faults, because }: Drawn & FollowContent) {
  const text = t.follow;
  return (
    <Layout t={t} visit={visit} title={text.title} section="follow" faults={faults} form="form">
      <form id="form" method="post" action={links.follow()} noValidate>
        <h1>{text.title}</h1>
        {because === 'timeout' && <p className="note">{text.timeout}</p>}
        {because === 'left' && <p className="note">{text.matter.left}</p>}
        <p className="lead">{text.lead}</p>
        <TextField
          t={t}
          name="receipt"
          label={text.receipt}
          hint={text.receiptHint}
          value={receipt}
          faults={faults}
          width="middle"
          code
          autoComplete="off"
        />
        <TextField
          t={t}
          name="pin"
          label={text.pin}
          hint={text.pinHint}
          value=""
          faults={faults}
          width="short"
          inputMode="numeric"
          autoComplete="off"
        />
        <button type="submit">{text.open}</button>
      </form>
      <details>
        <summary>{text.lostTitle}</summary>
        <p>{text.lost}</p>
      </details>
    </Layout>
  );
}
