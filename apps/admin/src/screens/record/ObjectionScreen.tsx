import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { recordStateNames, type RecordState } from '@tongxin/record/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { dayText, isoDayOf, momentText } from '@tongxin/web/moments';
import { api, client, type Outputs } from '../../api.ts';
import { pathOfMatter } from '../../paths.ts';
import { recordText } from '../../text/record.ts';
import { shellText } from '../../text/shell.ts';
import { Facts } from '../../ui/Facts.tsx';
import { ChoiceField, PickField, TextField } from '../../ui/fields.tsx';
import { History } from '../../ui/History.tsx';
import { isOffered, MoveButton } from '../../ui/MoveButton.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Shown } from '../../ui/Shown.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import { Turn } from '../../ui/Turn.tsx';

type Objection = Outputs['record']['objection'];

const route = getRouteApi('/inside/objections/$id');

/** What a member says of a line of their record, what stands there, and what the unit that wrote it down does about it. */
export function ObjectionScreen() {
  const t = useText(recordText).objection;
  const history = useText(shellText).history;
  const { id } = route.useParams();
  const query = useQuery(api.record.objection.queryOptions({ id }));
  return (
    <Shown query={query}>
      {(objection) => (
        <>
          <PageHead
            title={t.title(objection.member.name)}
            above={objection.number}
            lead={<StateTag kind="record_objection" state={objection.state} />}
          />
          <Turn matter={objection} />
          <div className="two-columns">
            <div>
              <Said objection={objection} />
              <Steps objection={objection} />
            </div>
            <div>
              <WrittenDown objection={objection} />
              <section className="panel">
                <h2>{history.title}</h2>
                <History kind="record_objection" entries={objection.history} />
              </section>
            </div>
          </div>
        </>
      )}
    </Shown>
  );
}

function Said({ objection: { words, raisedAt, answer, answeredAt, member } }: { objection: Objection }) {
  const t = useText(recordText).objection;
  const { locale } = useLocale();
  return (
    <section className="panel">
      <h2>{t.said}</h2>
      <p className="words">{words}</p>
      <p className="quiet small">
        {[member.name, member.dutyTitle, momentText(raisedAt, locale)]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      {answer !== null && answeredAt !== null && (
        <>
          <h3>{t.answer}</h3>
          <p className="words">{answer}</p>
          <p className="quiet small">{dayText(isoDayOf(answeredAt), locale)}</p>
        </>
      )}
    </section>
  );
}

/** What stands in the record now, and where it was written. */
function WrittenDown({ objection: { about, facts, unit } }: { objection: Objection }) {
  const t = useText(recordText).objection;
  const { locale } = useLocale();
  return (
    <section className="panel">
      <h2>{t.stands}</h2>
      <Facts
        facts={[
          [
            t.source,
            <Link key={about.id} {...pathOfMatter(about.kind, about.id)}>
              {about.number}
            </Link>,
          ],
          [t.unit, unit],
          ...facts.map(
            ({ id, title, at, state }) =>
              [
                momentText(at, locale),
                <span key={id}>
                  {title} · <strong>{recordStateNames[state][locale]}</strong>
                </span>,
              ] as const,
          ),
        ]}
      />
    </section>
  );
}

type Correction = { factId: string; state: RecordState; answer: string };

function Steps({ objection: { id, may, facts, outcomes } }: { objection: Objection }) {
  const t = useText(recordText).objection;
  const { locale } = useLocale();
  if (!isOffered(may.explain)) return null;
  const answer = <TextField name="answer" label={t.answerField} hint={t.answerHint} rows={4} max={500} />;
  return (
    <section className="panel">
      <h2>{t.steps}</h2>
      <div className="steps">
        {facts.length > 0 && (
          <MoveButton<Correction>
            decision={may.correct}
            label={t.correct}
            lead={t.correctLead}
            weight="primary"
            initial={{ factId: facts[0]!.id }}
            send={(entry) => client.record.correctLine.mutate({ id, ...entry })}
          >
            <PickField
              name="factId"
              label={t.which}
              options={facts.map((fact) => ({
                value: fact.id,
                label: `${momentText(fact.at, locale)} ${fact.title}（${recordStateNames[fact.state][locale]}）`,
              }))}
            />
            <ChoiceField
              name="state"
              label={t.to}
              options={outcomes.map((value) => ({ value, label: recordStateNames[value][locale] }))}
            />
            {answer}
          </MoveButton>
        )}
        <MoveButton<{ answer: string }>
          decision={may.explain}
          label={t.explain}
          lead={t.explainLead}
          send={(entry) => client.record.explainLine.mutate({ id, ...entry })}
        >
          {answer}
        </MoveButton>
      </div>
    </section>
  );
}
