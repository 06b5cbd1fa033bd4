import { lengths, photosAtMost, whatThisIs, wordsSeenBy } from '@tongxin/issues/rules';
import { describedBy, Field } from '../frame/Field.tsx';
import { Layout } from '../frame/Layout.tsx';
import { TextField } from '../frame/TextField.tsx';
import type { Drawn, Faults } from '../frame/visit.ts';
import { links } from '../links.ts';
import { say } from '../text/index.ts';
import type { Carried } from './answers.ts';

export type TellWhatContent = Carried & { faults: Faults };

/** The first screen: what it is about and where. */
export function TellWhatPage({ t, visit, answers, sealed, faults }: Drawn & TellWhatContent) {
  const text = t.tell.what;
  return (
    <Layout t={t} visit={visit} title={text.title} section="tell" faults={faults} form="tell">
      <form
        id="tell"
        method="post"
        action={links.tellWhat()}
        encType="multipart/form-data"
        noValidate
        data-once=""
      >
        <input type="hidden" name="sealed" value={sealed} />
        <p className="kicker">{t.tell.step(1, 3)}</p>
        <h1>{text.title}</h1>
        <p className="small">{say(t, whatThisIs)}</p>
        <TextField
          t={t}
          name="words"
          label={text.words}
          hint={text.wordsHint(lengths.words.max)}
          value={answers.words}
          faults={faults}
          rows={7}
        />
        <p className="small">{say(t, wordsSeenBy)}</p>
        <Place t={t} answers={answers} faults={faults} />
        <TextField
          t={t}
          name="placeWords"
          label={text.placeWords}
          hint={text.placeWordsHint}
          value={answers.placeWords}
          faults={faults}
          optional
        />
        <Photos t={t} answers={answers} faults={faults} />
        <p className="small">{text.kept}</p>
        <button type="submit">{text.continue}</button>
      </form>
    </Layout>
  );
}

type Part = Pick<Drawn, 't'> & Pick<TellWhatContent, 'answers' | 'faults'>;

function Place({ t, answers, faults }: Part) {
  const text = t.tell.what;
  if (answers.place === null) {
    return (
      <div>
        <TextField
          t={t}
          name="place"
          label={text.place}
          hint={text.placeHint}
          value={answers.placeTyped}
          faults={faults}
          autoComplete="off"
          places
        />
        <button type="submit" name="go" value="list" className="as-link">
          {text.placeList}
        </button>
      </div>
    );
  }
  return (
    <div className="field" id="place" tabIndex={-1}>
      <p className="label">{text.place}</p>
      <p className="chosen">
        <strong>{answers.place.name}</strong>
        <span className="small">{answers.place.within}</span>
      </p>
      <button type="submit" name="go" value="other-place" className="as-link">
        {text.placeChange}
      </button>
    </div>
  );
}

/** A photo is sent once; afterwards only its id travels. */
function Photos({ t, answers, faults }: Part) {
  const text = t.tell.what;
  const field = { t, name: 'photos', label: text.photos, hint: text.photosHint(photosAtMost), faults };
  return (
    <>
      {answers.photoIds.length > 0 && (
        <fieldset className="field">
          <legend>{text.photosKept}</legend>
          <ul className="photos">
            {answers.photoIds.map((id, index) => (
              <li key={id}>
                <label className="choice">
                  <input type="checkbox" name="drop" value={id} />
                  <span>{text.photoRemove(index + 1)}</span>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
      )}
      <Field {...field} optional>
        <input
          type="file"
          id="photos"
          name="photos"
          accept="image/jpeg,image/png,image/webp"
          multiple
          aria-describedby={describedBy(field)}
          data-preview=""
        />
      </Field>
    </>
  );
}
