import { useQuery } from '@tanstack/react-query';
import type { Role } from '@tongxin/core';
import type { MatterKind } from '@tongxin/matters/rules';
import { api } from '../api.ts';
import { pathOfMatter, paths } from '../paths.ts';

/** Whether the person holds one of these roles anywhere. Only a matter of what is offered: the server decides. */
export function useHolds(...wanted: readonly Role[]): boolean {
  const { data: me } = useQuery(api.accounts.me.queryOptions());
  return me?.account?.grants.some(({ role }) => wanted.includes(role)) ?? false;
}

/** The places over which the person holds a role; what is offered by them, the server decides. */
export function useGround(wanted: Role): string[] {
  const { data: me } = useQuery(api.accounts.me.queryOptions());
  const codes = me?.account?.grants.flatMap(({ role, divisionCode }) =>
    role === wanted && divisionCode !== null ? [divisionCode] : [],
  );
  return [...new Set(codes)];
}

type Named = { kind: MatterKind; id: string; number: string; title: string | null };

/**
 * Where a matter in a list leads and what it is called there. An auditor, who reads no unpublished text, is led to
 * the record of what happened to it; for whoever works with matters, `untitled` says that the copy is not written.
 */
export function useNaming(untitled: string) {
  const audits = useHolds('auditor');
  return ({ kind, id, number, title }: Named) => {
    if (title !== null) return { name: title, link: pathOfMatter(kind, id) };
    if (audits) return { name: number, link: paths.journal(number) };
    // Whoever may open an issue knows its title, once there is one; a topic without a date is its offices' alone.
    return kind === 'issue' ? { name: untitled, link: pathOfMatter(kind, id) } : { name: number, link: null };
  };
}
