import { Layout } from '../frame/Layout.tsx';
import type { Drawn, Faults } from '../frame/visit.ts';
import { links } from '../links.ts';

export type ConfirmContent = {
  act: 'withdraw' | 'askReview' | 'erase';
  formKey: string;
  faults: Faults;
};

/** One question and two ways: what cannot be taken back is asked once. */
export function ConfirmPage({ t, visit, act, formKey, faults }: Drawn & ConfirmContent) {
  const text = t.moves[act];
  return (
    <Layout
      t={t}
      visit={visit}
      title={text.title}
      section="follow"
      back={links.matter()}
      faults={faults}
      hidden
    >
      <form id="form" method="post" action={links[act]()} data-once="">
        <input type="hidden" name="key" value={formKey} />
        <h1>{text.title}</h1>
        <p className="lead">{text.lead}</p>
        <div className="buttons">
          <button type="submit" className={act === 'askReview' ? undefined : 'stop'}>
            {text.send}
          </button>
          <a href={links.matter()}>{t.moves.back}</a>
        </div>
      </form>
    </Layout>
  );
}
