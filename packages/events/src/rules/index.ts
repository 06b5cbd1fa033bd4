export {
  dayCloses,
  dayOpens,
  freePeriods,
  inOrder,
  mayBook,
  offered,
  overlap,
  refusals,
  Resource,
  resourceKinds,
  searchDays,
  type Conflict,
  type Refusal,
  type ResourceKind,
  type Stretch,
  type TakenFacts,
} from './bookings.ts';
export { eventWorkflow, settleWorkingDays } from './workflow.ts';
