export { listRecord } from './lines.ts';
export { summariseRecord } from './summary.ts';
