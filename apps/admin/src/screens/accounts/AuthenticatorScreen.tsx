import { useQuery } from '@tanstack/react-query';
import { Navigate, useRouter } from '@tanstack/react-router';
import { ActionButton } from '@tongxin/web/action-button';
import { useText } from '@tongxin/web/locale';
import { QrCode } from '@tongxin/web/qr-code';
import { beginTotp, checkTotp, signOut } from '@tongxin/web/sign-in';
import { useState } from 'react';
import { api } from '../../api.ts';
import { paths } from '../../paths.ts';
import { Alone } from '../../shell/Alone.tsx';
import { accountsText } from '../../text/accounts.ts';
import { TextField } from '../../ui/fields.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { SendForm } from '../../ui/SendForm.tsx';
import { Shown } from '../../ui/Shown.tsx';
import { forgetKeeper } from '../door/queue.ts';

type Begun = { totpURI: string };

/** Setting up an authenticator, which staff must have before their roles count. */
export function AuthenticatorScreen() {
  const t = useText(accountsText).totp;
  const { history } = useRouter();
  const me = useQuery(api.accounts.me.queryOptions());
  const [begun, setBegun] = useState<Begun>();
  return (
    <Alone>
      <PageHead title={t.title} lead={t.lead} />
      <Shown query={me}>
        {({ account }) => {
          if (account === null) return <Navigate {...paths.signIn()} replace />;
          if (begun !== undefined)
            return <ScanAndCheck begun={begun} onDone={() => history.push('/admin/')} />;
          return (
            <SendForm<{ password?: string }, Begun>
              send={({ password }) => beginTotp(password)}
              onSent={setBegun}
              label={t.begin}
              beside={
                <ActionButton
                  onClick={() =>
                    void signOut()
                      .then(forgetKeeper)
                      .then(() => me.refetch())
                  }
                >
                  {t.signOut}
                </ActionButton>
              }
            >
              {account.hasPassword && (
                <TextField
                  name="password"
                  label={t.password}
                  type="password"
                  autoComplete="current-password"
                />
              )}
            </SendForm>
          );
        }}
      </Shown>
    </Alone>
  );
}

function ScanAndCheck({ begun, onDone }: { begun: Begun; onDone: () => void }) {
  const t = useText(accountsText).totp;
  const secret = new URL(begun.totpURI).searchParams.get('secret') ?? '';
  return (
    <>
      <section className="panel">
        <h2>{t.scan}</h2>
        <QrCode text={begun.totpURI} label={t.scanAlt} />
        <p>{t.byHand}</p>
        <p className="words">
          <code>{secret}</code>
        </p>
      </section>
      <p>{t.lost}</p>
      <SendForm<{ code: string }> send={({ code }) => checkTotp(code)} onSent={onDone} label={t.finish}>
        <TextField name="code" label={t.code} inputMode="numeric" autoComplete="one-time-code" />
      </SendForm>
    </>
  );
}
