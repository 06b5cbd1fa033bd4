export { findingsIn, publicTexts, unconfirmed, type Finding } from './findings.ts';
export * from './inputs.ts';
export * from './judging.ts';
export * from './limits.ts';
export * from './line-inputs.ts';
export {
  emptySeats,
  fixedSeatsLimit,
  inOrder,
  MethodOf,
  NoteResearch,
  SaveMethod,
  stageNames,
  stages,
  type MethodStep,
  type Stage,
} from './method.ts';
export * from './names.ts';
export * from './numbers.ts';
export { fieldCodes, refusals, type FieldCode, type Refusal } from './refusals.ts';
export { optionalProse, prose, words } from './text.ts';
export { lineWorkflow } from './line-workflow.ts';
export { isAnnounced, sessionWorkflow, topicWorkflow } from './workflows.ts';
