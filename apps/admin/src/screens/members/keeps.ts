import { useQuery } from '@tanstack/react-query';
import type { Role } from '@tongxin/core';
import { keepers } from '@tongxin/members/rules';
import { api } from '../../api.ts';

/** Whether the person holds one of these roles somewhere. Only a matter of what is shown: the server decides. */
export function useKeeps(roles: readonly Role[] = keepers): boolean {
  const { data: me } = useQuery(api.accounts.me.queryOptions());
  return me?.account?.grants.some(({ role }) => roles.includes(role)) ?? false;
}
