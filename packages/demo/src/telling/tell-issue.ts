import {
  acceptIssue,
  answerQuestion,
  askResident,
  askReview,
  bounceIssue,
  closeIssue,
  contestIssue,
  countSilence,
  declineIssue,
  divertIssue,
  eraseIdentity,
  extendIssue,
  judgeIssue,
  mergeIssue,
  noteProgress,
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
  takeIssue,
  upholdIssue,
  verifyReply,
  withdrawIssue,
} from '@tongxin/issues/commands';
import { issueWorkflow } from '@tongxin/issues/rules';
import { reopenLines } from '@tongxin/deliberations/commands';
import { advance } from '@tongxin/matters/commands';
import type { OnIssue } from '../plan/steps.ts';
import { named, recordOf, type Inside, type Stage } from './stage.ts';

const noPhotos = { photoIds: [] as string[] };
const confirmed = false;

type Told = Extract<OnIssue, { do: 'tell' }>;

async function tell(ctx: Inside, step: Told): Promise<string> {
  const { key, divisionCode, channel, words, placeWords, contact } = step;
  const told = { key, divisionCode, words, placeWords, contact, ...noPhotos };
  const { id } =
    channel === 'web' || channel === 'code'
      ? await submitIssue(ctx, { ...told, channel })
      : await submitAssisted(ctx, { ...told, channel });
  return id;
}

/** Plays what somebody does to a resident's matter, through the command that people use. */
export async function tellIssue(ctx: Inside, stage: Stage, on: string, step: OnIssue): Promise<void> {
  if (step.do === 'tell') {
    stage.records.set(on, await tell(ctx, step));
    return;
  }
  await (isByResident(step) ? residentActs(ctx, step) : officeActs(ctx, stage, recordOf(stage, on), step));
}

const residentDeeds = [
  'answer',
  'bounce',
  'askReview',
  'withdraw',
  'judge',
  'reopen',
  'reopenLines',
  'eraseIdentity',
] as const;
type ByResident = Extract<OnIssue, { do: (typeof residentDeeds)[number] }>;
type ByOffice = Exclude<OnIssue, ByResident | Told>;

function isByResident(step: OnIssue): step is ByResident {
  return residentDeeds.some((deed) => deed === step.do);
}

async function residentActs(ctx: Inside, step: ByResident): Promise<unknown> {
  const { key } = step;
  switch (step.do) {
    case 'answer':
      return answerQuestion(ctx, { key, text: step.text, ...noPhotos });
    case 'bounce':
      return bounceIssue(ctx, { key, text: step.text });
    case 'askReview':
      return askReview(ctx, { key });
    case 'withdraw':
      return withdrawIssue(ctx, { key });
    case 'judge':
      return judgeIssue(ctx, { key, solved: step.solved, stars: step.stars, words: step.words });
    case 'reopen':
      return reopenIssue(ctx, { key, text: step.text });
    case 'reopenLines':
      return reopenLines(ctx, { key, text: step.text });
    case 'eraseIdentity':
      return eraseIdentity(ctx, { key });
  }
}

async function officeActs(ctx: Inside, stage: Stage, id: string, step: ByOffice): Promise<unknown> {
  const { units } = stage.cast;
  switch (step.do) {
    case 'openWords':
      return openWords(ctx, { id });
    case 'reveal':
      return revealIdentity(ctx, { id, reason: step.reason });
    case 'accept':
      return acceptIssue(ctx, { id });
    case 'ask':
      return askResident(ctx, { id, question: step.question });
    case 'park':
      return advance(ctx, issueWorkflow, { matterId: id, move: 'park' });
    case 'divert':
      return divertIssue(ctx, { id, channel: step.channel, reason: step.reason });
    case 'decline':
      return declineIssue(ctx, { id, ground: step.ground, reason: step.reason });
    case 'merge':
      return mergeIssue(ctx, { id, intoId: recordOf(stage, step.into) });
    case 'redact':
      return saveHandlingCopy(ctx, { id, title: step.title, text: step.text, confirmed });
    case 'route':
      return routeIssue(ctx, { id, unitId: named(units, step.unit), term: step.term, confirmed });
    case 'uphold':
      return upholdIssue(ctx, { id, reason: step.reason });
    case 'overturn':
      return overturnIssue(ctx, { id, reason: step.reason });
    default:
      return handlingActs(ctx, stage, id, step);
  }
}

type Handling = Extract<
  ByOffice,
  {
    do:
      | 'take'
      | 'contest'
      | 'noteProgress'
      | 'extend'
      | 'reply'
      | 'verify'
      | 'returnReply'
      | 'countSilence'
      | 'close'
      | 'publish';
  }
>;

async function handlingActs(ctx: Inside, stage: Stage, id: string, step: Handling): Promise<unknown> {
  switch (step.do) {
    case 'take':
      return takeIssue(ctx, { id });
    case 'contest': {
      const suggestedUnitId = named(stage.cast.units, step.suggestedUnit);
      return contestIssue(ctx, { id, reason: step.reason, suggestedUnitId });
    }
    case 'noteProgress':
      return noteProgress(ctx, { id, note: step.note });
    case 'extend':
      return extendIssue(ctx, { id, dueOn: step.dueOn, reason: step.reason });
    case 'reply':
      return replyToIssue(ctx, {
        id,
        class: step.class,
        text: step.text,
        ground: step.ground,
        ...noPhotos,
        confirmed,
      });
    case 'verify':
      return verifyReply(ctx, { id });
    case 'returnReply':
      return returnReply(ctx, { id, reason: step.reason });
    case 'countSilence':
      return countSilence(ctx, id);
    case 'close':
      return closeIssue(ctx, { id });
    case 'publish':
      return publishIssue(ctx, { id, confirmed });
  }
}
