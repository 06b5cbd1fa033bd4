import { contactSeenBy } from '@tongxin/issues/rules';
import { Layout } from '../frame/Layout.tsx';
import { TextField } from '../frame/TextField.tsx';
import type { Drawn, Faults } from '../frame/visit.ts';
import { links } from '../links.ts';
import { say } from '../text/index.ts';
import type { Carried } from './answers.ts';

export type TellContactContent = Carried & { faults: Faults };

/** The second screen: how to reach the person, all of it optional, and exactly who will see it. */
export function TellContactPage({ t, visit, answers, sealed, faults }: Drawn & TellContactContent) {
  const text = t.tell.contact;
  return (
    <Layout t={t} visit={visit} title={text.title} section="tell" faults={faults} form="tell" hidden>
      <form id="tell" method="post" action={links.tellContact()} noValidate>
        <input type="hidden" name="sealed" value={sealed} />
        <p className="kicker">{t.tell.step(2, 3)}</p>
        <h1>{text.title}</h1>
        <p className="lead">{text.lead}</p>
        <div className="note">
          <h2>{text.whoSeesTitle}</h2>
          <p>{say(t, contactSeenBy)}</p>
        </div>
        <TextField
          t={t}
          name="name"
          label={text.name}
          hint={text.nameHint}
          value={answers.name}
          faults={faults}
          width="middle"
          autoComplete="name"
          optional
        />
        <TextField
          t={t}
          name="phone"
          label={text.phone}
          hint={text.phoneHint}
          value={answers.phone}
          faults={faults}
          width="middle"
          inputMode="tel"
          autoComplete="tel"
          optional
        />
        <TextField
          t={t}
          name="address"
          label={text.address}
          hint={text.addressHint}
          value={answers.address}
          faults={faults}
          autoComplete="street-address"
          optional
        />
        <div className="buttons">
          <button type="submit">{text.continue}</button>
          <button type="submit" name="go" value="what" className="as-link">
            {text.back}
          </button>
        </div>
      </form>
    </Layout>
  );
}
