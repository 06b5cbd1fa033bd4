import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { messages } from '@tongxin/accounts/messages';
import { roleNames } from '@tongxin/accounts/rules';
import { ActionButton } from '@tongxin/web/action-button';
import { useLocale, useText } from '@tongxin/web/locale';
import { signOut } from '@tongxin/web/sign-in';
import { useState } from 'react';
import { api, client } from '../../api.ts';
import { useMine } from '../../offline/here.ts';
import { useOnline } from '../../offline/online.ts';
import { forgetEverything } from '../../offline/reads.ts';
import { paths } from '../../paths.ts';
import { accountText } from '../../text/account.ts';
import { Facts } from '../../ui/Facts.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Go } from '../../ui/Go.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { SendForm } from '../../ui/SendForm.tsx';
import { Shown } from '../../ui/Shown.tsx';

/** The person's own account, what lies on this telephone, and the way out. */
export function MeScreen() {
  const t = useText(accountText);
  const { locale } = useLocale();
  const query = useQuery(api.accounts.me.queryOptions());
  const member = useQuery(api.members.me.queryOptions()).data;
  return (
    <>
      <PageHead title={t.me.title} lead={t.me.never} />
      <Shown query={query}>
        {({ account }) =>
          account && (
            <>
              {account.needsTotp && (
                <p className="note note-soon">
                  {t.signIn.needsTotp} <a href="/admin/authenticator">{t.signIn.setTotp}</a>
                </p>
              )}
              {member === null && <p className="note note-soon">{t.me.noMember}</p>}
              <section className="panel">
                <h2>{t.me.account}</h2>
                <Facts
                  facts={[
                    [t.me.name, account.name],
                    [t.me.sector, member?.sector],
                    [t.me.username, account.username],
                    [t.me.phone, account.phoneTail],
                    [t.me.totp, account.hasTotp ? t.me.totpOn : t.me.totpOff],
                    [
                      t.me.roles,
                      account.grants.length === 0
                        ? t.me.noRoles
                        : account.grants.map(({ id, role, divisionName, organisationName }) => (
                            <span key={id} className="line">
                              {roleNames[role][locale]}{' '}
                              <span className="quiet">{divisionName ?? organisationName}</span>
                            </span>
                          )),
                    ],
                  ]}
                />
                {account.hasPassword && <ChangePassword />}
              </section>
              {member && (
                <p className="after">
                  <Go {...paths.codes()} className="button">
                    {t.me.codes}
                  </Go>
                </p>
              )}
              <ThisTelephone />
              <section className="panel">
                <h2>{t.me.install}</h2>
                <p>{t.me.installHow}</p>
              </section>
            </>
          )
        }
      </Shown>
    </>
  );
}

function ChangePassword() {
  const t = useText(accountText).me;
  const [open, setOpen] = useState(false);
  const [changed, setChanged] = useState(false);
  return (
    <>
      {!open && <ActionButton onClick={() => setOpen(true)}>{t.changePassword}</ActionButton>}
      {open && (
        <SendForm
          send={({ current = '', next = '' }) => client.accounts.changePassword.mutate({ current, next })}
          onSent={() => {
            setOpen(false);
            setChanged(true);
          }}
          label={t.changePassword}
          messages={messages}
        >
          <TextField name="current" label={t.current} type="password" autoComplete="current-password" />
          <TextField
            name="next"
            label={t.next}
            hint={t.nextHint}
            type="password"
            autoComplete="new-password"
          />
        </SendForm>
      )}
      <div role="status">{changed && <p className="note note-done">{t.changed}</p>}</div>
    </>
  );
}

/** What lies on this telephone, and signing out, which takes all of it away. */
function ThisTelephone() {
  const t = useText(accountText).me;
  const router = useRouter();
  const online = useOnline();
  const { drafts = [], parcels = [] } = useMine();
  const [asks, setAsks] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [isStuck, setIsStuck] = useState(false);
  const slips = parcels.filter(({ state }) => state === 'arrived').length;
  const waiting = parcels.length - slips;
  const unsent = waiting + drafts.length;
  async function leave() {
    try {
      await signOut();
    } catch (error) {
      // Still signed in, so nothing is taken away.
      setProblem(error);
      return;
    }
    try {
      await forgetEverything();
    } catch {
      // Whoever hands the telephone on has to know.
      setIsStuck(true);
      return;
    }
    await router.invalidate();
  }
  return (
    <section className="panel">
      <h2>{t.phoneTitle}</h2>
      <p>{t.phoneLead}</p>
      <p>{t.kept(drafts.length, waiting, slips)}</p>
      {!online && <p className="quiet">{t.offline}</p>}
      {problem !== undefined && <Problem error={problem} />}
      <div role="alert">{isStuck && <p className="note note-late">{t.stuck}</p>}</div>
      {asks ? (
        <div className="note note-late" role="alert">
          <p>
            <strong>{t.signOutTitle}</strong>
          </p>
          <p>{t.signOutLead(unsent, slips)}</p>
          <div className="steps">
            <ActionButton weight="danger" onClick={() => void leave()}>
              {t.signOutAnyway}
            </ActionButton>
            <ActionButton onClick={() => setAsks(false)}>{t.stay}</ActionButton>
          </div>
        </div>
      ) : (
        online && (
          <ActionButton onClick={() => (unsent + slips > 0 ? setAsks(true) : void leave())}>
            {t.signOut}
          </ActionButton>
        )
      )}
    </section>
  );
}
