import {
  writeXlsx,
  type CellStyle,
  type CellValue,
  type ColumnDef,
  type MergeRange,
  type WriteSheet,
} from 'hucre/xlsx';

/** What one cell holds: text stays text whatever it begins with, days stay days. */
export type PaperCell = string | number | Temporal.PlainDate | null;

export type PaperColumn = {
  label: string;
  /** Columns side by side with the same group stand under one head. */
  group?: string;
  /** `code` and `text` are text, `words` are text that wraps and is read from the left. */
  kind: 'code' | 'text' | 'words' | 'number' | 'day';
  /** In characters. */
  width: number;
};

/** One table as an office prints it. */
export type Paper = {
  /** Of the sheet; at most 31 characters without : \ / ? * [ ]. */
  name: string;
  title: string;
  /** The row under the title: the reporting unit on the left, period and moment on the right. */
  unit: string;
  date: string;
  columns: readonly PaperColumn[];
  rows: readonly (readonly PaperCell[])[];
  /** The last row, printed bold. */
  totals?: readonly PaperCell[];
  /** Lines under the table, without a frame. */
  foot: readonly string[];
  page: string;
};

const side = { style: 'thin' } as const;
const frame = { top: side, right: side, bottom: side, left: side };
const body = { name: '仿宋', size: 11 } as const;
const heads = {
  font: { ...body, bold: true },
  border: frame,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
} satisfies CellStyle;
const headFill = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F2F2F2' } } as const;
const titleStyle = {
  font: { name: '黑体', size: 18 },
  alignment: { horizontal: 'center', vertical: 'center' },
} satisfies CellStyle;
const lineStyle = (horizontal: 'left' | 'right') =>
  ({ font: body, alignment: { horizontal, vertical: 'center' } }) satisfies CellStyle;

/** Rows above the table: title, unit and date. */
const titleRow = 0;
const unitRow = 1;
const headRow = 2;

/**
 * Writes papers as one XLSX file, a sheet each, the way an office expects to print them: merged title, unit and date,
 * frozen and repeated heads, frames, A4 across, as wide as one page.
 */
export async function writeWorkbook(papers: readonly Paper[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: papers.map(sheetOf), defaultFont: body });
}

function sheetOf(paper: Paper): WriteSheet {
  const grid = new Grid(paper.columns.map(({ width }) => width));
  const headRows = writeHeads(grid, paper);
  const first = headRow + headRows;
  for (const [index, row] of paper.rows.entries())
    grid.row(first + index, row, (column) => cellStyle(paper.columns[column]!));
  let next = first + paper.rows.length;
  if (paper.totals) {
    grid.row(next, paper.totals, (column) => ({
      ...cellStyle(paper.columns[column]!),
      font: { ...body, bold: true },
    }));
    next += 1;
  }
  for (const line of paper.foot) {
    grid.across(next, [0, grid.width - 1], line, lineStyle('left'));
    next += 1;
  }
  return {
    name: paper.name,
    columns: paper.columns.map(({ width }): ColumnDef => ({ width })),
    rows: grid.values,
    cells: grid.cells,
    merges: grid.merges,
    rowDefs: grid.heights,
    freezePane: { rows: first, columns: Math.min(3, paper.columns.length) },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { top: 0.6, bottom: 0.7, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
      printTitlesRow: `$${headRow + 1}:$${first}`,
    },
    headerFooter: { oddFooter: `&C${paper.page}` },
  };
}

/** Title, unit and date, and the heads of the columns in one row or, when they have groups, two. Returns which. */
function writeHeads(grid: Grid, { title, unit, date, columns }: Paper): 1 | 2 {
  const last = grid.width - 1;
  const middle = Math.max(0, Math.floor(grid.width / 2) - 1);
  grid.across(titleRow, [0, last], title, titleStyle);
  grid.heights.set(titleRow, { height: 36 });
  grid.across(unitRow, [0, middle], unit, lineStyle('left'));
  grid.across(unitRow, [middle + 1, last], date, lineStyle('right'));
  const style = { ...heads, fill: headFill };
  const labels = columns.map(({ label }) => unitBelow(label));
  if (columns.every(({ group }) => group === undefined)) {
    grid.row(headRow, labels, () => style);
    return 1;
  }
  grid.row(
    headRow,
    columns.map(({ group }, at) => group ?? labels[at]!),
    () => style,
  );
  grid.row(
    headRow + 1,
    columns.map(({ group }, at) => (group === undefined ? null : labels[at]!)),
    () => style,
  );
  grid.heights.set(headRow, { height: lineHeight });
  for (let from = 0; from <= last;) {
    const group = columns[from]!.group;
    let to = from;
    while (group !== undefined && columns[to + 1]?.group === group) to += 1;
    if (group === undefined)
      grid.merges.push({ startRow: headRow, endRow: headRow + 1, startCol: from, endCol: from });
    else if (to > from) grid.merges.push({ startRow: headRow, endRow: headRow, startCol: from, endCol: to });
    from = to + 1;
  }
  return 2;
}

/** A head's unit stands on a line of its own, or narrow columns break it in the middle. */
const unitBelow = (label: string) => label.replace('（', '\n（');

/** How many lines a text takes in a column; Chinese characters are two wide. */
function linesOf(cell: PaperCell, width: number): number {
  if (typeof cell !== 'string') return 1;
  const wide = (line: string) => [...line].reduce((total, letter) => total + (letter > '\u2e7f' ? 2 : 1), 0);
  return cell
    .split('\n')
    .reduce((total, line) => total + Math.max(1, Math.ceil(wide(line) / (width - 1))), 0);
}

function cellStyle({ kind }: PaperColumn): CellStyle {
  const horizontal = kind === 'words' ? 'left' : 'center';
  const style = {
    font: body,
    border: frame,
    alignment: { horizontal, vertical: 'center', wrapText: kind !== 'number' },
  } satisfies CellStyle;
  const format = { code: '@', text: '@', words: '@', number: undefined, day: 'yyyy-mm-dd' }[kind];
  return format === undefined ? style : { ...style, numFmt: format };
}

/** In points; a row's is that of its tallest cell, because programs do not work it out when they open a file. */
const lineHeight = 24;
const furtherLine = 15;

/** The cells of a sheet while it is being written. */
class Grid {
  readonly width: number;
  readonly values: CellValue[][] = [];
  readonly cells = new Map<string, { style: CellStyle }>();
  readonly merges: MergeRange[] = [];
  readonly heights = new Map<number, { height: number }>();
  readonly #widths: readonly number[];

  constructor(widths: readonly number[]) {
    this.#widths = widths;
    this.width = widths.length;
  }

  row(at: number, cells: readonly PaperCell[], style: (column: number) => CellStyle): void {
    this.values[at] = cells.map(written);
    for (const column of cells.keys()) this.cells.set(`${at},${column}`, { style: style(column) });
    const lines = Math.max(...cells.map((cell, column) => linesOf(cell, this.#widths[column]!)));
    this.heights.set(at, { height: lineHeight + (lines - 1) * furtherLine });
  }

  /** One text over several columns of a row. */
  across(at: number, [from, to]: readonly [number, number], text: string, style: CellStyle): void {
    const row = (this.values[at] ??= Array.from({ length: this.width }, () => null));
    row[from] = text;
    for (let column = from; column <= to; column += 1) this.cells.set(`${at},${column}`, { style });
    if (to > from) this.merges.push({ startRow: at, endRow: at, startCol: from, endCol: to });
    this.heights.set(at, { height: lineHeight });
  }
}

const dayOne = Temporal.PlainDate.from('1899-12-30');

/** A day becomes the number of days that spreadsheets count; its cell's format shows it as a date. */
function written(cell: PaperCell): CellValue {
  return cell instanceof Temporal.PlainDate ? dayOne.until(cell).days : cell;
}
