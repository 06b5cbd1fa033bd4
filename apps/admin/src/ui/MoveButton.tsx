import { useMutation } from '@tanstack/react-query';
import type { Decision } from '@tongxin/core';
import { ActionButton } from '@tongxin/web/action-button';
import { useText } from '@tongxin/web/locale';
import { Modal, type FormInstance } from 'antd';
import { useState, type ReactNode } from 'react';
import { messages } from '../messages.ts';
import { shellText } from '../text/shell.ts';
import { Problem } from './Problem.tsx';
import { SendForm } from './SendForm.tsx';

type Props<Values extends object> = {
  decision?: Decision | undefined;
  label: string;
  weight?: 'plain' | 'primary' | 'danger';
  /** Makes the move. */
  send: (values: Values) => Promise<unknown>;
  onSent?: () => void;
  /** What the person should know before: opens a dialog that asks. */
  lead?: ReactNode;
  initial?: Partial<Values>;
  form?: FormInstance<Values>;
  /** Shows a refusal in its own way. */
  explain?: (error: unknown) => ReactNode;
  /** What has to be filled in first: opens a dialog with these fields. */
  children?: ReactNode;
};

/** Steps that are not this person's turn say nothing; the page tells whose turn it is. */
const notHere: readonly string[] = ['matters.not_now', 'matters.not_yours', 'matters.not_found'];

/** A click beside the dialog does not throw away what somebody has written. */
const keepOpen = { closable: false };

/** Whether a step belongs on the page of this person: allowed, or refused for a reason worth reading. */
export function isOffered(decision: Decision | undefined): boolean {
  return decision === undefined || decision.allowed || !notHere.includes(decision.code);
}

/** A step in the work: at once, or after a question or a few fields. */
export function MoveButton<Values extends object = object>(props: Props<Values>) {
  const { decision, label, weight = 'plain', send, onSent, lead, initial, form, explain, children } = props;
  const t = useText(shellText);
  const [open, setOpen] = useState(false);
  // Without a network it is said at once that nothing was done.
  const sending = useMutation({
    mutationFn: () => send({} as Values),
    networkMode: 'always',
    onSuccess: onSent,
  });
  if (!isOffered(decision)) return null;
  const asks = lead !== undefined || children !== undefined;
  return (
    <>
      <ActionButton
        decision={decision}
        messages={messages}
        weight={weight}
        busy={sending.isPending}
        onClick={() => (asks ? setOpen(true) : sending.mutate())}
      >
        {label}
      </ActionButton>
      {sending.isError && <Problem error={sending.error} />}
      <Modal
        open={open}
        onCancel={() => setOpen(false)}
        title={label}
        footer={null}
        mask={keepOpen}
        destroyOnHidden
      >
        {lead && <div className="gap-below">{lead}</div>}
        <SendForm<Values>
          send={send}
          onSent={() => {
            setOpen(false);
            onSent?.();
          }}
          label={label}
          weight={weight === 'danger' ? 'danger' : 'primary'}
          initial={initial}
          form={form}
          explain={explain}
          beside={<ActionButton onClick={() => setOpen(false)}>{t.cancel}</ActionButton>}
        >
          {children}
        </SendForm>
      </Modal>
    </>
  );
}
