export * from './inputs.ts';
export * from './may.ts';
export * from './names.ts';
export { fieldCodes, refusals, type FieldCode, type Refusal } from './refusals.ts';
export {
  adviceBy,
  expertWorkflow,
  isVisitDay,
  requestStates,
  type RequestMove,
  type RequestState,
} from './workflow.ts';
