import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { actionNames } from '@tongxin/accounts/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { momentText } from '@tongxin/web/moments';
import { api, client, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { accountsText } from '../../text/accounts.ts';
import { TextField } from '../../ui/fields.tsx';
import { Rows } from '../../ui/Listing.tsx';
import { MoveButton } from '../../ui/MoveButton.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Shown } from '../../ui/Shown.tsx';
import { GrantButton } from './GrantButton.tsx';
import { grantColumns } from './grants.tsx';

type Account = Outputs['accounts']['get'];
type WithReason = { reason: string };

const route = getRouteApi('/inside/accounts/$id');

/** One account: what it holds and held, what was done to it, and the steps that look after it. */
export function AccountScreen() {
  const texts = useText(accountsText);
  const t = texts.one;
  const { id } = route.useParams();
  const account = useQuery(api.accounts.get.queryOptions({ accountId: id }));
  return (
    <Shown query={account}>
      {(read) => (
        <>
          <PageHead
            title={read.name}
            lead={t.lead(read.divisionName)}
            above={<Link {...paths.accounts()}>{texts.list.title}</Link>}
            actions={<Steps account={read} />}
          />
          <Grants account={read} />
          <Record account={read} />
        </>
      )}
    </Shown>
  );
}

function Grants({ account }: { account: Account }) {
  const texts = useText(accountsText);
  const t = texts.one;
  const { locale } = useLocale();
  return (
    <section className="panel">
      <h2>{t.grants}</h2>
      {account.grants.length === 0 ? (
        <p>{texts.list.noGrants}</p>
      ) : (
        <Rows
          caption={t.grants}
          rows={account.grants}
          keyOf={({ id }) => id}
          columns={[
            ...grantColumns(texts, locale),
            { title: t.reason, show: ({ reason }) => reason },
            {
              title: t.revoke,
              show: ({ id, revokedAt }) =>
                revokedAt === null ? (
                  <MoveButton<WithReason>
                    label={t.revoke}
                    lead={t.revokeLead}
                    weight="danger"
                    decision={account.may.administer}
                    send={({ reason }) => client.accounts.revoke.mutate({ grantId: id, reason })}
                  >
                    <TextField name="reason" label={t.reason} rows={2} max={200} />
                  </MoveButton>
                ) : (
                  t.ended
                ),
            },
          ]}
        />
      )}
    </section>
  );
}

function Steps({ account }: { account: Account }) {
  const t = useText(accountsText).one;
  const may = account.may.administer;
  const accountId = account.id;
  const reason = <TextField name="reason" label={t.reason} rows={2} max={200} />;
  return (
    <>
      <GrantButton accountId={accountId} decision={may} />
      {account.username !== null && (
        <MoveButton<WithReason & { password: string }>
          label={t.setPassword}
          decision={may}
          send={(entry) => client.accounts.setPassword.mutate({ accountId, ...entry })}
        >
          <TextField name="password" label={t.newPassword} type="password" autoComplete="new-password" />
          {reason}
        </MoveButton>
      )}
      {account.hasTotp && (
        <MoveButton<WithReason>
          label={t.resetTotp}
          lead={t.resetTotpLead}
          decision={may}
          send={(entry) => client.accounts.resetTotp.mutate({ accountId, ...entry })}
        >
          {reason}
        </MoveButton>
      )}
      {account.disabledAt === null ? (
        <MoveButton<WithReason>
          label={t.disable}
          lead={t.disableLead}
          weight="danger"
          decision={may}
          send={(entry) => client.accounts.disable.mutate({ accountId, ...entry })}
        >
          {reason}
        </MoveButton>
      ) : (
        <MoveButton<WithReason>
          label={t.enable}
          decision={may}
          send={(entry) => client.accounts.enable.mutate({ accountId, ...entry })}
        >
          {reason}
        </MoveButton>
      )}
    </>
  );
}

function Record({ account }: { account: Account }) {
  const t = useText(accountsText).one;
  const { locale } = useLocale();
  return (
    <section className="panel">
      <h2>{t.history}</h2>
      <ol className="trail" reversed>
        {account.history.map((entry) => (
          <li key={entry.id}>
            <span className="trail-when">
              {momentText(entry.at, locale)}
              {entry.actorName !== null && ` · ${t.by(entry.actorName)}`}
            </span>
            <strong>{actionNames[entry.action][locale]}</strong>
            {entry.reason && <p className="words">{entry.reason}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
