import { seriesNumber } from '@tongxin/matters/rules';

/** `division6-year-seq`, without gaps per county and year. Source: domain §4.10. */
export function sessionNumber(countyCode: string, year: number, count: number): string {
  return seriesNumber(countyCode, year, count);
}

/** Topics have a series of their own, told from the sessions' by a T. */
export function topicNumber(countyCode: string, year: number, count: number): string {
  return seriesNumber(`T${countyCode}`, year, count);
}

/** `sessionNo-nn`, in the order of the minutes. Source: domain §4.10. */
export function lineNumber(session: string, lineNo: number): string {
  return `${session}-${String(lineNo).padStart(2, '0')}`;
}
