import { writeXlsx } from 'hucre/xlsx';
import { crc32, deflateRawSync } from 'node:zlib';
import { unpackWithin } from './zip.ts';

/** A workbook with these rows on its first sheet. */
export async function makeWorkbook(
  rows: readonly (readonly (string | number | null)[])[],
): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: '名单', rows: rows.map((row) => [...row]) }] });
}

/** A zip file with these parts, packed. */
export function makeZip(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, bytes] of Object.entries(parts)) {
    const packed = deflateRawSync(bytes);
    const named = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(crc32(bytes), 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(bytes.length, 22);
    local.writeUInt16LE(named.length, 26);
    locals.push(local, named, packed);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc32(bytes), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(bytes.length, 24);
    entry.writeUInt16LE(named.length, 28);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, named);
    offset += 30 + named.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, listed, end]);
}

const relations = (items: string) =>
  Buffer.from(
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items}</Relationships>`,
  );
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook whose first sheet is exactly this XML, however wrong. */
export function makeRawWorkbook(
  sheet: Uint8Array,
  more: Readonly<Record<string, Uint8Array>> = {},
): Uint8Array {
  return makeZip({
    '[Content_Types].xml': Buffer.from(
      `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ),
    '_rels/.rels': relations(
      `<Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`,
    ),
    'xl/workbook.xml': Buffer.from(
      `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relations(
      `<Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>`,
    ),
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  });
}

/** The text in GBK. Only characters that the platform can read back; slow, for tests. */
export function gbk(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const letter of text) {
    if (letter.codePointAt(0)! < 0x80) bytes.push(letter.codePointAt(0)!);
    else bytes.push(...(gbkCodes().get(letter) ?? [0x3f]));
  }
  return Uint8Array.from(bytes);
}

let codes: Map<string, [number, number]> | undefined;
function gbkCodes(): Map<string, [number, number]> {
  if (codes !== undefined) return codes;
  codes = new Map();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1)
      if (trail !== 0x7f) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return codes;
}

/** The parts of a zip file by name, each checked against its sum. */
export async function unpackZip(file: Uint8Array): Promise<Record<string, Uint8Array>> {
  const parts: Record<string, Uint8Array> = {};
  await unpackWithin(file, 100 * 1024 * 1024, (name, piece) => {
    parts[name] = Buffer.concat([parts[name] ?? new Uint8Array(), piece]);
  });
  return parts;
}
