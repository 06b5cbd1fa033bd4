/** What a file may be at most. */
export type SheetLimits = {
  bytes: number;
  /** Of everything inside a workbook once it is unpacked. */
  unpackedBytes: number;
  rows: number;
  columns: number;
};

const mib = 1024 * 1024;

/** Room for 20,000 people with 50 columns each; a workbook of that size unpacks to about 20 MiB. */
export const sheetLimits: SheetLimits = {
  bytes: 10 * mib,
  unpackedBytes: 48 * mib,
  rows: 20_000,
  columns: 50,
};
