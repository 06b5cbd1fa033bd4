export { objectToLine } from './object.ts';
export { correctLine, explainLine } from './settle.ts';
