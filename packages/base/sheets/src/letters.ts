import { UnreadableSheet } from './unreadable.ts';

/** A line that reads as UTF-8 with three Chinese characters in it. Hardly any line that is GBK looks like that. */
const surelyUtf8 = /\p{Script=Han}.*\p{Script=Han}.*\p{Script=Han}/u;
const pieceLength = 64 * 1024;

/**
 * How the letters of a text file are written: UTF-8 with or without a mark at its beginning, or GBK and its extension
 * GB 18030, which Excel writes in China. Refuses: not_a_sheet (no text at all), mixed_letters (lines of both kinds:
 * whatever is chosen, some names would be wrong).
 */
export function lettersOf(file: Uint8Array): 'utf-8' | 'gb18030' {
  if (file.includes(0)) throw new UnreadableSheet('not_a_sheet');
  if (canRead(file, 'utf-8')) return 'utf-8';
  let line = 1;
  let firstOther: number | null = null;
  let hasUtf8 = false;
  for (const bytes of linesOf(file)) {
    if (bytes.some((byte) => byte > 0x7f)) {
      if (!canRead(bytes, 'utf-8')) firstOther ??= line;
      else if (surelyUtf8.test(new TextDecoder().decode(bytes))) hasUtf8 = true;
    }
    if (hasUtf8 && firstOther !== null) throw new UnreadableSheet('mixed_letters', String(firstOther));
    line += 1;
  }
  if (!canRead(file, 'gb18030')) throw new UnreadableSheet('not_a_sheet');
  return 'gb18030';
}

/** The text of a file in pieces, whatever its length. */
export function* textOf(file: Uint8Array, letters: 'utf-8' | 'gb18030'): Generator<string> {
  const decoder = new TextDecoder(letters);
  for (let at = 0; at < file.length; at += pieceLength)
    yield decoder.decode(file.subarray(at, at + pieceLength), { stream: true });
  yield decoder.decode();
}

function canRead(bytes: Uint8Array, letters: string): boolean {
  const decoder = new TextDecoder(letters, { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += pieceLength)
      decoder.decode(bytes.subarray(at, at + pieceLength), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

function* linesOf(file: Uint8Array): Generator<Uint8Array> {
  let start = 0;
  for (;;) {
    const end = file.indexOf(0x0a, start);
    yield file.subarray(start, end === -1 ? file.length : end);
    if (end === -1) return;
    start = end + 1;
  }
}
