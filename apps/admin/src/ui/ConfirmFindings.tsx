import { findingsIn } from '@tongxin/deliberations/rules';
import { personalNames } from '@tongxin/core';
import { useLocale, useText } from '@tongxin/web/locale';
import { Checkbox, Form } from 'antd';
import { issuesText } from '../text/issues.ts';

type Props = { texts: Readonly<Record<string, string | undefined>> };

/** Each piece of what is about to be public that may point to a person, to be confirmed one by one. */
export function ConfirmFindings({ texts }: Props) {
  const t = useText(issuesText).copy;
  const { locale } = useLocale();
  const written = Object.entries(texts).map(([where, text]) => [where, text ?? ''] as const);
  const findings = findingsIn(Object.fromEntries(written));
  const keys = [...new Set(findings.map(({ key }) => key))];
  if (keys.length === 0) return null;
  return (
    <fieldset className="suspect">
      <legend>{t.found(keys.length)}</legend>
      <Form.Item
        name="confirmed"
        rules={[
          {
            validator: (_, value: string[] = []) =>
              keys.every((key) => value.includes(key))
                ? Promise.resolve()
                : Promise.reject(new Error(t.mustConfirm)),
          },
        ]}
      >
        <Checkbox.Group
          options={keys.map((key) => {
            const { kind, text } = findings.find((finding) => finding.key === key)!;
            return { value: key, label: `“${text}” · ${personalNames[kind][locale]}` };
          })}
        />
      </Form.Item>
    </fieldset>
  );
}
