import type { Messages } from '@tongxin/core';
import type { Bounds } from './period.ts';

/** The three lists that are printed: given out in the period, still being done, ended in the period. Source: domain §6.5. */
export const strikeOffSheets = ['new', 'in_progress', 'struck_off'] as const;
export type StrikeOffSheet = (typeof strikeOffSheets)[number];

export const strikeOffSheetNames: Messages<StrikeOffSheet> = {
  new: { 'zh-CN': '新增', en: 'New' },
  in_progress: { 'zh-CN': '推进中', en: 'In progress' },
  struck_off: { 'zh-CN': '已销号', en: 'Struck off' },
};

type Instant = Temporal.Instant;
const isBefore = (a: Instant, b: Instant) => Temporal.Instant.compare(a, b) < 0;

/** On which of the three sheets a line stands at the end of a period; null when it is on none. Never on two. */
export function sheetOf(
  line: { openedAt: Instant; closedAt: Instant | null },
  { start, end }: Pick<Bounds, 'start' | 'end'>,
): StrikeOffSheet | null {
  if (!isBefore(line.openedAt, end)) return null;
  if (line.closedAt !== null && isBefore(line.closedAt, end)) {
    return isBefore(line.closedAt, start) ? null : 'struck_off';
  }
  return isBefore(line.openedAt, start) ? 'in_progress' : 'new';
}

/** More lines than this are not one list that anybody prints; a shorter period or a smaller place is asked for. */
export const longestStrikeOffList = 5000;
