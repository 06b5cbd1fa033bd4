import { holidayNames, holidayRules, nthNames, patternKinds, patternNames } from '@tongxin/rotas/rules';
import { ActionButton } from '@tongxin/web/action-button';
import { useLocale, useText } from '@tongxin/web/locale';
import { Checkbox, Form } from 'antd';
import { useEffect } from 'react';
import { rotasText } from '../../text/rotas.ts';
import { ChoiceField, CountField, DayField, PickField, TextField, type Option } from '../../ui/fields.tsx';
import { MemberField } from './MemberField.tsx';
import type { RotaEntry } from './rota-entry.ts';

/** What a rota is made from: where, by what pattern, when, and who takes turns. */
export function RotaFields({ sites }: { sites: readonly { id: string; name: string }[] }) {
  const t = useText(rotasText).make;
  const { locale } = useLocale();
  const form = Form.useFormInstance<RotaEntry>();
  const siteId = Form.useWatch<string | undefined>('platformId');
  // Whoever has one site need not choose it.
  const only = sites.length === 1 ? sites[0]?.id : undefined;
  useEffect(() => {
    if (siteId === undefined && only !== undefined) form.setFieldValue('platformId', only);
  }, [form, siteId, only]);
  return (
    <>
      <PickField
        name="platformId"
        label={t.site}
        options={sites.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <PatternFields />
      <PickField
        name="onHoliday"
        label={t.onHoliday}
        options={holidayRules.map((value) => ({ value, label: holidayNames[value][locale] }))}
      />
      <div className="side-by-side">
        <DayField name="from" label={t.from} />
        <DayField name="until" label={t.until} />
      </div>
      <div className="side-by-side">
        <TextField name="startTime" label={t.startTime} type="time" />
        <TextField name="endTime" label={t.endTime} type="time" />
      </div>
      <CountField name="perTurn" label={t.perTurn} max={6} />
      <MemberField name="people" label={t.people} hint={t.peopleHint} many />
      <AwayFields />
    </>
  );
}

function PatternFields() {
  const texts = useText(rotasText);
  const t = texts.make;
  const { locale } = useLocale();
  const kind = Form.useWatch<RotaEntry['kind'] | undefined>('kind');
  const weekdays = texts.board.weekdays.map((label, index) => ({ value: String(index + 1), label }));
  return (
    <>
      <ChoiceField
        name="kind"
        label={t.pattern}
        options={patternKinds.map((value) => ({ value, label: patternNames[value][locale] }))}
      />
      {kind === 'weekdays' && (
        <Form.Item name="weekdays" label={t.weekdays} rules={[{ required: true }]}>
          <DayBoxes options={weekdays} />
        </Form.Item>
      )}
      {kind === 'days_of_month' && (
        <PickField
          name="days"
          label={t.days}
          hint={t.daysHint}
          many
          options={Array.from({ length: 31 }, (_, index) => String(index + 1)).map((value) => ({
            value,
            label: value,
          }))}
        />
      )}
      {kind === 'weekday_of_month' && (
        <div className="side-by-side">
          <PickField
            name="nth"
            label={t.nth}
            options={(['1', '2', '3', '4', '5'] as const).map((value) => ({
              value,
              label: nthNames[value][locale],
            }))}
          />
          <PickField name="weekday" label={t.weekday} options={weekdays} />
        </div>
      )}
    </>
  );
}

type BoxesProps = { options: readonly Option[]; value?: string[]; onChange?: (days: string[]) => void };

/** Takes from the form only what it needs: a group of boxes may not say that it is required. */
function DayBoxes({ options, value, onChange }: BoxesProps) {
  return <Checkbox.Group options={[...options]} value={value} onChange={onChange} />;
}

/** Days on which one of the members cannot come; whoever has something else on is known already. */
function AwayFields() {
  const t = useText(rotasText).make;
  return (
    <Form.List name="away">
      {(rows, { add, remove }) => (
        <>
          {rows.map(({ key, name }) => (
            <fieldset key={key}>
              <legend>{t.away}</legend>
              <MemberField name={[name, 'memberId']} label={t.awayWho} />
              <div className="side-by-side">
                <DayField name={[name, 'from']} path={['away', name, 'from']} label={t.awayFrom} />
                <DayField name={[name, 'until']} path={['away', name, 'until']} label={t.awayUntil} />
              </div>
              <p>
                <ActionButton onClick={() => remove(name)}>{t.awayRemove}</ActionButton>
              </p>
            </fieldset>
          ))}
          <p>
            <ActionButton onClick={() => add({})}>{t.awayAdd}</ActionButton>
          </p>
        </>
      )}
    </Form.List>
  );
}
