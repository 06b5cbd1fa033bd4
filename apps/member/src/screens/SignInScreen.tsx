import { messages } from '@tongxin/accounts/messages';
import { ActionButton } from '@tongxin/web/action-button';
import { useLocale, useText } from '@tongxin/web/locale';
import { refusedBy, sentenceFor } from '@tongxin/web/refusal';
import { sendPhoneCode, signInByPhone } from '@tongxin/web/sign-in';
import { useId, useState, type ComponentProps } from 'react';
import type { Me } from '../api.ts';
import { texts } from '../text/texts.ts';

type Props = { me: Me; onSignedIn: () => Promise<void> };

/** Signing in with a code to the telephone, in two steps. */
export function SignInScreen({ me, onSignedIn }: Props) {
  const t = useText(texts).signIn;
  const [sent, setSent] = useState<{ phone: string; requestId: string }>();
  if (!me.phone) return <p>{t.closed}</p>;
  return (
    <>
      <h1>{t.title}</h1>
      {sent === undefined ? (
        <>
          <p>{t.lead}</p>
          <OneField
            key="phone"
            label={t.phone}
            button={t.send}
            input={{ type: 'tel', autoComplete: 'tel' }}
            send={async (phone) => setSent({ phone, ...(await sendPhoneCode(phone)) })}
          />
        </>
      ) : (
        <>
          <p>{t.sent(sent.phone)}</p>
          {me.outbox && (
            <p>
              <a href="/admin/outbox" target="_blank" rel="noreferrer">
                {t.outbox}
              </a>
            </p>
          )}
          <OneField
            key="code"
            label={t.code}
            button={t.enter}
            input={{ inputMode: 'numeric', autoComplete: 'one-time-code' }}
            send={async (code) => {
              await signInByPhone({ requestId: sent.requestId, code });
              await onSignedIn();
            }}
          />
          <ActionButton onClick={() => setSent(undefined)}>{t.otherNumber}</ActionButton>
        </>
      )}
    </>
  );
}

type Field = {
  label: string;
  button: string;
  input: ComponentProps<'input'>;
  send: (typed: string) => Promise<void>;
};

/** A form of one field; what is wrong stands beside it and is read out. */
function OneField({ label, button, input, send }: Field) {
  const { locale } = useLocale();
  const [id, errorId] = [useId(), useId()];
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  async function submit(typed: string) {
    setBusy(true);
    setError(undefined);
    try {
      await send(typed);
    } catch (refusal) {
      const { code, fields } = refusedBy(refusal);
      setError(sentenceFor(messages, Object.values(fields)[0]?.[0] ?? code, locale));
      setBusy(false);
    }
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget).get('typed');
        if (!busy && typeof typed === 'string') void submit(typed);
      }}
    >
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        name="typed"
        required
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : errorId}
      />
      {error !== undefined && (
        <p id={errorId} className="wrong" role="alert">
          {error}
        </p>
      )}
      <ActionButton submits weight="primary" busy={busy}>
        {button}
      </ActionButton>
    </form>
  );
}
