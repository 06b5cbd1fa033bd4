import { useText } from '@tongxin/web/locale';
import { Form, Select } from 'antd';
import { deliberationsText } from '../../text/deliberations.ts';
import { TextField } from '../../ui/fields.tsx';
import { lengths } from './time.ts';

/** When a session starts and how long it takes. */
export function TimeFields() {
  const t = useText(deliberationsText).schedule;
  return (
    <div className="side-by-side">
      <TextField name="start" label={t.start} type="datetime-local" />
      <Form.Item name="minutes" label={t.length} rules={[{ required: true }]}>
        <Select options={lengths.map((value) => ({ value, label: t.hours(value / 60) }))} />
      </Form.Item>
    </div>
  );
}
