import { useQuery } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useLocale, useText } from '@tongxin/web/locale';
import { signOut } from '@tongxin/web/sign-in';
import { Alert } from 'antd';
import { useState } from 'react';
import { api, client, queryClient } from '../../api.ts';
import { paths } from '../../paths.ts';
import { accountsText } from '../../text/accounts.ts';
import { doorText } from '../../text/door.ts';
import { rotasText } from '../../text/rotas.ts';
import { Facts } from '../../ui/Facts.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Rows } from '../../ui/Listing.tsx';
import { MoveButton } from '../../ui/MoveButton.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Shown } from '../../ui/Shown.tsx';
import { countOwnWaiting, forgetKeeper } from '../door/queue.ts';
import { useKeptVisits } from '../rotas/use-kept-visits.ts';
import { grantColumns } from './grants.tsx';

/** The person's own account: what they hold, and how they sign in. */
export function MeScreen() {
  const texts = useText(accountsText);
  const router = useRouter();
  const { locale } = useLocale();
  const t = texts.me;
  const door = useText(doorText);
  const rotas = useText(rotasText).receive;
  const kept = useKeptVisits().length;
  const me = useQuery(api.accounts.me.queryOptions());
  const [changed, setChanged] = useState(false);
  const waiting =
    useQuery({ queryKey: ['door', 'waiting'], queryFn: countOwnWaiting, staleTime: 0 }).data ?? 0;
  const leave = async () => {
    await signOut();
    try {
      await forgetKeeper();
    } finally {
      // Nothing that was read stays for whoever comes next; the frame sees that nobody is signed in.
      queryClient.clear();
      await router.invalidate();
    }
  };
  return (
    <Shown query={me}>
      {({ account }) =>
        account && (
          <>
            <PageHead
              title={t.title}
              lead={t.lead}
              actions={
                <MoveButton
                  label={t.signOut}
                  send={leave}
                  {...((waiting > 0 || kept > 0) && {
                    lead: (
                      <>
                        {waiting > 0 && <p>{door.leave(waiting)}</p>}
                        {kept > 0 && <p>{rotas.leave(kept)}</p>}
                      </>
                    ),
                  })}
                />
              }
            />
            <section className="panel">
              <Facts
                facts={[
                  [texts.list.name, account.name],
                  [t.username, account.username],
                  [t.phone, account.phoneTail],
                  [t.totp, account.hasTotp ? t.totpOn : t.totpOff],
                ]}
              />
              <div className="steps">
                {account.hasPassword && (
                  <MoveButton<{ current: string; next: string }>
                    label={t.changePassword}
                    send={(entry) => client.accounts.changePassword.mutate(entry)}
                    onSent={() => setChanged(true)}
                  >
                    <TextField
                      name="current"
                      label={t.current}
                      type="password"
                      autoComplete="current-password"
                    />
                    <TextField
                      name="next"
                      label={t.next}
                      hint={t.nextHint}
                      type="password"
                      autoComplete="new-password"
                    />
                  </MoveButton>
                )}
                {!account.hasTotp && (
                  <Link className="button" {...paths.authenticator()}>
                    {t.setTotp}
                  </Link>
                )}
              </div>
              {changed && <Alert type="success" showIcon title={t.changed} role="status" />}
            </section>
            <section className="panel">
              <h2>{t.grants}</h2>
              {account.grants.length === 0 ? (
                <p>{t.noGrants}</p>
              ) : (
                <Rows
                  caption={t.grants}
                  rows={account.grants}
                  keyOf={({ id }) => id}
                  columns={grantColumns(texts, locale)}
                />
              )}
            </section>
          </>
        )
      }
    </Shown>
  );
}
