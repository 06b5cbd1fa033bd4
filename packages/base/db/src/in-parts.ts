/** One statement carries 65,535 parameters; so many rows stay far below it. */
const rowsAtOnce = 500;

/** How many rows one reading of many brings. */
const readAtOnce = 2000;

/** Writes rows so many at a time as a statement carries. */
export async function inParts<Row>(
  rows: readonly Row[],
  write: (part: Row[]) => PromiseLike<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) await write(rows.slice(from, from + rowsAtOnce));
}

/**
 * Every row of a list that is needed whole, in its order: `readPart` gives at most `most` rows after the last row of the
 * part before.
 */
export async function allInParts<Row>(
  readPart: (after: Row | undefined, most: number) => PromiseLike<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const part = await readPart(rows.at(-1), readAtOnce);
    rows.push(...part);
    if (part.length < readAtOnce) return rows;
  }
}
