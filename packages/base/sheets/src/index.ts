export {
  headingOf,
  rowOf,
  type Heading,
  type RowForm,
  type RowOutcome,
  type SheetColumn,
} from './row-form.ts';
export { readSheet, type SheetLimits } from './read-sheet.ts';
export { sheetLimits } from './limits.ts';
export { UnreadableSheet, unreadableReasons, type UnreadableReason } from './unreadable.ts';
export type { SheetRow } from './workbook.ts';
