import {
  holds,
  no,
  yes,
  type Actor,
  type Decision,
  type Kind,
  type Locale,
  type Messages,
  type Role,
} from '@tongxin/core';
import { codesOf, DivisionCode, type DivisionPath } from '@tongxin/divisions/rules';
import { z } from 'zod';

/** Which list a file fills. */
export const importKinds = ['members', 'organisations'] as const;
export type ImportKind = (typeof importKinds)[number];

export const importKindNames: Messages<ImportKind> = {
  members: { 'zh-CN': '委员名单', en: 'List of members' },
  organisations: { 'zh-CN': '单位名册', en: 'List of units' },
};

/**
 * arriving until the whole file is kept, waiting, then running while rows are entered; done when every row had its turn;
 * refused: nothing was entered; stopped: it could not be brought to its end, and what was entered by then stays.
 */
export const importStates = ['arriving', 'waiting', 'running', 'done', 'refused', 'stopped'] as const;
export type ImportState = (typeof importStates)[number];

/** Whether an import has come to its end, well or not. */
export function hasEnded(state: ImportState): boolean {
  return state === 'done' || state === 'refused' || state === 'stopped';
}

/** Who may send which list: the offices that keep it. */
export const sendersOf: Record<ImportKind, readonly Role[]> = {
  members: ['county_office', 'city_office'],
  organisations: ['city_office', 'operator'],
};
export const senders = ['county_office', 'city_office', 'operator'] as const satisfies readonly Role[];

export const ListImports = z.strictObject({ kind: z.enum(importKinds), divisionCode: DivisionCode });
export type ListImports = z.infer<typeof ListImports>;

export const ReadReport = z.strictObject({
  id: z.uuid(),
  /** The last row of the page before. */
  after: z.strictObject({ row: z.int().min(0).max(10_000_000), id: z.uuid() }).optional(),
});
export type ReadReport = z.infer<typeof ReadReport>;

export const pageSize = 20;
/** How large a file may be: as large as the reader of sheets takes. Screens ask before they send. */
export const mostBytes = 10 * 1024 * 1024;
/** Rows that are entered together: few enough to be done in a moment, enough not to wait for each. */
export const rowsTogether = 50;
/** The heading stands in one of the first rows, under a title if there is one. */
export const rowsBeforeHeading = 10;
/** Who is wrong about everything is told so at once; the report stays readable. */
export const mostFindings = 5000;

/** A file that has not arrived within an hour never will: whoever sent it went away. */
export const arrivingHours = 1;
/** When an import has not ended after so long, the queue has given up trying. */
export const tryingDays = 5;

export const refusals = {
  'imports.not_found': 'NOT_FOUND',
  'imports.not_yours': 'FORBIDDEN',
  'imports.place': 'BAD_REQUEST',
  'imports.no_file': 'BAD_REQUEST',
  'imports.empty': 'BAD_REQUEST',
  'imports.too_large': 'BAD_REQUEST',
  'imports.not_a_sheet': 'BAD_REQUEST',
  'imports.old_or_locked': 'BAD_REQUEST',
  'imports.broken': 'BAD_REQUEST',
  'imports.swollen': 'BAD_REQUEST',
  'imports.formula': 'BAD_REQUEST',
  'imports.mixed_letters': 'BAD_REQUEST',
  'imports.too_many_rows': 'BAD_REQUEST',
  'imports.too_many_columns': 'BAD_REQUEST',
  'imports.no_heading': 'BAD_REQUEST',
  'imports.no_rows': 'BAD_REQUEST',
} as const satisfies Record<`imports.${string}`, Kind>;
export type Refusal = keyof typeof refusals;

/** Whether the actor may fill this list of this place: for members the committee's office, for units the city's. */
export function maySend(actor: Actor, kind: ImportKind, place: DivisionPath): Decision<Refusal> {
  if (place.level !== 'city' && place.level !== 'county') return no('imports.place');
  if (actor.kind === 'system') return yes;
  return holds(actor, sendersOf[kind], { divisionCodes: codesOf(place) }) === undefined
    ? no('imports.not_yours')
    : yes;
}

/** Where lists are sent and papers are had; the doors are the server's. */
export const importAddresses = {
  send: (kind: ImportKind, divisionCode: string) => `/imports/${kind}/${divisionCode}`,
  report: (id: string, lang: Locale) => `/imports/${id}/report.csv?lang=${lang}`,
  template: (kind: ImportKind) => `/imports/templates/${kind}.xlsx`,
};
