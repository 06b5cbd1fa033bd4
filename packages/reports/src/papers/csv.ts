import { stringify } from 'csv-stringify/sync';
import type { Paper } from '../sheet.ts';

/**
 * The table of a paper as CSV: the same labels and order, days as ISO dates. Begins with the mark by which
 * spreadsheets know UTF-8; text that a spreadsheet would run as a formula is made harmless.
 */
export function writeCsv({ columns, rows, totals }: Paper): string {
  const plain = [...rows, ...(totals ? [totals] : [])].map((row) =>
    row.map((cell) => (cell instanceof Temporal.PlainDate ? cell.toString() : cell)),
  );
  return stringify([columns.map(({ label }) => label), ...plain], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
