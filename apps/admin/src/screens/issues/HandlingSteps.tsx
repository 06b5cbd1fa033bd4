import {
  groundNames,
  grounds,
  lengths,
  replyClasses,
  replyClassNames,
  type ReplyClass,
} from '@tongxin/issues/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { Form } from 'antd';
import { client, type Inputs } from '../../api.ts';
import { issuesText } from '../../text/issues.ts';
import { ChoiceField, DayField, PickField, TextField } from '../../ui/fields.tsx';
import { MoveButton } from '../../ui/MoveButton.tsx';
import { PersonalParts } from '../../ui/PersonalParts.tsx';
import { PhotoField } from '../../ui/PhotoField.tsx';
import { useDepartments } from '../../ui/units.ts';
import type { Issue } from './IssueScreen.tsx';

type Without<Name extends keyof Inputs['issues']> = Omit<Exclude<Inputs['issues'][Name], void>, 'id'>;

/** What the department does, and the later date that only the county gives. */
export function HandlingSteps({ issue }: { issue: Issue }) {
  const t = useText(issuesText).steps;
  const { id, may } = issue;
  const units = useDepartments(may.contest.allowed ? [issue.countyCode, issue.cityCode] : []);
  return (
    <>
      <MoveButton
        decision={may.take}
        label={t.take}
        weight="primary"
        send={() => client.issues.take.mutate({ id })}
      />
      <MoveButton<Without<'contest'>>
        decision={may.contest}
        label={t.contest}
        lead={t.contestLead}
        send={(entry) => client.issues.contest.mutate({ id, ...entry })}
      >
        <TextField name="reason" label={t.reason} hint={t.reasonHint} rows={3} max={lengths.reason} />
        <PickField name="suggestedUnitId" label={t.suggested} options={units} optional />
      </MoveButton>
      <MoveButton<Without<'reply'>>
        decision={may.reply}
        label={t.reply}
        weight="primary"
        send={(entry) => client.issues.reply.mutate({ id, ...entry })}
      >
        <ReplyFields />
      </MoveButton>
      <MoveButton<Without<'noteProgress'>>
        decision={may.note_progress}
        label={t.noteProgress}
        send={(entry) => client.issues.noteProgress.mutate({ id, ...entry })}
      >
        <TextField name="note" label={t.note} hint={t.noteHint} rows={3} max={lengths.note} />
      </MoveButton>
      <MoveButton<Without<'extend'>>
        decision={may.extend}
        label={t.extend}
        lead={t.extendLead}
        send={(entry) => client.issues.extend.mutate({ id, ...entry })}
      >
        <DayField name="dueOn" label={t.dueOn} />
        <TextField name="reason" label={t.reason} hint={t.reasonHint} rows={3} max={lengths.reason} />
      </MoveButton>
    </>
  );
}

function ReplyFields() {
  const t = useText(issuesText).steps;
  const { locale } = useLocale();
  const chosen = Form.useWatch<ReplyClass | undefined>('class');
  const text = Form.useWatch<string | undefined>('text');
  return (
    <>
      <ChoiceField
        name="class"
        label={t.replyClass}
        options={replyClasses.map((value) => ({ value, label: replyClassNames[value][locale] }))}
      />
      {chosen === 'cannot' && (
        <ChoiceField
          name="ground"
          label={t.replyGround}
          options={grounds.map((value) => ({ value, label: groundNames[value][locale] }))}
        />
      )}
      <TextField name="text" label={t.replyText} hint={t.replyHint} rows={5} max={lengths.reply} />
      <PersonalParts texts={[text]} />
      <Form.Item name="photoIds" label={t.photos}>
        <PhotoField />
      </Form.Item>
    </>
  );
}
