export {
  contestIssue,
  extendIssue,
  noteProgress,
  replyToIssue,
  routeIssue,
  saveHandlingCopy,
  takeIssue,
} from './handling.ts';
export { acceptIssue, askResident, declineIssue, divertIssue, mergeIssue } from './intake.ts';
export { countSilence, judgeIssue, recordJudgement, type Judged } from './judge.ts';
export { openReceipt } from './open-receipt.ts';
export { publishIssue } from './publish.ts';
export { openWords, revealIdentity } from './readings.ts';
export { resealIdentities, type Resealed } from './reseal.ts';
export {
  answerQuestion,
  askReview,
  bounceIssue,
  eraseIdentity,
  reopenIssue,
  withdrawIssue,
  type Stands,
} from './resident.ts';
export { submitAssisted, submitIssue, submitThroughMember, type Submitted } from './submit.ts';
export { closeWithLines, handleAsAgreed, leaveTalks, takeIntoTalks } from './talks.ts';
export { tellResident, type TextMessage } from './tell-resident.ts';
export { closeIssue, overturnIssue, returnReply, upholdIssue, verifyReply } from './verify.ts';
