import { useMutation } from '@tanstack/react-query';
import { ActionButton } from '@tongxin/web/action-button';
import { useLocale } from '@tongxin/web/locale';
import { fieldSentences, refusedBy } from '@tongxin/web/refusal';
import { Form, type FormInstance } from 'antd';
import { useId, type ReactNode } from 'react';
import { messages } from '../messages.ts';
import { Problem } from './Problem.tsx';

type Props<Values extends object, Answer> = {
  send: (values: Values) => Promise<Answer>;
  onSent?: (answer: Answer, values: Values) => void;
  label: string;
  weight?: 'primary' | 'danger';
  initial?: Partial<Values>;
  form?: FormInstance<Values>;
  onChange?: () => void;
  /** Beside the sending button: going back without sending. */
  beside?: ReactNode;
  /** Shows a refusal in its own way, such as the session that is in the way; null leaves it to the sentence. */
  explain?: (error: unknown) => ReactNode;
  children: ReactNode;
};

/** A form that sends with Enter, shows what is wrong beside each field, and says in a sentence why it was refused. */
export function SendForm<Values extends object, Answer = unknown>(props: Props<Values, Answer>) {
  const { send, onSent, label, weight = 'primary', initial, onChange, beside, explain, children } = props;
  const [own] = Form.useForm<Values>();
  const form = props.form ?? own;
  const { locale } = useLocale();
  const sending = useMutation({
    mutationFn: send,
    // Without a network it is said at once that nothing was sent; what waits by itself does so where it is kept.
    networkMode: 'always',
    onSuccess: (answer, values) => onSent?.(answer, values),
    onError: (error) => markFields(form as FormInstance, fieldSentences(messages, refusedBy(error), locale)),
  });
  return (
    <Form<Values>
      form={form}
      name={useId()}
      layout="vertical"
      requiredMark="optional"
      scrollToFirstError={{ focus: true }}
      initialValues={initial as Parameters<typeof Form<Values>>[0]['initialValues']}
      onValuesChange={onChange}
      onFinish={(values) => sending.isPending || sending.mutate(values)}
    >
      {children}
      {sending.isError && (
        <div className="gap-below" role="alert">
          {explain?.(sending.error) ?? <Problem error={sending.error} />}
        </div>
      )}
      <div className="steps">
        <ActionButton submits weight={weight} busy={sending.isPending}>
          {label}
        </ActionButton>
        {beside}
      </div>
    </Form>
  );
}

/** Puts each sentence beside its field; `lines.0.unitId` is the field of a field. */
function markFields(form: FormInstance, sentences: Record<string, string[]>): void {
  const fields = Object.entries(sentences).map(([path, errors]) => ({
    name: path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
    errors,
  }));
  form.setFields(fields);
  const first = fields[0];
  if (first !== undefined) form.scrollToField(first.name, { focus: true, block: 'center' });
}
