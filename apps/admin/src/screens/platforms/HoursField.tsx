import { ActionButton } from '@tongxin/web/action-button';
import { useText } from '@tongxin/web/locale';
import { Form } from 'antd';
import { platformsText } from '../../text/platforms.ts';
import { DayField, PickField, TextField, TickField } from '../../ui/fields.tsx';

/** The week in rows of days with the same hours, then the days that differ. */
export function HoursField() {
  const texts = useText(platformsText);
  const t = texts.form;
  const dayOptions = texts.one.dayNames.map((label, at) => ({ value: at + 1, label }));
  return (
    <>
      <fieldset className="rows-of-fields">
        <legend>{t.week}</legend>
        <Form.List name={['hours', 'week']}>
          {(rows, { add, remove }) => (
            <>
              {rows.map(({ key, name }) => (
                <div key={key} className="field-row">
                  <PickField name={[name, 'days']} label={t.days} many options={dayOptions} />
                  <TextField name={[name, 'from']} label={t.from} type="time" />
                  <TextField name={[name, 'to']} label={t.to} type="time" />
                  <ActionButton onClick={() => remove(name)}>{t.remove}</ActionButton>
                </div>
              ))}
              <ActionButton onClick={() => add({ days: [1, 2, 3, 4, 5] })}>{t.addWeek}</ActionButton>
            </>
          )}
        </Form.List>
        <TickField name={['hours', 'closesOnHolidays']}>{t.holidays}</TickField>
      </fieldset>
      <fieldset className="rows-of-fields">
        <legend>{t.exceptions}</legend>
        <p className="quiet small">{t.exceptionsHint}</p>
        <Form.List name={['hours', 'exceptions']}>
          {(rows, { add, remove }) => (
            <>
              {rows.map(({ key, name }) => (
                <div key={key} className="field-row">
                  <DayField name={[name, 'on']} path={['hours', 'exceptions', name, 'on']} label={t.on} />
                  <TextField name={[name, 'from']} label={t.from} type="time" optional />
                  <TextField name={[name, 'to']} label={t.to} type="time" optional />
                  <TextField name={[name, 'note']} label={t.note} optional max={60} />
                  <ActionButton onClick={() => remove(name)}>{t.remove}</ActionButton>
                </div>
              ))}
              <ActionButton onClick={() => add({})}>{t.addException}</ActionButton>
            </>
          )}
        </Form.List>
      </fieldset>
      <TextField name="hoursNote" label={t.hoursNote} hint={t.hoursNoteHint} optional max={120} />
    </>
  );
}
