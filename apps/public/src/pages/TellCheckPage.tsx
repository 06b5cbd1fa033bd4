import { Layout } from '../frame/Layout.tsx';
import type { Drawn, Faults } from '../frame/visit.ts';
import { links } from '../links.ts';
import type { Carried } from './answers.ts';

export type TellCheckContent = Carried & { faults: Faults };

/** The third screen: everything once more, each with its way back, and what happens next. */
export function TellCheckPage({ t, visit, answers, sealed, faults }: Drawn & TellCheckContent) {
  const text = t.tell.check;
  const { place, photoIds } = answers;
  const rows = [
    { label: text.words, value: answers.words, go: 'words' },
    { label: text.place, value: place === null ? '' : `${place.within} ${place.name}`.trim(), go: 'place' },
    { label: text.placeWords, value: answers.placeWords, go: 'placeWords' },
    {
      label: text.photos,
      value: photoIds.length === 0 ? '' : text.photoCount(photoIds.length),
      go: 'photos',
    },
    { label: text.name, value: answers.name, go: 'name' },
    { label: text.phone, value: answers.phone, go: 'phone' },
    { label: text.address, value: answers.address, go: 'address' },
  ];
  const contact = new Set(['name', 'phone', 'address']);
  return (
    <Layout t={t} visit={visit} title={text.title} section="tell" faults={faults} form="tell" hidden>
      <form id="tell" method="post" action={links.tellSend()} noValidate data-once="">
        <input type="hidden" name="sealed" value={sealed} />
        <p className="kicker">{t.tell.step(3, 3)}</p>
        <h1>{text.title}</h1>
        <dl className="check">
          {rows.map(({ label, value, go }) => (
            <div key={go}>
              <dt>{label}</dt>
              <dd className="written">
                {value === '' ? (contact.has(go) ? text.notGiven : text.none) : value}
              </dd>
              <dd>
                <button
                  type="submit"
                  name="go"
                  value={go}
                  className="as-link"
                  aria-label={t.frame.changeOf(label)}
                >
                  {t.frame.change}
                </button>
              </dd>
            </div>
          ))}
        </dl>
        <h2>{text.nextTitle}</h2>
        <ul className="plain-list">
          {text.next.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <div className="buttons" id="send">
          <button type="submit" name="go" value="send">
            {text.send}
          </button>
        </div>
      </form>
    </Layout>
  );
}
