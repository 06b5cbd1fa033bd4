export * from './inputs.ts';
export * from './names.ts';
export { objectionWorkflow, outcomesOf, type ObjectionState } from './workflow.ts';
export { fieldCodes, refusals, type FieldCode, type Refusal } from './refusals.ts';
