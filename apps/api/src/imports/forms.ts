import type { ImportKind } from '@tongxin/imports/rules';
import { memberSheet } from '@tongxin/members/sheet';
import { organisationSheet } from '@tongxin/organisations/sheet';
import type { RowForm } from '@tongxin/sheets';

/** What the rows of each kind of file become. */
export const importForms: Record<ImportKind, RowForm> = {
  members: memberSheet,
  organisations: organisationSheet,
};
