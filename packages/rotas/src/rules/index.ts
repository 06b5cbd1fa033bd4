export { generate, isFree, spreadOf, turnTimes, type Person, type Plan, type Slot } from './generate.ts';
export {
  AnswerSwap,
  AskSwap,
  Board,
  Correct,
  Cover,
  ListMine,
  ListTurns,
  MakeRota,
  NextTurns,
  One,
  PreviewRota,
  Staff,
  WithdrawSwap,
  WithReason,
} from './inputs.ts';
export * from './limits.ts';
export * from './may.ts';
export * from './names.ts';
export { dutyDays, holidayRules, Pattern, patternKinds, type DutyDay, type HolidayRule } from './pattern.ts';
export { boundTo, nonceLength, publicKeyLength, ReceiveParcel, sealVisit, Visit } from './parcel.ts';
export { mayWriteDown, ReceiveAdvice, ReceiveIssue, ReceiveThroughMember } from './visits.ts';
export { fieldCodes, refusals, type FieldCode, type Refusal } from './refusals.ts';
export {
  afterSwap,
  mayAnswer,
  mayAsk,
  swapNames,
  swapStates,
  type Swap,
  type SwapState,
  type SwapTurn,
} from './swap.ts';
export { turnStates, turnWorkflow, type TurnMove, type TurnState } from './workflow.ts';
