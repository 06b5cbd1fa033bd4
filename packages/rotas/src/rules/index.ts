export { generate, isFree, spreadOf, turnTimes, type Person, type Plan, type Slot } from './generate.ts';
export * from './inputs.ts';
export * from './limits.ts';
export * from './may.ts';
export * from './names.ts';
export { dutyDays, holidayRules, Pattern, patternKinds, type DutyDay, type HolidayRule } from './pattern.ts';
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
