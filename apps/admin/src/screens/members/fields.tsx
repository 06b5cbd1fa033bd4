import { useQuery } from '@tanstack/react-query';
import { useLocale, useText } from '@tongxin/web/locale';
import { Form, InputNumber } from 'antd';
import { useState } from 'react';
import { api } from '../../api.ts';
import { membersText } from '../../text/members.ts';
import { DayField, PickField, TickField } from '../../ui/fields.tsx';
import { useCommitteeUnits } from './committees.ts';

/** The sectors that are on the list today, as choices. */
export function useSectors() {
  const { locale } = useLocale();
  const { data = [] } = useQuery({ ...api.sectors.list.queryOptions(), staleTime: Infinity });
  return data
    .filter(({ validTo }) => validTo === null)
    .map(({ code, nameZh, nameEn }) => ({ value: code, label: locale === 'en' ? nameEn : nameZh }));
}

export function SectorField({ optional }: { optional?: boolean }) {
  const t = useText(membersText);
  return <PickField name="sectorCode" label={t.sector} options={useSectors()} optional={optional} />;
}

export function CommitteeField() {
  const t = useText(membersText);
  return <PickField name="organisationId" label={t.committee} options={useCommitteeUnits()} />;
}

/** Term and standing, as every membership has them. */
export function TermFields() {
  const t = useText(membersText);
  return (
    <>
      <Form.Item name="termNo" label={t.termNo}>
        <InputNumber min={1} max={99} precision={0} inputMode="numeric" />
      </Form.Item>
      <TickField name="isStanding">{t.standing}</TickField>
    </>
  );
}

/** What a new membership says. */
export function MembershipFields() {
  const t = useText(membersText);
  return (
    <>
      <CommitteeField />
      <SectorField />
      <TermFields />
      <DayField name="joinedOn" label={t.joinedOn} hint={t.today} optional />
    </>
  );
}

/** A member, found by a part of the name. */
export function MemberField({ name, label }: { name: string; label: string }) {
  const [search, setSearch] = useState('');
  const found = useQuery({
    ...api.members.list.queryOptions({ search }),
    placeholderData: (before) => before,
  });
  return (
    <PickField
      name={name}
      label={label}
      onSearch={setSearch}
      isLoading={found.isFetching}
      options={(found.data?.rows ?? []).map((row) => ({
        value: row.id,
        label: `${row.name} · ${row.dutyTitle ?? row.sector}`,
      }))}
    />
  );
}

/** An optional text that was emptied is nothing, and a field that was never touched too. */
export const orNull = <T,>(value: T | undefined | ''): T | null =>
  value === undefined || value === '' ? null : value;
