import { useLocale, useText } from '@tongxin/web/locale';
import { dayText } from '@tongxin/web/moments';
import { client, type Inputs } from '../../api.ts';
import { organisationsText } from '../../text/organisations.ts';
import { CountField, DayField } from '../../ui/fields.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { MoveButton } from '../../ui/MoveButton.tsx';
import type { Unit } from './OrganisationScreen.tsx';

type Term = Unit['terms'][number];

/** The terms of a committee, newest first, each with its plenary sessions. */
export function Terms({ unit }: { unit: Unit }) {
  const t = useText(organisationsText).terms;
  const organisationId = unit.id;
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t.title}</h2>
        {unit.may.keep.allowed && (
          <MoveButton<Omit<Inputs['organisations']['saveTerm'], 'organisationId'>>
            label={t.add}
            send={(entry) => client.organisations.saveTerm.mutate({ organisationId, ...entry })}
          >
            <CountField name="termNo" label={t.term} max={99} />
            <DayField name="startsOn" label={t.starts} />
            <DayField name="endsOn" label={t.ends} hint={t.endsHint} />
          </MoveButton>
        )}
      </div>
      {unit.terms.length === 0 && <p>{t.empty}</p>}
      {unit.terms.map((term) => (
        <OneTerm key={term.id} unit={unit} term={term} />
      ))}
    </section>
  );
}

function OneTerm({ unit, term }: { unit: Unit; term: Term }) {
  const t = useText(organisationsText).terms;
  const { locale } = useLocale();
  const { termNo } = term;
  return (
    <>
      <div className="panel-head">
        <h3>{t.termName(termNo)}</h3>
        {unit.may.keep.allowed && (
          <MoveButton<{ sessionNo: number; opensOn: string; closesOn: string }>
            label={t.addSession}
            initial={{ sessionNo: (term.sessions[0]?.sessionNo ?? 0) + 1 }}
            send={(entry) =>
              client.organisations.saveSession.mutate({ organisationId: unit.id, termNo, ...entry })
            }
          >
            <CountField name="sessionNo" label={t.session} max={99} />
            <DayField name="opensOn" label={t.opens} />
            <DayField name="closesOn" label={t.closes} />
          </MoveButton>
        )}
      </div>
      <p>
        {dayText(term.startsOn, locale)} – {dayText(term.endsOn, locale)}
      </p>
      <Facts
        facts={term.sessions.map(({ sessionNo, opensOn, closesOn }) => [
          t.sessionName(sessionNo),
          `${dayText(opensOn, locale)} – ${dayText(closesOn, locale)}`,
        ])}
      />
    </>
  );
}
