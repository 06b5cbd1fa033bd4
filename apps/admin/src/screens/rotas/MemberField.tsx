import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api.ts';
import { PickField } from '../../ui/fields.tsx';

type Props = { name: string | (string | number)[]; label: string; hint?: string; many?: boolean };

/** Members, found by a part of their name. */
export function MemberField(field: Props) {
  const [search, setSearch] = useState('');
  const found = useQuery({
    ...api.members.list.queryOptions({ search }),
    placeholderData: (before) => before,
  });
  return (
    <PickField
      {...field}
      onSearch={setSearch}
      isLoading={found.isFetching}
      options={(found.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
