import { crc32, createInflateRaw } from 'node:zlib';
import { UnreadableSheet } from './unreadable.ts';

type Entry = { name: string; isPacked: boolean; sum: number; bytes: Uint8Array };

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const mostEntries = 500;

const broken = (cause?: unknown) => new UnreadableSheet('broken', null, { cause });

/**
 * Unpacks every part of a zip file once and throws it away, to know that it stays within `limit` bytes whatever its
 * directory promises, and that each part is what its sum says; `look` is shown the pieces on the way. Refuses: broken,
 * swollen.
 */
export async function unpackWithin(
  file: Uint8Array,
  limit: number,
  look: (name: string, piece: Uint8Array) => void,
): Promise<string[]> {
  const entries = entriesOf(file);
  let total = 0;
  for (const entry of entries) {
    let sum = 0;
    try {
      for await (const piece of unpacked(entry)) {
        total += piece.length;
        if (total > limit) throw new UnreadableSheet('swollen');
        sum = crc32(piece, sum);
        look(entry.name, piece);
      }
      if (sum !== entry.sum) throw broken();
    } catch (error) {
      throw error instanceof UnreadableSheet ? error : broken(error);
    }
  }
  return entries.map(({ name }) => name);
}

async function* unpacked({ isPacked, bytes }: Entry): AsyncGenerator<Uint8Array> {
  if (!isPacked) {
    yield bytes;
    return;
  }
  const inflate = createInflateRaw();
  inflate.end(bytes);
  yield* inflate;
}

/** The parts that the file's directory lists. Refuses: broken. */
function entriesOf(file: Uint8Array): Entry[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  try {
    const end = endOf(view);
    const count = view.getUint16(end + 10, true);
    if (count === 0 || count > mostEntries) throw broken();
    let at = view.getUint32(end + 16, true);
    const entries: Entry[] = [];
    for (let index = 0; index < count; index += 1) {
      const { entry, next } = entryAt(file, view, at);
      entries.push(entry);
      at = next;
    }
    return entries;
  } catch (error) {
    // A place outside the file: it was cut off or made to mislead.
    throw error instanceof RangeError ? broken(error) : error;
  }
}

function endOf(view: DataView): number {
  const earliest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= earliest; at -= 1)
    if (view.getUint32(at, true) === endSignature) return at;
  throw broken();
}

function entryAt(file: Uint8Array, view: DataView, at: number): { entry: Entry; next: number } {
  if (view.getUint32(at, true) !== entrySignature) throw broken();
  const method = view.getUint16(at + 10, true);
  const sum = view.getUint32(at + 16, true);
  const packedLength = view.getUint32(at + 20, true);
  const nameLength = view.getUint16(at + 28, true);
  const after = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  const header = view.getUint32(at + 42, true);
  if (method !== 0 && method !== 8) throw broken();
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  if (start + packedLength > file.length) throw broken();
  const name = new TextDecoder().decode(file.subarray(at + 46, at + 46 + nameLength));
  const bytes = file.subarray(start, start + packedLength);
  return { entry: { name, isPacked: method === 8, sum, bytes }, next: at + 46 + nameLength + after };
}
