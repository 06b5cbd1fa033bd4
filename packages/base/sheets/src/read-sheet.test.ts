import { describe, expect, it } from 'vitest';
import { readSheet, sheetLimits, type SheetLimits, type SheetRow } from './index.ts';
import { gbk, makeRawWorkbook, makeWorkbook, makeZip } from './testing.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
async function all(file: Uint8Array, limits?: SheetLimits): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of readSheet(file, limits)) rows.push(row);
  return rows;
}
const refusal = (file: Uint8Array, limits?: SheetLimits) =>
  all(file, limits).then(
    (rows) => ({ reason: 'none', place: String(rows.length) }),
    ({ reason, place }: { reason: string; place: string | null }) => ({ reason, place }),
  );

const list = '姓名,界别\r\n赵一,农业界\r\n钱二,教育界\r\n';
const rows = [
  { no: 1, cells: ['姓名', '界别'] },
  { no: 2, cells: ['赵一', '农业界'] },
  { no: 3, cells: ['钱二', '教育界'] },
];
const sheetOf = (cells: string) =>
  utf8(
    `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells}</sheetData></worksheet>`,
  );

describe('a list is read alike', () => {
  it('from a workbook', async () => {
    const file = await makeWorkbook([
      ['姓名', '界别'],
      ['赵一', '农业界'],
      ['钱二', '教育界'],
    ]);
    expect(await all(file)).toEqual(rows);
  });

  it('from text in UTF-8, with the mark and without, with commas, tabs or semicolons', async () => {
    expect(await all(utf8(list))).toEqual(rows);
    expect(await all(utf8(`\uFEFF${list}`))).toEqual(rows);
    expect(await all(utf8(list.replaceAll(',', '\t')))).toEqual(rows);
    expect(await all(utf8(list.replaceAll(',', ';')))).toEqual(rows);
  });

  it('from text in GBK, as Excel writes it', async () => {
    expect(await all(gbk(list))).toEqual(rows);
  });

  it('with rows counted as the person sees them, empty ones too', async () => {
    expect(await all(utf8('a,b\n\n"c\nd",e\nf,g\n'))).toEqual([
      { no: 1, cells: ['a', 'b'] },
      { no: 2, cells: [] },
      { no: 3, cells: ['c\nd', 'e'] },
      { no: 4, cells: ['f', 'g'] },
    ]);
  });
});

describe('a file is refused', () => {
  it('that is empty or larger than may be', async () => {
    expect(await refusal(new Uint8Array())).toMatchObject({ reason: 'empty' });
    expect(await refusal(new Uint8Array(sheetLimits.bytes + 1))).toMatchObject({ reason: 'too_large' });
  });

  it('that is a picture, an old workbook, a zip of something else, or cut off', async () => {
    expect(await refusal(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16))).toMatchObject({
      reason: 'not_a_sheet',
    });
    expect(await refusal(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1))).toMatchObject({
      reason: 'old_or_locked',
    });
    expect(await refusal(makeZip({ 'word/document.xml': utf8('<a/>') }))).toMatchObject({
      reason: 'not_a_sheet',
    });
    const whole = await makeWorkbook([['姓名'], ['赵一']]);
    expect(await refusal(whole.subarray(0, whole.length - 60))).toMatchObject({ reason: 'broken' });
    expect(await refusal(makeRawWorkbook(utf8('<worksheet><sheetData><row r="1"><c')))).not.toMatchObject({
      reason: 'formula',
    });
    const torn = new Uint8Array(whole);
    torn.fill(0x55, 60, 200);
    expect(await refusal(torn)).toMatchObject({ reason: 'broken' });
    expect(await refusal(utf8('a,b\n"c,d\n'))).toMatchObject({ reason: 'broken' });
  });

  it('that unpacks to more than may be, in its sheet or beside it, before a row comes out', async () => {
    const swollen = Buffer.alloc(300 * 1024 * 1024, ' ');
    const inside = makeRawWorkbook(swollen);
    expect(inside.length).toBeLessThan(1024 * 1024);
    expect(await refusal(inside)).toMatchObject({ reason: 'swollen' });
    const beside = makeRawWorkbook(sheetOf(''), { 'xl/sharedStrings.xml': swollen });
    expect(await refusal(beside)).toMatchObject({ reason: 'swollen' });
  });

  it('with a formula, and says in which cell', async () => {
    const file = makeRawWorkbook(
      sheetOf('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>SUM(A1:A9)</f><v>1</v></c></row>'),
    );
    expect(await refusal(file)).toEqual({ reason: 'formula', place: 'B1' });
    expect(await refusal(utf8('姓名,界别\n赵一,"=HYPERLINK(""x"")"\n'))).toEqual({
      reason: 'formula',
      place: 'B2',
    });
  });

  it('with lines of UTF-8 and of GBK, whichever comes first', async () => {
    const one = utf8('姓名,界别,单位及职务\n赵一,农业界,某村党支部书记\n');
    const other = gbk('钱二,教育界,某中学校长\n');
    expect(await refusal(Buffer.concat([one, other]))).toEqual({ reason: 'mixed_letters', place: '3' });
    expect(await refusal(Buffer.concat([other, one]))).toEqual({ reason: 'mixed_letters', place: '1' });
  });

  it('with too many rows or columns', async () => {
    const limits = { ...sheetLimits, rows: 3, columns: 2 };
    expect(await refusal(utf8('a\nb\nc\nd\n'), limits)).toMatchObject({ reason: 'too_many_rows' });
    expect(await refusal(utf8('a,b,c\n'), limits)).toEqual({ reason: 'too_many_columns', place: '1' });
    const file = await makeWorkbook([['a'], ['b'], ['c'], ['d']]);
    expect(await refusal(file, limits)).toMatchObject({ reason: 'too_many_rows' });
  });
});
