import { useLocale, useText } from '@tongxin/web/locale';
import { spanText } from '@tongxin/web/moments';
import { Form, Select } from 'antd';
import { deliberationsText } from '../../text/deliberations.ts';
import { TextField } from '../../ui/fields.tsx';
import { endOf, lengths, startOf } from './time.ts';

/** When a session starts and how long it takes. */
export function TimeFields() {
  const t = useText(deliberationsText).schedule;
  const { locale } = useLocale();
  const start = Form.useWatch<string | undefined>('start');
  const minutes = Form.useWatch<number | undefined>('minutes');
  // In words, with the weekday: what a browser shows depends on the machine's own language.
  const words =
    start && minutes ? spanText(startOf({ start, minutes }), endOf({ start, minutes }), locale) : undefined;
  return (
    <div className="side-by-side">
      <TextField name="start" label={t.start} type="datetime-local" hint={words} />
      <Form.Item name="minutes" label={t.length} rules={[{ required: true }]}>
        <Select options={lengths.map((value) => ({ value, label: t.hours(value / 60) }))} />
      </Form.Item>
    </div>
  );
}
