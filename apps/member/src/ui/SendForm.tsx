import { useMutation } from '@tanstack/react-query';
import { ActionButton } from '@tongxin/web/action-button';
import { useLocale } from '@tongxin/web/locale';
import { fieldSentences, refusedBy, type Catalogue } from '@tongxin/web/refusal';
import { createContext, use, useEffect, useRef, useState, type ReactNode } from 'react';
import { Problem } from './Problem.tsx';

const FieldErrors = createContext<Record<string, string[]>>({});

/** What is wrong with the field of this name, as sentences. */
export function useFieldErrors(name: string): readonly string[] {
  return use(FieldErrors)[name] ?? [];
}

type Props<Answer> = {
  /** Gets what was typed, by the names of the fields. */
  send: (typed: Record<string, string>) => Promise<Answer>;
  onSent?: (answer: Answer) => void;
  label: string;
  messages: Catalogue;
  /** Below the sending button: what else can be done here. */
  beside?: ReactNode;
  /** Keeps the sending button in reach of the thumb while one scrolls. */
  staysInReach?: boolean;
  children: ReactNode;
};

/** A form that sends with Enter, shows what is wrong beside each field, and says in a sentence why it was refused. */
export function SendForm<Answer>(props: Props<Answer>) {
  const { send, onSent, label, messages, beside, staysInReach = false, children } = props;
  const { locale } = useLocale();
  const form = useRef<HTMLFormElement>(null);
  const sending = useMutation({ mutationFn: send, onSuccess: (answer) => onSent?.(answer) });
  // What was wrong with a field is said until somebody changes it.
  const [mended, setMended] = useState<readonly string[]>([]);
  const found = sending.isError ? fieldSentences(messages, refusedBy(sending.error), locale) : {};
  const errors = Object.fromEntries(Object.entries(found).filter(([name]) => !mended.includes(name)));
  useEffect(() => {
    if (sending.isError) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [sending.isError, sending.error]);
  return (
    <form
      ref={form}
      noValidate
      onInput={({ target }) => {
        const { name } = target as HTMLInputElement;
        if (sending.isError && !mended.includes(name)) setMended([...mended, name]);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (sending.isPending) return;
        setMended([]);
        const typed = [...new FormData(event.currentTarget)].filter(([, value]) => typeof value === 'string');
        sending.mutate(Object.fromEntries(typed) as Record<string, string>);
      }}
    >
      <FieldErrors value={errors}>{children}</FieldErrors>
      {sending.isError && <Problem error={sending.error} messages={messages} />}
      <div className={staysInReach ? 'steps steps-in-reach' : 'steps'}>
        <ActionButton submits weight="primary" busy={sending.isPending}>
          {label}
        </ActionButton>
        {beside}
      </div>
    </form>
  );
}
