export { FindHistory, findHistory, readingReaders, readingsOf, sealStanding } from './audit.ts';
export { workCalendar } from './calendar.ts';
export { getChain, getMatter, listLinked, listMatters } from './chain.ts';
export { settledPosition } from './entries.ts';
export { listHistory, listReadings } from './history.ts';
export { ownerUnit, unitOfGrant, type Unit } from './offices.ts';
export { ListOpenItems, listDue, listOpenItems, listUnowned } from './open-items.ts';
export { verifyJournal, type Fault, type Verdict } from './verify.ts';
