/** How many rows one reading of many brings. */
const readAtOnce = 2000;

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
