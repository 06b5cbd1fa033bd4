import { csvRows } from './csv.ts';
import { sheetLimits, type SheetLimits } from './limits.ts';
import { UnreadableSheet } from './unreadable.ts';
import { workbookRows, type SheetRow } from './workbook.ts';

/**
 * The rows of an Excel workbook's first sheet (.xlsx) or of a text file (.csv), one after the other, so that a long
 * list needs no more memory than a short one. What the file is, its first bytes say, not its name. Throws
 * `UnreadableSheet` for a file that is refused; rows that came out before are the caller's to forget.
 */
export async function* readSheet(file: Uint8Array, limits = sheetLimits): AsyncGenerator<SheetRow> {
  if (file.length === 0) throw new UnreadableSheet('empty');
  if (file.length > limits.bytes) throw new UnreadableSheet('too_large');
  if (startsWith(file, [0xd0, 0xcf, 0x11, 0xe0])) throw new UnreadableSheet('old_or_locked');
  if (startsWith(file, [0x50, 0x4b])) yield* workbookRows(file, limits);
  else yield* csvRows(file, limits);
}

function startsWith(file: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, at) => file[at] === byte);
}

export type { SheetLimits };
