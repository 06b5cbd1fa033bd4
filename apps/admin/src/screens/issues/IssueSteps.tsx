import { Link } from '@tanstack/react-router';
import { divertChannels, divertNames, groundNames, grounds, lengths } from '@tongxin/issues/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { client, type Inputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { issuesText } from '../../text/issues.ts';
import { ChoiceField, TextField } from '../../ui/fields.tsx';
import { isOffered, MoveButton } from '../../ui/MoveButton.tsx';
import { CheckingSteps } from './CheckingSteps.tsx';
import { HandlingSteps } from './HandlingSteps.tsx';
import type { Issue } from './IssueScreen.tsx';
import { MergeField } from './MergeField.tsx';
import { RouteButton } from './RouteButton.tsx';

type Without<Name extends keyof Inputs['issues']> = Omit<Exclude<Inputs['issues'][Name], void>, 'id'>;

const steps = [
  ...(['accept', 'ask', 'divert', 'decline', 'merge', 'route', 'take_into_talks'] as const),
  ...(['take', 'contest', 'note_progress', 'reply', 'extend'] as const),
  ...(['verify', 'return_reply', 'close', 'uphold', 'overturn', 'publish'] as const),
];

/** What this person may do with the matter now, the likeliest first. */
export function IssueSteps({ issue }: { issue: Issue }) {
  const t = useText(issuesText);
  const { id, may, state } = issue;
  if (issue.divertedTo !== null) {
    return (
      <Link className="button" {...paths.handOver(id)}>
        {t.steps.handOver}
      </Link>
    );
  }
  if (!steps.some((step) => isOffered(may[step])))
    return <p className="quiet">{t.waits[state] ?? t.one.noSteps}</p>;
  return (
    <div className="steps">
      <MoveButton
        decision={may.accept}
        label={t.steps.accept}
        weight="primary"
        send={() => client.issues.accept.mutate({ id })}
      />
      <RouteButton issue={issue} />
      {may.take_into_talks.allowed && (
        <Link
          className="button"
          {...(issue.handlingTitle === null ? paths.handlingCopy(id) : paths.newTopic([id]))}
        >
          {issue.handlingTitle === null ? t.steps.copyFirst : t.steps.topic}
        </Link>
      )}
      <TriageSteps issue={issue} />
      <HandlingSteps issue={issue} />
      <CheckingSteps issue={issue} />
    </div>
  );
}

/** Before anybody handles it: asking back, and the ways in which a matter is not one for the hall. */
function TriageSteps({ issue: { id, may } }: { issue: Issue }) {
  const t = useText(issuesText).steps;
  const { locale } = useLocale();
  const reason = (
    <TextField name="reason" label={t.reason} hint={t.reasonHint} rows={3} max={lengths.reason} />
  );
  return (
    <>
      <MoveButton<Without<'ask'>>
        decision={may.ask}
        label={t.ask}
        send={(entry) => client.issues.ask.mutate({ id, ...entry })}
      >
        <TextField name="question" label={t.question} hint={t.questionHint} rows={3} max={lengths.question} />
      </MoveButton>
      <MoveButton<Without<'merge'>>
        decision={may.merge}
        label={t.merge}
        lead={t.mergeLead}
        send={(entry) => client.issues.merge.mutate({ id, ...entry })}
      >
        <MergeField except={id} />
      </MoveButton>
      <MoveButton<Without<'divert'>>
        decision={may.divert}
        label={t.divert}
        lead={t.divertLead}
        send={(entry) => client.issues.divert.mutate({ id, ...entry })}
      >
        <ChoiceField
          name="channel"
          label={t.channel}
          options={divertChannels.map((value) => ({ value, label: divertNames[value][locale] }))}
        />
        {reason}
      </MoveButton>
      <MoveButton<Without<'decline'>>
        decision={may.decline}
        label={t.decline}
        lead={t.declineLead}
        weight="danger"
        send={(entry) => client.issues.decline.mutate({ id, ...entry })}
      >
        <ChoiceField
          name="ground"
          label={t.ground}
          options={grounds.map((value) => ({ value, label: groundNames[value][locale] }))}
        />
        {reason}
      </MoveButton>
    </>
  );
}
