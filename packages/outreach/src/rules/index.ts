export * from './lead-inputs.ts';
export { dueOf, isQuiet, leadSubjects, leadWorkflow, subjectNames, type LeadSubject } from './leads.ts';
export { isOfCommittee, menuKeepers, orderers } from './may.ts';
export * from './order-inputs.ts';
export {
  canHaveServed,
  countBy,
  isComingDay,
  offersAtMost,
  orderStates,
  orderWorkflow,
  serviceNames,
  services,
  type Service,
} from './orders.ts';
export { fieldCodes, refusals, type FieldCode, type Refusal } from './refusals.ts';
