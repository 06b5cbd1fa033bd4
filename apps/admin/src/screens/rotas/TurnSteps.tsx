import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLocale, useText } from '@tongxin/web/locale';
import { api, client } from '../../api.ts';
import { paths } from '../../paths.ts';
import { rotasText } from '../../text/rotas.ts';
import { ChoiceField, PickField, TextField } from '../../ui/fields.tsx';
import { MoveButton } from '../../ui/MoveButton.tsx';
import { stateLabel } from '../../ui/workflows.ts';
import type { Turn } from './TurnScreen.tsx';

type Reasoned = { reason: string };

/** What the site's host does with a turn; what is not possible now says why or is not there. */
export function TurnSteps({ turn }: { turn: Turn }) {
  const t = useText(rotasText).turn;
  const { id, may: all } = turn;
  const may = inTime(all);
  if (!Object.values(may).some((decision) => decision.allowed)) return null;
  return (
    <section className="panel">
      <h2>{t.steps}</h2>
      <div className="steps">
        {may.receive.allowed && (
          <Link className="button button-primary" {...paths.receive(id)}>
            {t.receive}
          </Link>
        )}
        <MoveButton
          decision={may.log}
          label={t.log}
          lead={t.logLead}
          send={() => client.rotas.log.mutate({ id })}
        />
        <Somebody turn={{ ...turn, may }} />
        <WithReason turn={{ ...turn, may }} />
        <Correct turn={{ ...turn, may }} />
      </div>
    </section>
  );
}

/** What belongs to before a turn is not there afterwards, and the other way round: a row of grey buttons helps nobody. */
function inTime(may: Turn['may']): Turn['may'] {
  const untimely: readonly string[] = ['rotas.not_begun', 'rotas.begun'];
  const shown = Object.entries(may).map(([move, decision]) => [
    move,
    !decision.allowed && untimely.includes(decision.code)
      ? { allowed: false, code: 'matters.not_now' }
      : decision,
  ]);
  return Object.fromEntries(shown) as Turn['may'];
}

/** Putting somebody on, or letting somebody cover: the rota's members, the free ones first. */
function Somebody({ turn: { id, may } }: { turn: Turn }) {
  const t = useText(rotasText).turn;
  const offers = may.staff.allowed || may.cover.allowed;
  const { data: found = [] } = useQuery({ ...api.rotas.candidates.queryOptions({ id }), enabled: offers });
  const options = [...found.filter(({ isFree }) => isFree), ...found.filter(({ isFree }) => !isFree)].map(
    ({ memberId, name, isFree }) => ({ value: memberId, label: isFree ? t.free(name) : t.busy(name) }),
  );
  const field = <PickField name="memberId" label={t.member2} options={options} />;
  return (
    <>
      <MoveButton<{ memberId: string }>
        decision={may.staff}
        label={t.staff}
        weight="primary"
        send={(entry) => client.rotas.staff.mutate({ id, ...entry })}
      >
        {field}
      </MoveButton>
      <MoveButton<{ memberId: string; reason: string }>
        decision={may.cover}
        label={t.cover}
        lead={t.coverLead}
        send={(entry) => client.rotas.cover.mutate({ id, ...entry })}
      >
        {field}
        <ReasonField />
      </MoveButton>
    </>
  );
}

function ReasonField() {
  const t = useText(rotasText).turn;
  return <TextField name="reason" label={t.reason} hint={t.reasonHint} rows={3} max={500} />;
}

/** The steps that need nothing but a reason. */
function WithReason({ turn: { id, may } }: { turn: Turn }) {
  const t = useText(rotasText).turn;
  const steps = [
    { name: 'vacate', label: t.vacate, lead: t.vacateLead },
    { name: 'miss', label: t.miss, lead: t.missLead },
    { name: 'cancel', label: t.cancel, lead: t.cancelLead },
  ] as const;
  return steps.map(({ name, label, lead }) => (
    <MoveButton<Reasoned>
      key={name}
      decision={may[name]}
      label={label}
      lead={lead}
      weight={name === 'vacate' ? 'plain' : 'danger'}
      send={(entry) => client.rotas[name].mutate({ id, ...entry })}
    >
      <ReasonField />
    </MoveButton>
  ));
}

function Correct({ turn: { id, may, state } }: { turn: Turn }) {
  const t = useText(rotasText).turn;
  const { locale } = useLocale();
  const outcomes = (['logged', 'missed'] as const).filter((outcome) => outcome !== state);
  return (
    <MoveButton<Reasoned & { to: 'logged' | 'missed' }>
      decision={may.correct}
      label={t.correct}
      lead={t.correctLead}
      send={(entry) => client.rotas.correct.mutate({ id, ...entry })}
    >
      <ChoiceField
        name="to"
        label={t.correctTo}
        options={outcomes.map((value) => ({ value, label: stateLabel('turn', value, locale) }))}
      />
      <ReasonField />
    </MoveButton>
  );
}
