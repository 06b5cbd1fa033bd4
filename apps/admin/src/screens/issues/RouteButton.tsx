import { handlingTermNames, handlingTerms } from '@tongxin/issues/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { client, type Inputs } from '../../api.ts';
import { issuesText } from '../../text/issues.ts';
import { ChoiceField, PickField } from '../../ui/fields.tsx';
import { MoveButton } from '../../ui/MoveButton.tsx';
import { PersonalParts } from '../../ui/PersonalParts.tsx';
import { useDepartments } from '../../ui/units.ts';
import type { Issue } from './IssueScreen.tsx';

/** Hands the matter to a department of the county or the city. */
export function RouteButton({ issue }: { issue: Issue }) {
  const t = useText(issuesText).steps;
  const { locale } = useLocale();
  const units = useDepartments(issue.may.route.allowed ? [issue.countyCode, issue.cityCode] : []);
  return (
    <MoveButton<Omit<Inputs['issues']['route'], 'id'>>
      decision={issue.may.route}
      label={t.route}
      lead={t.routeLead}
      initial={{ term: 'simple' }}
      send={(entry) => client.issues.route.mutate({ id: issue.id, ...entry })}
    >
      <PickField name="unitId" label={t.unit} options={units} />
      <ChoiceField
        name="term"
        label={t.term}
        options={handlingTerms.map((value) => ({ value, label: handlingTermNames[value][locale] }))}
      />
      <PersonalParts texts={[issue.handlingTitle ?? '', issue.handlingText ?? '']} />
    </MoveButton>
  );
}
