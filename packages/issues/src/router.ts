import { anyone, resident, router, staff } from '@tongxin/trpc';
import {
  acceptIssue,
  answerQuestion,
  askResident,
  askReview,
  bounceIssue,
  closeIssue,
  contestIssue,
  declineIssue,
  divertIssue,
  eraseIdentity,
  extendIssue,
  judgeIssue,
  mergeIssue,
  noteProgress,
  openReceipt,
  openWords,
  overturnIssue,
  publishIssue,
  reopenIssue,
  replyToIssue,
  returnReply,
  revealIdentity,
  routeIssue,
  saveHandlingCopy,
  submitAssisted,
  submitIssue,
  submitThroughMember,
  takeIssue,
  upholdIssue,
  verifyReply,
  withdrawIssue,
} from './commands/index.ts';
import {
  countSettled,
  getBroughtIn,
  getFollow,
  getIssue,
  getPublished,
  listBroughtIn,
  listForDepartment,
  listIssues,
  listSettled,
} from './queries/index.ts';
import {
  AnswerQuestion,
  AskResident,
  Contest,
  copyReaders,
  Decline,
  Divert,
  Extend,
  IssueId,
  JudgeIssue,
  intakeRoles,
  ListAssigned,
  ListBroughtIn,
  ListIssues,
  listReaders,
  ListSettled,
  CountSettled,
  Merge,
  NoteProgress,
  OpenReceipt,
  PublishIssue,
  ReplyIssue,
  ResidentAsks,
  ResidentSays,
  RouteIssue,
  SaveHandlingCopy,
  SubmitAssisted,
  SubmitIssue,
  SubmitThroughMember,
  WithReason,
  wordReaders,
} from './rules/index.ts';

const hall = staff(...wordReaders);
const county = staff('county_office');
const department = staff('department_clerk');

export const issuesRouter = router({
  // For residents and everybody.
  submit: anyone.input(SubmitIssue).mutation(({ ctx, input }) => submitIssue(ctx, input)),
  openReceipt: anyone.input(OpenReceipt).mutation(({ ctx, input }) => openReceipt(ctx, input)),
  countSettled: anyone.input(CountSettled).query(({ ctx, input }) => countSettled(ctx, input)),
  listSettled: anyone.input(ListSettled).query(({ ctx, input }) => listSettled(ctx, input)),
  getPublished: anyone.input(IssueId).query(({ ctx, input }) => getPublished(ctx, input)),
  follow: resident.query(({ ctx }) => getFollow(ctx)),
  answer: resident.input(AnswerQuestion).mutation(({ ctx, input }) => answerQuestion(ctx, input)),
  judge: resident.input(JudgeIssue).mutation(({ ctx, input }) => judgeIssue(ctx, input)),
  reopen: resident.input(ResidentSays).mutation(({ ctx, input }) => reopenIssue(ctx, input)),
  withdraw: resident.input(ResidentAsks).mutation(({ ctx, input }) => withdrawIssue(ctx, input)),
  bounce: resident.input(ResidentSays).mutation(({ ctx, input }) => bounceIssue(ctx, input)),
  askReview: resident.input(ResidentAsks).mutation(({ ctx, input }) => askReview(ctx, input)),
  eraseIdentity: resident.input(ResidentAsks).mutation(({ ctx, input }) => eraseIdentity(ctx, input)),

  // For hosts and offices.
  list: staff(...listReaders)
    .input(ListIssues)
    .query(({ ctx, input }) => listIssues(ctx, input)),
  get: staff(...copyReaders)
    .input(IssueId)
    .query(({ ctx, input }) => getIssue(ctx, input)),
  // Opening words or contact details is written down, so it is no query.
  openWords: hall.input(IssueId).mutation(({ ctx, input }) => openWords(ctx, input)),
  reveal: hall.input(WithReason).mutation(({ ctx, input }) => revealIdentity(ctx, input)),
  submitAssisted: staff(...intakeRoles)
    .input(SubmitAssisted)
    .mutation(({ ctx, input }) => submitAssisted(ctx, input)),
  saveHandlingCopy: hall.input(SaveHandlingCopy).mutation(({ ctx, input }) => saveHandlingCopy(ctx, input)),
  accept: hall.input(IssueId).mutation(({ ctx, input }) => acceptIssue(ctx, input)),
  ask: hall.input(AskResident).mutation(({ ctx, input }) => askResident(ctx, input)),
  divert: hall.input(Divert).mutation(({ ctx, input }) => divertIssue(ctx, input)),
  decline: hall.input(Decline).mutation(({ ctx, input }) => declineIssue(ctx, input)),
  merge: hall.input(Merge).mutation(({ ctx, input }) => mergeIssue(ctx, input)),
  route: hall.input(RouteIssue).mutation(({ ctx, input }) => routeIssue(ctx, input)),
  verify: hall.input(IssueId).mutation(({ ctx, input }) => verifyReply(ctx, input)),
  returnReply: hall.input(WithReason).mutation(({ ctx, input }) => returnReply(ctx, input)),
  publish: hall.input(PublishIssue).mutation(({ ctx, input }) => publishIssue(ctx, input)),
  extend: county.input(Extend).mutation(({ ctx, input }) => extendIssue(ctx, input)),
  close: county.input(IssueId).mutation(({ ctx, input }) => closeIssue(ctx, input)),
  uphold: county.input(WithReason).mutation(({ ctx, input }) => upholdIssue(ctx, input)),
  overturn: county.input(WithReason).mutation(({ ctx, input }) => overturnIssue(ctx, input)),

  // For members of the CPPCC: bringing in what somebody told them, and nothing to read.
  submitThroughMember: staff('member')
    .input(SubmitThroughMember)
    .mutation(({ ctx, input }) => submitThroughMember(ctx, input)),

  // For contact persons: how that goes which they brought in, and never whom it is from.
  listBroughtIn: staff('contact_person')
    .input(ListBroughtIn)
    .query(({ ctx, input }) => listBroughtIn(ctx, input)),
  getBroughtIn: staff('contact_person')
    .input(IssueId)
    .query(({ ctx, input }) => getBroughtIn(ctx, input)),

  // For departments: the handling copy only.
  listAssigned: department.input(ListAssigned).query(({ ctx, input }) => listForDepartment(ctx, input)),
  take: department.input(IssueId).mutation(({ ctx, input }) => takeIssue(ctx, input)),
  contest: department.input(Contest).mutation(({ ctx, input }) => contestIssue(ctx, input)),
  noteProgress: department.input(NoteProgress).mutation(({ ctx, input }) => noteProgress(ctx, input)),
  reply: department.input(ReplyIssue).mutation(({ ctx, input }) => replyToIssue(ctx, input)),
});
