export { coverageHalls, coverageTable, type Coverage } from './coverage.ts';
export { atOneMoment } from './moment.ts';
export { openNumber, type OpenedRow } from './open-number.ts';
export { strikeOffList, type StrikeOffLine, type StrikeOffList } from './strike-off.ts';
export { reportTable, type Numbers, type ReportTable } from './table.ts';
export { eventsHeld } from './events-held.ts';
