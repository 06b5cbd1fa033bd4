import { useQuery } from '@tanstack/react-query';
import type { Role } from '@tongxin/core';
import { api } from '../api.ts';

/** The roles that the person holds now; none until that is known. Only a matter of order: the server decides. */
export function useRoles(): readonly Role[] {
  const { data: me } = useQuery(api.accounts.me.queryOptions());
  return me?.account?.grants.map(({ role }) => role) ?? [];
}

/** Whether the person makes topics and schedules sessions. */
export function useSchedules(): boolean {
  return useRoles().some((role) => role === 'host' || role === 'county_office');
}
