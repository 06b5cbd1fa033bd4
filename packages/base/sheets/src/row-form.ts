import type { Context } from '@tongxin/db';

/** A column of a file that is imported: what people write over it, the template's own word first. */
export type SheetColumn = {
  key: string;
  labels: readonly [string, ...string[]];
  isRequired: boolean;
  /** An example of what stands in it, for the template. */
  example: string;
};

/** What became of a row. */
export type RowOutcome = 'added' | 'changed' | 'same';

/** Whose list the file fills, and what one row of it becomes. `apply` refuses a row by throwing. */
export type RowForm = {
  columns: readonly SheetColumn[];
  /** Called once per file, so that what all rows ask for is read once. */
  open(
    ctx: Context,
    place: { divisionCode: string },
  ): Promise<(inside: Context, row: Readonly<Record<string, string>>) => Promise<RowOutcome>>;
};

/** Where each column of a form stands in a file. */
export type Heading = { row: number; at: Readonly<Record<string, number>> };

/** Whether this row is the heading: it names every required column, in any order, with or without further ones. */
export function headingOf(
  columns: readonly SheetColumn[],
  { no, cells }: { no: number; cells: readonly string[] },
): Heading | undefined {
  const words = cells.map(bare);
  const at: Record<string, number> = {};
  for (const { key, labels, isRequired } of columns) {
    const found = words.findIndex((word) => labels.some((label) => bare(label) === word));
    if (found !== -1) at[key] = found;
    else if (isRequired) return undefined;
  }
  return { row: no, at };
}

/** The cells of a row by their column's key; a column that the file does not have is empty. */
export function rowOf(
  columns: readonly SheetColumn[],
  { at }: Heading,
  cells: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    columns.map(({ key }) => [key, at[key] === undefined ? '' : (cells[at[key]] ?? '')]),
  );
}

function bare(label: string): string {
  return label
    .normalize('NFKC')
    .replaceAll(/[\s*:]|\(.*?\)/gu, '')
    .toLowerCase();
}
