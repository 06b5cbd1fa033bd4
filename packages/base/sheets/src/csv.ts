import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { lettersOf, textOf } from './letters.ts';
import type { SheetLimits } from './limits.ts';
import { UnreadableSheet } from './unreadable.ts';
import type { SheetRow } from './workbook.ts';

/**
 * The rows of a text file with commas, semicolons or tabs between the cells. Refuses: not_a_sheet, mixed_letters,
 * broken, formula, too_many_rows, too_many_columns.
 */
export async function* csvRows(file: Uint8Array, limits: SheetLimits): AsyncGenerator<SheetRow> {
  const letters = lettersOf(file);
  const [head = ''] = textOf(file, letters);
  const records = Readable.from(textOf(file, letters), { objectMode: false }).pipe(
    parse({
      bom: true,
      delimiter: separatorOf(head.slice(0, 2000)),
      relax_column_count: true,
      max_record_size: 100_000,
      skip_empty_lines: false,
    }),
  );
  let no = 0;
  try {
    for await (const record of records as AsyncIterable<string[]>) {
      no += 1;
      if (no > limits.rows) throw new UnreadableSheet('too_many_rows');
      const cells = record.map((cell) => cell.trim());
      while (cells.at(-1) === '') cells.pop();
      if (cells.length > limits.columns) throw new UnreadableSheet('too_many_columns', String(no));
      const formula = cells.findIndex((cell) => /^[=@]/.test(cell));
      if (formula !== -1) throw new UnreadableSheet('formula', `${columnName(formula)}${no}`);
      yield { no, cells };
    }
  } catch (error) {
    if (error instanceof CsvError) {
      const line = typeof error.lines === 'number' ? error.lines : no + 1;
      throw new UnreadableSheet('broken', String(line), { cause: error });
    }
    throw error;
  } finally {
    records.destroy();
  }
}

/** What stands most often between the cells of the first lines. */
function separatorOf(head: string): string {
  const count = (sign: string) => head.split(sign).length;
  return [',', '\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function columnName(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);
}
