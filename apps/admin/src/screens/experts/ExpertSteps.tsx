import { useQuery } from '@tanstack/react-query';
import { usageNames, uses, type Use } from '@tongxin/experts/rules';
import { photosPerMatter } from '@tongxin/files/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { Form } from 'antd';
import { api, client } from '../../api.ts';
import { expertsText } from '../../text/experts.ts';
import { ChoiceField, DayField, PickField, TextField } from '../../ui/fields.tsx';
import { isOffered, MoveButton } from '../../ui/MoveButton.tsx';
import { PhotoField } from '../../ui/PhotoField.tsx';
import type { ExpertRequest } from './ExpertRequestScreen.tsx';

type Props = { request: ExpertRequest };

/** What this office does with the request now. */
export function ExpertSteps({ request }: Props) {
  const t = useText(expertsText).one;
  if (!Object.values(request.may).some((decision) => isOffered(decision))) return null;
  return (
    <section className="panel">
      <h2>{t.steps}</h2>
      <div className="steps">
        <Finding request={request} />
        <Visit request={request} />
        <Afterwards request={request} />
        <WithReason request={request} />
      </div>
    </section>
  );
}

/** The office finds somebody of the teams. */
function Finding({ request: { id, may } }: Props) {
  const t = useText(expertsText).one;
  const offers = isOffered(may.match);
  const { data: found } = useQuery({ ...api.experts.candidates.queryOptions({ id }), enabled: offers });
  const options = (found ?? []).map((person) => ({
    value: person.id,
    label: [person.name, person.team, person.post].filter((part) => part !== null).join(' · '),
  }));
  if (found?.length === 0) return <p className="quiet">{t.noPeople}</p>;
  return (
    <MoveButton<{ personId: string }>
      decision={may.match}
      label={t.match}
      lead={t.matchLead}
      weight="primary"
      send={(entry) => client.experts.match.mutate({ id, ...entry })}
    >
      <PickField name="personId" label={t.person} options={options} />
    </MoveButton>
  );
}

/** The visit and the advice, as the expert said them by word of mouth. */
function Visit({ request: { id, may, wishedOn, visitOn } }: Props) {
  const t = useText(expertsText).one;
  return (
    <>
      <MoveButton<{ visitOn: string }>
        decision={may.accept}
        label={t.accept}
        lead={t.acceptLead}
        initial={{ visitOn: wishedOn }}
        send={(entry) => client.experts.accept.mutate({ id, ...entry })}
      >
        <DayField name="visitOn" label={t.visitOn} />
      </MoveButton>
      <MoveButton<{ advice: string; photoIds?: string[] }>
        decision={may.advise}
        label={t.advise}
        lead={t.adviseLead}
        weight="primary"
        send={(entry) => client.experts.advise.mutate({ id, ...entry })}
      >
        <TextField name="advice" label={t.advice} rows={6} max={4000} />
        <Form.Item name="photoIds" label={t.photos}>
          <PhotoField most={photosPerMatter} />
        </Form.Item>
      </MoveButton>
      <MoveButton<{ visitOn: string; reason: string }>
        decision={may.reschedule}
        label={t.reschedule}
        initial={visitOn === null ? {} : { visitOn }}
        send={(entry) => client.experts.reschedule.mutate({ id, ...entry })}
      >
        <DayField name="visitOn" label={t.visitOn} />
        <ReasonField />
      </MoveButton>
    </>
  );
}

/** Whether it was used, and thanks. */
function Afterwards({ request: { id, may } }: Props) {
  const t = useText(expertsText).one;
  const { locale } = useLocale();
  return (
    <>
      <MoveButton<{ used: Use; words?: string }>
        decision={may.tell_use}
        label={t.tellUse}
        weight="primary"
        send={(entry) => client.experts.tellUse.mutate({ id, ...entry })}
      >
        <ChoiceField
          name="used"
          label={t.used}
          options={uses.map((value) => ({ value, label: usageNames[value][locale] }))}
        />
        <TextField name="words" label={t.useWords} rows={3} max={500} optional />
      </MoveButton>
      <MoveButton<{ words: string }>
        decision={may.thank}
        label={t.thank}
        lead={t.thankLead}
        weight="primary"
        send={(entry) => client.experts.thank.mutate({ id, ...entry })}
      >
        <TextField name="words" label={t.thankWords} rows={3} max={500} />
      </MoveButton>
    </>
  );
}

function ReasonField() {
  const t = useText(expertsText).one;
  return <TextField name="reason" label={t.reason} hint={t.reasonHint} rows={3} max={500} />;
}

/** The steps that need nothing but a reason. */
function WithReason({ request: { id, may } }: Props) {
  const t = useText(expertsText).one;
  const steps = [
    { name: 'decline', label: t.decline, lead: t.declineLead, weight: 'plain' },
    { name: 'refuse', label: t.refuse, lead: undefined, weight: 'danger' },
    { name: 'withdraw', label: t.withdraw, lead: undefined, weight: 'danger' },
  ] as const;
  return steps.map(({ name, label, lead, weight }) => (
    <MoveButton<{ reason: string }>
      key={name}
      decision={may[name]}
      label={label}
      lead={lead}
      weight={weight}
      send={(entry) => client.experts[name].mutate({ id, ...entry })}
    >
      <ReasonField />
    </MoveButton>
  ));
}
