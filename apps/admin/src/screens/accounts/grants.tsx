import { roleNames } from '@tongxin/accounts/rules';
import type { Locale, Role } from '@tongxin/core';
import { dayText, isoDayOf } from '@tongxin/web/moments';
import type { accounts } from '../../text/zh/accounts.ts';
import type { Column } from '../../ui/Listing.tsx';

export type Held = {
  id: string;
  role: Role;
  divisionName: string | null;
  organisationName: string | null;
  matterId: string | null;
  validTo: string | null;
};

/** What a grant is over, in words. */
export function scopeText(held: Pick<Held, 'divisionName' | 'organisationName'>, t: typeof accounts): string {
  return (
    [held.divisionName, held.organisationName].filter((name) => name !== null).join(' · ') || t.oneMatter
  );
}

/** Role, what it is over, until when: the columns of every list of grants. */
export function grantColumns(t: typeof accounts, locale: Locale): Column<Held>[] {
  return [
    { title: t.role, names: true, show: ({ role }) => roleNames[role][locale] },
    { title: t.scope, show: (held) => scopeText(held, t) },
    {
      title: t.until,
      show: ({ validTo }) => (validTo === null ? t.noEnd : dayText(isoDayOf(validTo), locale)),
    },
  ];
}
