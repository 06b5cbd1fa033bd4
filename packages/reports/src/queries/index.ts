export { coverageGrid, coverageHalls, coverageTable, type Coverage } from './coverage.ts';
export { atOneMoment } from './moment.ts';
export { openNumber, type OpenedRow } from './open-number.ts';
export { quietStudios } from './quiet-studios.ts';
export { listSiteRecords, siteLog } from './site-records.ts';
export { siteStandard } from './site-standard.ts';
export { strikeOffList, type StrikeOffLine, type StrikeOffList } from './strike-off.ts';
export { reportTable, type Numbers, type ReportTable } from './table.ts';
export { eventsHeld } from './events-held.ts';
