import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { ActionButton } from '@tongxin/web/action-button';
import { useText } from '@tongxin/web/locale';
import { checkTotp, sendPhoneCode, signInByName, signInByPhone } from '@tongxin/web/sign-in';
import { Segmented } from 'antd';
import { useState } from 'react';
import { api } from '../../api.ts';
import { paths } from '../../paths.ts';
import { Alone } from '../../shell/Alone.tsx';
import { accountsText } from '../../text/accounts.ts';
import { TextField } from '../../ui/fields.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { SendForm } from '../../ui/SendForm.tsx';
import { settleKeeper } from '../door/queue.ts';

type Way = 'name' | 'phone' | 'authenticator';

const route = getRouteApi('/sign-in');

/** Signing in: by name and password, or by a code to the telephone; then the authenticator, for whoever has one. */
export function SignInScreen() {
  const t = useText(accountsText).signIn;
  const { then } = route.useSearch();
  const { history } = useRouter();
  const me = useQuery(api.accounts.me.queryOptions());
  const [way, setWay] = useState<Way>('name');

  async function goOn(opened: { twoFactorRedirect?: boolean }) {
    if (opened.twoFactorRedirect) {
      setWay('authenticator');
      return;
    }
    const account = (await me.refetch()).data?.account;
    // What somebody else has read at a door of this device goes now, not when a door is opened next.
    if (account) await settleKeeper(account).catch(() => undefined);
    // Only back into this app: an address from elsewhere would carry the person away.
    history.push(then?.startsWith('/admin/') ? then : '/admin/');
  }

  if (way === 'authenticator') {
    return (
      <Alone>
        <PageHead title={t.totpTitle} lead={t.totpLead} />
        <SendForm<{ code: string }>
          send={({ code }) => checkTotp(code)}
          onSent={() => void goOn({})}
          label={t.totpEnter}
          beside={<ActionButton onClick={() => setWay('name')}>{t.startOver}</ActionButton>}
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
      <PageHead title={t.title} lead={t.lead} />
      {me.data?.phone && (
        <Segmented<Way>
          className="gap-below"
          aria-label={t.title}
          value={way}
          onChange={setWay}
          options={[
            { value: 'name', label: t.byName },
            { value: 'phone', label: t.byPhone },
          ]}
        />
      )}
      {way === 'name' ? (
        <SendForm<{ username: string; password: string }>
          key="name"
          send={signInByName}
          onSent={(opened) => void goOn(opened as { twoFactorRedirect?: boolean })}
          label={t.enter}
        >
          <TextField name="username" label={t.username} autoComplete="username" />
          <TextField name="password" label={t.password} type="password" autoComplete="current-password" />
        </SendForm>
      ) : (
        <ByPhone onOpened={goOn} showsOutbox={me.data?.outbox === true} />
      )}
    </Alone>
  );
}

type Opened = { twoFactorRedirect?: boolean };

function ByPhone({
  onOpened,
  showsOutbox,
}: {
  onOpened: (opened: Opened) => Promise<void>;
  showsOutbox: boolean;
}) {
  const t = useText(accountsText).signIn;
  const [sent, setSent] = useState<{ phone: string; requestId: string }>();
  if (sent === undefined) {
    return (
      <SendForm<{ phone: string }, { requestId: string }>
        key="phone"
        send={({ phone }) => sendPhoneCode(phone)}
        onSent={({ requestId }, { phone }) => setSent({ phone, requestId })}
        label={t.sendCode}
      >
        <TextField
          name="phone"
          label={t.phone}
          hint={t.phoneHint}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
        />
      </SendForm>
    );
  }
  return (
    <>
      <p className="gap-below">{t.codeSent(sent.phone)}</p>
      {showsOutbox && (
        <p className="gap-below">
          <Link {...paths.outbox()} target="_blank">
            {t.outbox}
          </Link>
        </p>
      )}
      <SendForm<{ code: string }, Opened>
        key="code"
        send={({ code }) => signInByPhone({ requestId: sent.requestId, code })}
        onSent={(opened) => void onOpened(opened)}
        label={t.enter}
        beside={<ActionButton onClick={() => setSent(undefined)}>{t.otherNumber}</ActionButton>}
      >
        <TextField name="code" label={t.code} inputMode="numeric" autoComplete="one-time-code" autoFocus />
      </SendForm>
    </>
  );
}
