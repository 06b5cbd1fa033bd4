import { emergencyFirst, hotlineNames, type Hotline } from '@tongxin/issues/rules';
import { Layout } from '../frame/Layout.tsx';
import type { Drawn } from '../frame/visit.ts';
import { links } from '../links.ts';
import { say } from '../text/index.ts';
import type { Carried } from './answers.ts';

export type TellEmergencyContent = Carried & { hotlines: readonly Hotline[] };

/** Whom to call at once, before the form goes on; it can go on. */
export function TellEmergencyPage({ t, visit, sealed, hotlines }: Drawn & TellEmergencyContent) {
  const text = t.tell.emergency;
  return (
    <Layout t={t} visit={visit} title={text.title} section="tell" form="tell" hidden>
      <h1>{text.title}</h1>
      <p className="lead">{say(t, emergencyFirst)}</p>
      <ul className="hotlines">
        {hotlines.map((number) => (
          <li key={number}>
            <a href={`tel:${number}`} aria-label={`${text.call(number)} ${say(t, hotlineNames[number])}`}>
              <strong>{number}</strong>
              <span>{say(t, hotlineNames[number])}</span>
            </a>
          </li>
        ))}
      </ul>
      <form id="tell" method="post" action={links.tellEmergency()}>
        <input type="hidden" name="sealed" value={sealed} />
        <p>{text.goOnHint}</p>
        <button type="submit" className="plain">
          {text.goOn}
        </button>
      </form>
    </Layout>
  );
}
