import { Layout } from '../frame/Layout.tsx';
import { TextField } from '../frame/TextField.tsx';
import type { Drawn, Faults } from '../frame/visit.ts';
import { links } from '../links.ts';

/** Acts that need some words of the resident and nothing else. */
type WordsAct = 'answer' | 'reopen' | 'bounce';

export type WordsContent = {
  act: WordsAct;
  /** What the host asked, above the answer. */
  question: string | null;
  words: string;
  formKey: string;
  faults: Faults;
};

const addresses: Record<WordsAct, () => string> = {
  answer: links.answer,
  reopen: links.reopen,
  bounce: links.bounce,
};

/** One field, one button: answer a question, reopen, send back what another channel did not take. */
export function WordsPage({ t, visit, act, question, words, formKey, faults }: Drawn & WordsContent) {
  const text = t.moves[act];
  return (
    <Layout
      t={t}
      visit={visit}
      title={text.title}
      section="follow"
      back={links.matter()}
      faults={faults}
      form="form"
      hidden
    >
      <form id="form" method="post" action={addresses[act]()} noValidate data-once="">
        <input type="hidden" name="key" value={formKey} />
        <h1>{text.title}</h1>
        {'lead' in text && <p className="lead">{text.lead}</p>}
        {question !== null && (
          <div className="note">
            <h2>{t.moves.answer.asked}</h2>
            <p className="written">{question}</p>
          </div>
        )}
        <TextField
          t={t}
          name="text"
          label={text.label}
          hint={text.hint}
          value={words}
          faults={faults}
          rows={5}
        />
        <div className="buttons">
          <button type="submit">{text.send}</button>
          <a href={links.matter()}>{t.moves.back}</a>
        </div>
      </form>
    </Layout>
  );
}
