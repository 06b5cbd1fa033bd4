export * from './answers.ts';
export {
  emergencyFirst,
  emergencyWords,
  findEmergency,
  hotlineNames,
  hotlines,
  type Hotline,
} from './emergency.ts';
export { handOvers, handOverTitle, type HandOver } from './hand-over.ts';
export * from './inputs.ts';
export { afterJudgement, closingClassOf, disagrees, type Judgement } from './judging.ts';
export * from './limits.ts';
export {
  contactSeenBy,
  copyReaders,
  historyFor,
  intakeRoles,
  listReaders,
  whatThisIs,
  wordReaders,
  wordsSeenBy,
  type Audience,
} from './readers.ts';
export { fieldCodes, refusals, type FieldCode, type Refusal } from './refusals.ts';
export { hintChannels, hintNames, hints, triageHints, type Hint } from './triage.ts';
export { issueWorkflow, type IssueMove, type IssueState } from './workflow.ts';
