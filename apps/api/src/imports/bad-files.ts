import type { Refusal } from '@tongxin/imports/rules';
import { gbk, makeRawWorkbook } from '@tongxin/sheets/testing';

export const utf8 = (text: string) => new TextEncoder().encode(text);

const good = ['姓名,界别,单位及职务', '寅十二,农业界,某某合作社理事长'];
const sheet = (cells: string) =>
  utf8(
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells}</sheetData></worksheet>`,
  );
const text = (cell: string, words: string) => `<c r="${cell}" t="inlineStr"><is><t>${words}</t></is></c>`;
const listed = `<row r="1">${text('A1', '姓名')}${text('B1', '界别')}</row><row r="2">${text('A2', '卯十三')}${text('B2', '农业界')}</row>`;
const withFormula = `${listed}<row r="3"><c r="A3"><f>A2</f><v>1</v></c></row>`;
const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 1);
const oldExcel = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);

/** Files that are refused as a whole, each with good rows before what is wrong with it wherever it can have any. */
export const badFiles: readonly (readonly [string, () => Uint8Array, Refusal])[] = [
  ['a zip bomb', () => makeRawWorkbook(Buffer.alloc(280 * 1024 * 1024, '<row/>')), 'imports.swollen'],
  ['a formula in row 3', () => makeRawWorkbook(sheet(withFormula)), 'imports.formula'],
  ['a formula in a text file', () => utf8(`${good.join('\n')}\n=1+1,农业界,\n`), 'imports.formula'],
  ['a torn sheet', () => makeRawWorkbook(sheet(listed).subarray(0, -40)), 'imports.broken'],
  ['half of a workbook', () => half(makeRawWorkbook(sheet(listed))), 'imports.broken'],
  ['a picture', () => jpeg, 'imports.not_a_sheet'],
  ['the format before .xlsx', () => oldExcel, 'imports.old_or_locked'],
  [
    'UTF-8 with a line of GBK',
    () => Buffer.concat([utf8(`${good.join('\n')}\n`), gbk('辰十四,教育界,某校长\n')]),
    'imports.mixed_letters',
  ],
  ['a quotation mark that never ends', () => utf8(`${good.join('\n')}\n"巳\n`), 'imports.broken'],
  ['no heading', () => utf8('寅十二,农业界\n'), 'imports.no_heading'],
  ['a heading alone', () => utf8('姓名,界别\n'), 'imports.no_rows'],
  ['51 columns', () => utf8(`${good.join('\n')}\n${'甲,'.repeat(50)}乙\n`), 'imports.too_many_columns'],
  [
    '20,001 rows',
    () => utf8(`${good.join('\n')}\n${'午十五,农业界\n'.repeat(20_000)}`),
    'imports.too_many_rows',
  ],
];

function half(file: Uint8Array): Uint8Array {
  return file.subarray(0, Math.floor(file.length / 2));
}
