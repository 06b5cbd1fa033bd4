import { streamXlsxRows } from 'hucre/xlsx';
import type { SheetLimits } from './limits.ts';
import { UnreadableSheet } from './unreadable.ts';
import { unpackWithin } from './zip.ts';

/** A row as the person who made the file counts it, from 1, with the text of each cell. */
export type SheetRow = { no: number; cells: string[] };

const isWorksheet = (name: string) => /^xl\/worksheets\/[^/]+\.xml$/.test(name);
const formula = /<(?:\w+:)?f(?=[\s>/])/;
const sheetEnd = /<\/(?:\w+:)?worksheet\s*>\s*$/;
const cellName = /<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3}\d{1,7})"/g;

/**
 * The rows of a workbook's first sheet. Before the first one comes out, the whole file has been unpacked once within
 * its limits and looked through for formulas. Refuses: broken, swollen, not_a_sheet, formula, too_many_rows,
 * too_many_columns.
 */
export async function* workbookRows(file: Uint8Array, limits: SheetLimits): AsyncGenerator<SheetRow> {
  await lookThrough(file, limits);
  let count = 0;
  try {
    for await (const { index, values } of streamXlsxRows(file, { maxRows: limits.rows + 1 })) {
      count += 1;
      if (count > limits.rows || index >= limits.rows * 2) throw new UnreadableSheet('too_many_rows');
      const cells = values.map(textOf);
      while (cells.at(-1) === '') cells.pop();
      if (cells.length > limits.columns) throw new UnreadableSheet('too_many_columns', String(index + 1));
      yield { no: index + 1, cells };
    }
  } catch (error) {
    throw error instanceof UnreadableSheet ? error : new UnreadableSheet('broken', null, { cause: error });
  }
}

async function lookThrough(file: Uint8Array, limits: SheetLimits): Promise<void> {
  const letters = new TextDecoder('latin1');
  let before = { name: '', tail: '' };
  const ends = new Map<string, string>();
  let cell: string | null = null;
  const names = await unpackWithin(file, limits.unpackedBytes, (name, piece) => {
    if (!isWorksheet(name)) return;
    // A tag may be cut in two by the pieces, so the end of the one before is looked at again.
    const text = (before.name === name ? before.tail : '') + letters.decode(piece);
    const found = formula.exec(text);
    const upTo = found === null ? text : text.slice(0, found.index);
    for (const [, place = null] of upTo.matchAll(cellName)) cell = place;
    if (found !== null) throw new UnreadableSheet('formula', cell);
    before = { name, tail: text.slice(-64) };
    ends.set(name, before.tail);
  });
  if (!names.includes('xl/workbook.xml')) throw new UnreadableSheet('not_a_sheet');
  // The reader takes a sheet that breaks off for one that ends there.
  if ([...ends.values()].some((end) => !sheetEnd.test(end))) throw new UnreadableSheet('broken');
}

/** A cell as text: days as 2026-01-15, true and false as 是 and 否. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (isDay(value)) return Number.isNaN(value.valueOf()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function isDay(value: unknown): value is { toISOString(): string; valueOf(): number } {
  return typeof value === 'object' && value !== null && 'toISOString' in value;
}
