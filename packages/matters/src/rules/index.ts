export { addWorkingDays, dueAt, isWorkingDay, reminderLimit, type WorkCalendar } from './clock.ts';
export { grantFor, mayMove, movesFor, placeOf, refusals, type MatterFacts, type Refusal } from './decide.ts';
export { diagramOf } from './diagram.ts';
export { newPin, newReceipt, Pin, Receipt, seriesNumber } from './numbers.ts';
export { linkKinds, ownerNames, wordNames, type LinkKind } from './words.ts';
export {
  defineWorkflow,
  faultsOf,
  matterKinds,
  publicWords,
  targetsOf,
  type Clock,
  type MatterKind,
  type Mover,
  type MoveRule,
  type OwnerRole,
  type PublicWord,
  type StateRule,
  type Workflow,
} from './workflow.ts';
