export * from './inputs.ts';
export * from './may.ts';
export { fieldCodes, refusals, type FieldCode, type Refusal } from './refusals.ts';
export {
  answerBy,
  answerDays,
  canHaveBeen,
  isPlannable,
  recordBy,
  visitStates,
  visitWorkflow,
  type VisitMove,
  type VisitState,
} from './workflow.ts';
