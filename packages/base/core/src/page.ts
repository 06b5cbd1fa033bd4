/** One page of a list that goes on: `next` is where the following page begins, null at the end. */
export type Page<Row, Cursor> = { rows: Row[]; next: Cursor | null };

/** A page of `size` rows from a read that asked for one more, which tells whether the list goes on. */
export function pageOf<Row, Cursor>(
  found: readonly Row[],
  size: number,
  cursorOf: (last: Row) => Cursor,
): Page<Row, Cursor> {
  const rows = found.slice(0, size);
  const last = rows.at(-1);
  return { rows, next: found.length > size && last !== undefined ? cursorOf(last) : null };
}
