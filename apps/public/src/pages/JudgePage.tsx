import { solvedNames } from '@tongxin/issues/rules';
import { Choices } from '../frame/Choices.tsx';
import { Layout } from '../frame/Layout.tsx';
import { TextField } from '../frame/TextField.tsx';
import type { Drawn, Faults } from '../frame/visit.ts';
import { links } from '../links.ts';
import { say } from '../text/index.ts';

export type JudgeContent = {
  /** The agreed line that is judged; null when it is the matter itself. */
  lineId: string | null;
  /** What was done, as the department says it. */
  about: string;
  solved: string;
  stars: string;
  words: string;
  formKey: string;
  faults: Faults;
};

const answers = ['yes', 'partly', 'no'] as const;
const stars = ['5', '4', '3', '2', '1'] as const;

/** Solved or not, one to five stars, and words: the resident's judgement on what was done. */
export function JudgePage({
  t,
  visit,
  lineId,
  about,
  solved,
  stars: given,
  words,
  formKey,
  faults,
}: Drawn & JudgeContent) {
  const text = t.moves.judge;
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
      <form
        id="form"
        method="post"
        action={lineId === null ? links.judge() : links.judgeLine(lineId)}
        noValidate
        data-once=""
      >
        <input type="hidden" name="key" value={formKey} />
        <h1>{text.title}</h1>
        <div className="note">
          <h2>{text.about}</h2>
          <p className="written">{about}</p>
        </div>
        <Choices
          t={t}
          name="solved"
          label={text.solved}
          faults={faults}
          value={solved}
          options={answers.map((value) => ({ value, label: say(t, solvedNames[value]) }))}
        />
        <Choices
          t={t}
          name="stars"
          label={text.stars}
          faults={faults}
          value={given}
          options={stars.map((value) => ({ value, label: text.starNames[value] }))}
        />
        <TextField t={t} name="words" label={text.words} value={words} faults={faults} rows={4} optional />
        <p className="small">{text.consequence}</p>
        <p className="small">{text.private}</p>
        <div className="buttons">
          <button type="submit">{text.send}</button>
          <a href={links.matter()}>{t.moves.back}</a>
        </div>
      </form>
    </Layout>
  );
}
