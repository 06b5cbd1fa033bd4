import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { roleNames } from '@tongxin/accounts/rules';
import { roles, type Role } from '@tongxin/core';
import { ActionButton } from '@tongxin/web/action-button';
import { useLocale, useText } from '@tongxin/web/locale';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { accountsText } from '../../text/accounts.ts';
import { TextField } from '../../ui/fields.tsx';
import { Listing } from '../../ui/Listing.tsx';
import { MoveButton } from '../../ui/MoveButton.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePages } from '../../ui/pages.ts';
import { PlaceField } from '../../ui/PlaceField.tsx';
import { scopeText } from './grants.tsx';

type Row = Outputs['accounts']['list']['accounts'][number];
type After = NonNullable<Inputs['accounts']['list']['after']>;

const route = getRouteApi('/inside/accounts');

/** The people of the places that this office looks after, with what each holds. */
export function AccountsScreen() {
  const texts = useText(accountsText);
  const t = texts.list;
  const { locale } = useLocale();
  const { search, role } = route.useSearch();
  const filter = { search, role: roles.find((one) => one === role) };
  const pages = usePages<Row, After>(api.accounts.list.queryKey(filter), async (after) => {
    const { accounts, next } = await client.accounts.list.query({ ...filter, after });
    return { rows: accounts, next };
  });
  return (
    <>
      <PageHead title={t.title} lead={t.lead} actions={<CreateAccount />} />
      <Filters {...filter} />
      <Listing<Row>
        caption={t.title}
        pages={pages}
        keyOf={({ id }) => id}
        empty={t.empty}
        columns={[
          {
            title: t.name,
            names: true,
            show: ({ id, name, disabledAt }) => (
              <>
                <Link {...paths.account(id)}>{name}</Link>
                {disabledAt !== null && <span className="quiet small"> {t.disabled}</span>}
              </>
            ),
          },
          { title: t.place, show: ({ divisionName }) => divisionName },
          {
            title: t.grants,
            show: ({ grants }) =>
              grants.length === 0
                ? t.noGrants
                : grants.map((held) => (
                    <div key={held.id}>
                      {roleNames[held.role][locale]} · {scopeText(held, texts)}
                    </div>
                  )),
          },
        ]}
      />
    </>
  );
}

function Filters({ search, role }: { search: string | undefined; role: Role | undefined }) {
  const t = useText(accountsText).list;
  const { locale } = useLocale();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(search ?? '');
  const show = (next: { search?: string; role?: string }) =>
    void navigate(paths.accounts({ search, role, ...next }));
  return (
    <form
      className="filters"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        show({ search: typed || undefined });
      }}
    >
      <label>
        {t.search}
        <Input value={typed} maxLength={40} onChange={({ target }) => setTyped(target.value)} />
      </label>
      <label>
        {t.grants}
        <Select
          value={role ?? ''}
          options={[
            { value: '', label: t.anyRole },
            ...roles.map((one) => ({ value: one as string, label: roleNames[one][locale] })),
          ]}
          onChange={(next) => show({ role: next || undefined })}
        />
      </label>
      <ActionButton submits>{t.find}</ActionButton>
    </form>
  );
}

function CreateAccount() {
  const texts = useText(accountsText);
  const t = texts.create;
  return (
    <MoveButton<Inputs['accounts']['create']>
      label={texts.list.create}
      weight="primary"
      send={(entry) => client.accounts.create.mutate(entry)}
    >
      <TextField name="name" label={t.name} max={40} />
      <PlaceField name="divisionCode" label={t.division} />
      <TextField name="username" label={t.username} hint={t.usernameHint} optional autoComplete="off" />
      <TextField
        name="password"
        label={t.password}
        hint={t.passwordHint}
        type="password"
        optional
        autoComplete="new-password"
      />
      <TextField name="phone" label={t.phone} hint={t.phoneHint} type="tel" optional autoComplete="off" />
      <TextField name="reason" label={t.reason} rows={2} max={200} />
    </MoveButton>
  );
}
