export { listQuiet, quietByCommittee } from './quiet.ts';
export { listUntrained, trainingCoverage } from './training.ts';
export { listRecord } from './lines.ts';
export { getObjection } from './objections.ts';
export { countOwed, groupYear, listOwed, myGroups } from './owed.ts';
export { summariseRecord } from './summary.ts';
