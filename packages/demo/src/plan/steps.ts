import type { Contact, DivertChannel, Ground, HandlingTerm, ReplyClass, Solved } from '@tongxin/issues/rules';
import type { lineKinds, sessionModes } from '@tongxin/deliberations/rules';
import type { Moment } from './town-time.ts';

/** Who does it: `host:330702103`, `county:330702:router`, `clerk:330702:transport`, `resident`, `clock`. */
export type Who = string;
/** A matter of the plan, before the records have given it an id. */
export type Ref = string;

/** One deed for each of these names, so that each can be told apart. */
type Deeds<Name extends string, With = unknown> = Name extends string ? { do: Name } & With : never;

export type OnIssue =
  | {
      do: 'tell';
      divisionCode: string;
      channel: 'web' | 'code' | 'desk' | 'phone' | 'paper';
      words: string;
      placeWords: string | undefined;
      contact: Contact;
      key: string;
    }
  | Deeds<'openWords' | 'accept' | 'park' | 'take' | 'verify' | 'countSilence' | 'close' | 'publish'>
  | Deeds<'askReview' | 'withdraw' | 'eraseIdentity', { key: string }>
  | Deeds<'reveal' | 'uphold' | 'overturn' | 'returnReply', { reason: string }>
  | { do: 'ask'; question: string }
  | Deeds<'answer' | 'bounce' | 'reopen' | 'reopenLines', { text: string; key: string }>
  | { do: 'divert'; channel: DivertChannel; reason: string }
  | { do: 'decline'; ground: Ground; reason: string }
  | { do: 'merge'; into: Ref }
  | { do: 'redact'; title: string; text: string }
  | { do: 'route'; unit: string; term: HandlingTerm }
  | { do: 'contest'; reason: string; suggestedUnit: string }
  | { do: 'noteProgress'; note: string }
  | { do: 'extend'; dueOn: string; reason: string }
  | { do: 'reply'; class: ReplyClass; text: string; ground: Ground | undefined }
  | Judging;

type Judging = {
  do: 'judge';
  solved: Exclude<Solved, 'silent'>;
  stars: number;
  words: string | undefined;
  key: string;
};

export type PlannedLine = {
  ref: Ref;
  topic: Ref;
  /** The matters that it answers. */
  issues: Ref[];
  suggestion: string;
  kind: (typeof lineKinds)[number];
  unit: string;
  dueOn: string;
  measure: string;
};

export type OnTalks =
  | { do: 'createTopic'; issues: Ref[]; title: string; summary: string }
  | { do: 'dropTopic'; reason: string }
  | {
      do: 'schedule';
      townshipCode: string;
      topics: Ref[];
      startsAt: Moment;
      endsAt: Moment;
      mode: (typeof sessionModes)[number];
      onlineUrl: string | undefined;
      convenor: string;
      members: string[];
      units: string[];
      residentSeats: number;
      key: string;
    }
  | { do: 'postpone'; startsAt: Moment; endsAt: Moment; reason: string }
  | { do: 'cancel'; reason: string }
  | { do: 'takeSeat'; key: string; ticket: Ref }
  | { do: 'giveBackSeat'; ticket: Ref }
  | { do: 'hold'; present: string[]; absent: string[]; onLeave: string[]; residentsPresent: number }
  | { do: 'saveMinutes'; agreed: string[]; notAgreed: string[]; summary: string }
  | { do: 'publishSession'; lines: PlannedLine[]; withoutLine: { issue: Ref; reason: string }[] }
  | { do: 'correct'; agreed: string[]; notAgreed: string[]; summary: string; reason: string };

export type OnLine =
  | { do: 'acceptLine'; planDue: string }
  | { do: 'contestLine'; reason: string; suggestedUnit: string }
  | { do: 'reassignLine'; unit: string; reason: string; dueOn: string }
  | Deeds<'notAdopt' | 'sendBack', { reason: string }>
  | { do: 'lineProgress'; text: string }
  | { do: 'extendLine'; dueOn: string; reason: string }
  | { do: 'reportDone'; class: ReplyClass; text: string }
  | Deeds<'verifyLine' | 'lineSilence' | 'closeLine'>
  /** `issue` is whose resident judges. */
  | (Omit<Judging, 'do'> & { do: 'judgeLine'; issue: Ref });

/** One thing that somebody does at one moment. `on` is the issue, topic, session or line that it is done to. */
export type Step = { at: Moment; on: Ref; by: Who } & (
  | ({ about: 'issue' } & OnIssue)
  | ({ about: 'talks' } & OnTalks)
  | ({ about: 'line' } & OnLine)
);

/** Steps in the order in which they happen; those of one moment keep the order in which they were planned. */
export function inTime(steps: readonly Step[]): Step[] {
  return steps.toSorted((a, b) => a.at - b.at);
}
