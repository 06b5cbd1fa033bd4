export { getVisit, listVisits, myVisits, readNote } from './visits.ts';
