import { Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useLocale } from '@tongxin/web/locale';
import { dayText } from '@tongxin/web/moments';
import type { ReactNode } from 'react';

type Name = string | (string | number)[];
type Field = { name: Name; label: string; hint?: ReactNode; optional?: boolean };

const required = [{ required: true }];

/** A line of text, or a box of several. */
export function TextField({
  name,
  label,
  hint,
  optional,
  rows,
  max,
  ...input
}: Field & {
  rows?: number;
  max?: number;
  type?: 'text' | 'password' | 'tel' | 'date' | 'time' | 'datetime-local' | 'url';
  autoComplete?: string;
  inputMode?: 'numeric' | 'tel';
  autoFocus?: boolean;
  min?: string;
}) {
  return (
    <Form.Item name={name} label={label} extra={hint} rules={optional ? [] : required}>
      {rows === undefined ? (
        <Input maxLength={max} {...input} />
      ) : (
        <Input.TextArea
          autoSize={{ minRows: rows, maxRows: 24 }}
          maxLength={max}
          showCount={max !== undefined}
        />
      )}
    </Form.Item>
  );
}

/**
 * A day, with its weekday in words: what a browser shows depends on the machine's own language. `path` is the whole
 * way to a field that stands in a list.
 */
export function DayField({ path, ...field }: Field & { path?: (string | number)[] }) {
  const { locale } = useLocale();
  return (
    <TextField
      {...field}
      type="date"
      hint={
        <Form.Item noStyle shouldUpdate>
          {({ getFieldValue }) => {
            const day = getFieldValue(path ?? field.name) as string | undefined;
            return <>{day ? dayText(day, locale) : field.hint}</>;
          }}
        </Form.Item>
      }
    />
  );
}

/** A whole number. */
export function CountField({ name, label, hint, max }: Field & { max: number }) {
  return (
    <Form.Item name={name} label={label} extra={hint} rules={required}>
      <InputNumber min={0} max={max} precision={0} inputMode="numeric" />
    </Form.Item>
  );
}

/** A few choices that are all seen at once. */
export function ChoiceField({
  name,
  label,
  hint,
  optional,
  options,
}: Field & { options: readonly Option[] }) {
  return (
    <Form.Item name={name} label={label} extra={hint} rules={optional ? [] : required}>
      <Radio.Group options={[...options]} />
    </Form.Item>
  );
}

export type Option<Value = string> = { value: Value; label: string };

/** One or several of a longer list, found by typing. */
export function PickField({
  name,
  label,
  hint,
  optional,
  options,
  many,
  onSearch,
  isLoading,
  onChange,
}: Field & {
  options: readonly (Option | Option<number> | { label: string; options: Option[] })[];
  many?: boolean;
  onSearch?: (text: string) => void;
  isLoading?: boolean;
  onChange?: () => void;
}) {
  return (
    <Form.Item name={name} label={label} extra={hint} rules={optional ? [] : required}>
      <Select
        mode={many ? 'multiple' : undefined}
        options={[...options]}
        allowClear={optional && !many}
        loading={isLoading}
        onChange={onChange}
        showSearch={onSearch ? { filterOption: false, onSearch } : { optionFilterProp: 'label' }}
      />
    </Form.Item>
  );
}

/** A sentence that is true or not. */
export function TickField({ name, children, mustBe }: { name: Name; children: ReactNode; mustBe?: string }) {
  const rules =
    mustBe === undefined
      ? []
      : [
          {
            validator: (_: unknown, on: boolean) =>
              on ? Promise.resolve() : Promise.reject(new Error(mustBe)),
          },
        ];
  return (
    <Form.Item name={name} valuePropName="checked" rules={rules}>
      <Checkbox>{children}</Checkbox>
    </Form.Item>
  );
}
