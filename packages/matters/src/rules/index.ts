export { addWorkingDays, dueAt, isWorkingDay, reminderLimit, type WorkCalendar } from './clock.ts';
export { grantFor, mayMove, movesFor, placeOf, refusals, type MatterFacts, type Refusal } from './decide.ts';
export { diagramOf } from './diagram.ts';
export { newPin, newReceipt, Pin, Receipt, seriesNumber } from './numbers.ts';
export {
  isGroundKind,
  isOfGround,
  liesInTownship,
  officeOfLevel,
  onGround,
  type Levels,
  type OnGround,
} from './levels.ts';
export { linkKinds, ownerNames, wordNames, type LinkKind } from './words.ts';
export {
  defineWorkflow,
  faultsOf,
  groundKinds,
  matterKinds,
  publicWords,
  targetsOf,
  type Clock,
  type GroundKind,
  type MatterKind,
  type Mover,
  type MoveRule,
  type OwnerRole,
  type PublicWord,
  type StateRule,
  type Workflow,
} from './workflow.ts';
