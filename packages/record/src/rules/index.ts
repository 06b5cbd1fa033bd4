export * from './inputs.ts';
export * from './names.ts';
export { fieldCodes, refusals, type FieldCode, type Refusal } from './refusals.ts';
