import { useQuery } from '@tanstack/react-query';
import { grantersOf, roleNames, scopesOf } from '@tongxin/accounts/rules';
import { roles, type Decision, type Role } from '@tongxin/core';
import { useLocale, useText } from '@tongxin/web/locale';
import { Form } from 'antd';
import { api, client } from '../../api.ts';
import { accountsText } from '../../text/accounts.ts';
import { DayField, PickField, TextField } from '../../ui/fields.tsx';
import { MoveButton } from '../../ui/MoveButton.tsx';
import { useMyPlaces } from '../../ui/places.ts';
import { useUnits } from '../../ui/units.ts';
import { VillageField } from '../issues/DeskIntakeScreen.tsx';

type Entry = {
  role: Role;
  divisionCode?: string;
  organisationId?: string;
  firstDay?: string;
  lastDay?: string;
  reason: string;
};

/** Gives an account a role over a place or a unit, for a time. Offers only roles that this person may give. */
export function GrantButton({ accountId, decision }: { accountId: string; decision: Decision }) {
  const t = useText(accountsText).one;
  return (
    <MoveButton<Entry>
      label={t.grant}
      lead={t.grantLead}
      weight="primary"
      decision={decision}
      send={(entry) => client.accounts.grant.mutate({ accountId, ...entry })}
    >
      <RoleAndScope />
      <DayField name="firstDay" label={t.firstDay} hint={t.firstDayHint} optional />
      <DayField name="lastDay" label={t.lastDay} hint={t.lastDayHint} optional />
      <TextField name="reason" label={t.reason} rows={2} max={200} />
    </MoveButton>
  );
}

function RoleAndScope() {
  const texts = useText(accountsText);
  const t = texts.one;
  const { locale } = useLocale();
  const { data: me } = useQuery(api.accounts.me.queryOptions());
  const own = me?.account?.grants.map(({ role }) => role) ?? [];
  const role = Form.useWatch<Role | undefined>('role');
  const places = useMyPlaces();
  const units = useUnits();
  const overUnit =
    role !== undefined && scopesOf[role].includes('organisation') && !scopesOf[role].includes('city');
  return (
    <>
      <PickField
        name="role"
        label={texts.role}
        options={roles
          .filter((one) => grantersOf[one].some((granter) => own.includes(granter)))
          .map((one) => ({ value: one, label: roleNames[one][locale] }))}
      />
      {role === 'contact_person' && <VillageField label={t.division} hint={t.villageHint} known={places} />}
      {overUnit && (
        <PickField name="organisationId" label={t.organisation} hint={t.organisationHint} options={units} />
      )}
      {role !== 'contact_person' && !overUnit && (
        <PickField name="divisionCode" label={t.division} options={places} />
      )}
    </>
  );
}
