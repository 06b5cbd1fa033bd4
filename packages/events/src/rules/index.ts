export * from './archive.ts';
export {
  closingState,
  doorHours,
  isDoorTime,
  leavesAtMost,
  mayAnswerForUnit,
  mayAskLeave,
  mayCome,
  mayDecline,
  type Asked,
} from './answers.ts';
export {
  dayCloses,
  dayOpens,
  freePeriods,
  inOrder,
  longestDays,
  mayBook,
  offered,
  overlap,
  Resource,
  resourceKinds,
  searchDays,
  type Conflict,
  type ResourceKind,
  type Stretch,
  type TakenFacts,
} from './bookings.ts';
export { isDoorCode, markOf, plainCode } from './codes.ts';
export { answersFor } from './units.ts';
export * from './inputs.ts';
export * from './names.ts';
export { fieldCodes, refusals, type FieldCode, type Refusal } from './refusals.ts';
export { eventWorkflow, settleBy, settleWorkingDays } from './workflow.ts';
