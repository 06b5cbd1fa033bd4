/** Why a file is not taken at all. */
export const unreadableReasons = [
  'empty',
  'too_large',
  'not_a_sheet',
  'old_or_locked',
  'broken',
  'swollen',
  'formula',
  'mixed_letters',
  'too_many_rows',
  'too_many_columns',
] as const;
export type UnreadableReason = (typeof unreadableReasons)[number];

/** A file that is refused as a whole. `place` says where in it, as its reader counts: a cell or a row. */
export class UnreadableSheet extends Error {
  override readonly name = 'UnreadableSheet';
  readonly reason: UnreadableReason;
  readonly place: string | null;

  constructor(reason: UnreadableReason, place: string | null = null, options: { cause?: unknown } = {}) {
    super(`the file cannot be read: ${reason}`, options);
    this.reason = reason;
    this.place = place;
  }
}
