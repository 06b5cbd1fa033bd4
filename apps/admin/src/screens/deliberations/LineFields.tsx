import { lineKindNames, lineKinds } from '@tongxin/deliberations/rules';
import { ActionButton } from '@tongxin/web/action-button';
import { useLocale, useText } from '@tongxin/web/locale';
import { Form } from 'antd';
import { deliberationsText } from '../../text/deliberations.ts';
import { DayField, PickField, TextField } from '../../ui/fields.tsx';
import { useDepartments } from '../../ui/units.ts';
import type { Session } from './SessionScreen.tsx';

type Props = {
  at: number;
  session: Session;
  held: readonly { id: string; number: string; title: string | null; topicId: string }[];
  onRemove: () => void;
};

/** One thing that was agreed: what, who, by when, and how one will see that it is done. */
export function LineFields({ at, session, held, onRemove }: Props) {
  const texts = useText(deliberationsText);
  const t = texts.after;
  const { locale } = useLocale();
  const topicId = Form.useWatch<string | undefined>(['lines', at, 'topicId']);
  const units = useDepartments([session.countyCode, session.countyCode.slice(0, 4)]);
  const ofTopic = held.filter((issue) => issue.topicId === topicId);
  return (
    <fieldset>
      <legend>{t.line(at + 1)}</legend>
      {session.topics.length > 1 && (
        <PickField
          name={[at, 'topicId']}
          label={t.topic}
          options={session.topics.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
      {session.topics.length === 1 && (
        <Form.Item name={[at, 'topicId']} hidden noStyle>
          <input type="hidden" />
        </Form.Item>
      )}
      <TextField name={[at, 'suggestion']} label={t.suggestion} rows={2} max={500} />
      <div className="side-by-side">
        <PickField name={[at, 'unitId']} label={t.unit} options={units} />
        <DayField path={['lines', at, 'dueOn']} name={[at, 'dueOn']} label={t.due} />
        <PickField
          name={[at, 'kind']}
          label={t.kind}
          options={lineKinds.map((value) => ({ value, label: lineKindNames[value][locale] }))}
        />
      </div>
      <TextField name={[at, 'measure']} label={t.measure} hint={t.measureHint} rows={2} max={300} />
      {ofTopic.length > 1 && (
        <PickField
          name={[at, 'issueIds']}
          label={t.answers}
          hint={t.answersHint}
          many
          optional
          options={ofTopic.map(({ id, number, title }) => ({
            value: id,
            label: `${number} ${title ?? texts.topic.noCopy}`,
          }))}
        />
      )}
      <p className="gap-below">
        <ActionButton weight="danger" onClick={onRemove}>
          {t.removeLine}
        </ActionButton>
      </p>
    </fieldset>
  );
}
