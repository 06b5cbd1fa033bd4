import { lineReplyClasses } from '@tongxin/deliberations/rules';
import { replyClassNames } from '@tongxin/issues/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { Form } from 'antd';
import { client, type Inputs } from '../../api.ts';
import { deliberationsText } from '../../text/deliberations.ts';
import { ConfirmFindings } from '../../ui/ConfirmFindings.tsx';
import { ChoiceField, DayField, PickField, TextField } from '../../ui/fields.tsx';
import { isOffered, MoveButton } from '../../ui/MoveButton.tsx';
import { PhotoField } from '../../ui/PhotoField.tsx';
import { useDepartments } from '../../ui/units.ts';
import { LineChecks } from './LineChecks.tsx';
import type { Desk, Line } from './LineScreen.tsx';

type Lines = Inputs['deliberations']['lines'];
type Without<Name extends keyof Lines> = Omit<Exclude<Lines[Name], void>, 'id'>;

const steps = [
  ...(['accept', 'contest', 'note_progress', 'report_done', 'extend'] as const),
  ...(['verify', 'send_back', 'close', 'reassign', 'not_adopt'] as const),
];

/** What this person may do with the line now: the unit its work, the offices their checks. */
export function LineSteps({ line, desk }: { line: Line; desk: Desk }) {
  const t = useText(deliberationsText).line;
  const { id } = line;
  const { may } = desk;
  const units = useDepartments(may.contest.allowed ? [line.countyCode, line.countyCode.slice(0, 4)] : []);
  if (!steps.some((step) => isOffered(may[step])))
    return <p className="quiet">{line.state === 'asking' ? t.asking : t.noSteps}</p>;
  const api = client.deliberations.lines;
  return (
    <div className="steps">
      <MoveButton<Without<'accept'>>
        decision={may.accept}
        label={t.accept}
        weight="primary"
        initial={{ planDue: line.dueOn }}
        send={(entry) => api.accept.mutate({ id, ...entry })}
      >
        <DayField name="planDue" label={t.planDue} hint={t.planHint} />
      </MoveButton>
      <MoveButton<Without<'contest'>>
        decision={may.contest}
        label={t.contest}
        lead={t.contestLead}
        send={(entry) => api.contest.mutate({ id, ...entry })}
      >
        <TextField name="reason" label={t.reason} hint={t.reasonHint} rows={3} max={500} />
        <PickField name="suggestedUnitId" label={t.suggested} options={units} optional />
      </MoveButton>
      <MoveButton<Without<'reportDone'>>
        decision={may.report_done}
        label={t.reportDone}
        weight="primary"
        send={(entry) => api.reportDone.mutate({ id, ...entry })}
      >
        <ReportFields />
      </MoveButton>
      <MoveButton<Without<'noteProgress'>>
        decision={may.note_progress}
        label={t.noteProgress}
        send={(entry) => api.noteProgress.mutate({ id, ...entry })}
      >
        <TextField name="text" label={t.text} hint={t.reasonHint} rows={4} max={1000} />
        <Findings />
      </MoveButton>
      <LineChecks line={line} desk={desk} />
    </div>
  );
}

function ReportFields() {
  const t = useText(deliberationsText).line;
  const { locale } = useLocale();
  return (
    <>
      <ChoiceField
        name="class"
        label={t.replyClass}
        options={lineReplyClasses.map((value) => ({ value, label: replyClassNames[value][locale] }))}
      />
      <TextField name="text" label={t.reportText} hint={t.reasonHint} rows={5} max={2000} />
      <Findings />
      <Form.Item name="photoIds" label={t.photos}>
        <PhotoField most={6} />
      </Form.Item>
    </>
  );
}

function Findings() {
  return <ConfirmFindings texts={{ text: Form.useWatch<string | undefined>('text') }} />;
}
