import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { messages } from '@tongxin/accounts/messages';
import { ActionButton } from '@tongxin/web/action-button';
import { useText } from '@tongxin/web/locale';
import { checkTotp, sendPhoneCode, signInByName, signInByPhone } from '@tongxin/web/sign-in';
import { useState } from 'react';
import { api } from '../../api.ts';
import { drafts, owner, parcels } from '../../offline/here.ts';
import { sendWaiting } from '../../offline/outbox.ts';
import { Alone } from '../../shell/Alone.tsx';
import { accountText } from '../../text/account.ts';
import { TextField } from '../../ui/fields.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { SendForm } from '../../ui/SendForm.tsx';

type Opened = { twoFactorRedirect?: boolean };

/** Signing in: by a code to the telephone, or by name and password; then the authenticator, for whoever has one. */
export function SignInScreen({ then }: { then?: string }) {
  const t = useText(accountText).signIn;
  const { history } = useRouter();
  const me = useQuery(api.accounts.me.queryOptions());
  const [chosen, setChosen] = useState<'phone' | 'name'>();
  const [asksTotp, setAsksTotp] = useState(false);
  const way = me.data?.phone === false ? 'name' : (chosen ?? (me.data?.demo ? 'name' : 'phone'));

  async function goOn(opened: Opened) {
    if (opened.twoFactorRedirect) {
      setAsksTotp(true);
      return;
    }
    await me.refetch();
    void sendWaiting().catch(() => undefined);
    // Only back into this app: an address from elsewhere would carry the person away.
    history.push(then?.startsWith('/member/') ? then : '/member/');
  }

  if (asksTotp) {
    return (
      <Alone>
        <PageHead title={t.totpTitle} lead={t.totpLead} />
        <SendForm
          send={({ code }) => checkTotp(code ?? '')}
          onSent={() => void goOn({})}
          label={t.totpEnter}
          messages={messages}
          beside={<ActionButton onClick={() => setAsksTotp(false)}>{t.startOver}</ActionButton>}
        >
          <TextField
            name="code"
            label={t.totpCode}
            inputMode="numeric"
            autoComplete="one-time-code"
            autoFocus
          />
        </SendForm>
      </Alone>
    );
  }
  return (
    <Alone>
      <PageHead title={t.title} />
      <HeldForSomebody />
      {me.data?.phone !== false && (
        <div className="ways" role="group" aria-label={t.way}>
          {(['phone', 'name'] as const).map((one) => (
            <button key={one} type="button" aria-pressed={way === one} onClick={() => setChosen(one)}>
              {one === 'phone' ? t.byPhone : t.byName}
            </button>
          ))}
        </div>
      )}
      {way === 'phone' ? <ByPhone onOpened={goOn} /> : <ByName onOpened={goOn} />}
    </Alone>
  );
}

/** Whoever takes somebody else's telephone hears what their signing in would delete. */
function HeldForSomebody() {
  const t = useText(accountText).signIn;
  const name = useQuery(owner).data?.name;
  const unsent = useQuery(parcels).data?.filter(({ state }) => state !== 'arrived').length ?? 0;
  const count = unsent + (useQuery(drafts).data?.length ?? 0);
  if (name === undefined || count === 0) return null;
  return <p className="note note-soon">{t.heldFor(name, count)}</p>;
}

type Way = { onOpened: (opened: Opened) => Promise<void> };

function ByName({ onOpened }: Way) {
  const t = useText(accountText).signIn;
  return (
    <SendForm
      key="name"
      send={({ username = '', password = '' }) => signInByName({ username, password })}
      onSent={(opened) => void onOpened(opened)}
      label={t.enter}
      messages={messages}
    >
      <TextField name="username" label={t.username} autoComplete="username" autoCapitalize="none" />
      <TextField name="password" label={t.password} type="password" autoComplete="current-password" />
    </SendForm>
  );
}

function ByPhone({ onOpened }: Way) {
  const t = useText(accountText).signIn;
  const showsOutbox = useQuery(api.accounts.me.queryOptions()).data?.outbox === true;
  const [sent, setSent] = useState<{ phone: string; requestId: string }>();
  if (sent === undefined) {
    return (
      <SendForm
        key="phone"
        send={async ({ phone = '' }) => ({ phone, ...(await sendPhoneCode(phone)) })}
        onSent={setSent}
        label={t.send}
        messages={messages}
      >
        <TextField name="phone" label={t.phone} hint={t.phoneLead} type="tel" autoComplete="tel" />
      </SendForm>
    );
  }
  return (
    <>
      <p>{t.sent(sent.phone)}</p>
      {showsOutbox && (
        <p>
          <a href="/admin/outbox" target="_blank" rel="noreferrer">
            {t.outbox}
          </a>
        </p>
      )}
      <SendForm
        key="code"
        send={({ code = '' }) => signInByPhone({ requestId: sent.requestId, code })}
        onSent={(opened) => void onOpened(opened)}
        label={t.enter}
        messages={messages}
        beside={<ActionButton onClick={() => setSent(undefined)}>{t.otherNumber}</ActionButton>}
      >
        <TextField name="code" label={t.code} inputMode="numeric" autoComplete="one-time-code" autoFocus />
      </SendForm>
    </>
  );
}
